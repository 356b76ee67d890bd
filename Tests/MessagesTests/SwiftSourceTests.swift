import Testing

/// What the other tests find is only as good as the reading of the sources.
@Suite struct SwiftSourceTests {
  @Test func findsLiteralsAndWhatIsPutIn() {
    let source = SwiftSource(
      #"""
      // "a comment"
      let a = Message("有 \(count) 行\(more ? "，等" : "")", "\(count) rows \"so far\"")
      /* "another" */ let b = """
        第一 "quoted"
        """
      """#)
    #expect(source.literals.map(\.text).map { $0.filter { !$0.isWhitespace } } == ["有行", "rowssofar", "第一\"quoted\""])
    #expect(source.literals.map(\.interpolations) == [["count", #"more ? "，等" : """#], ["count"], []])
    #expect(source.literals.map { source.line(of: $0.range.lowerBound) } == [2, 2, 3])
  }

  @Test func findsArguments() {
    let source = SwiftSource(#"f(Message("a, b)", g(1, 2)), 3); XMessage("c", "d") // Message("e", "f")"#)
    #expect(source.calls(of: "Message").map { $0.map(source.text) } == [["\"a, b)\"", " g(1, 2)"]])
  }
}
