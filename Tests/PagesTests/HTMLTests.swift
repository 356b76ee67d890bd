import Testing

@testable import Pages

@Suite struct HTMLTests {
  @Test func whatIsPutInIsEscapedAndWhatIsWrittenHereIsNot() {
    let name = "<b onclick=\"x\">张 & 三</b>"
    let cell: HTML = "<td title=\"\(name)\">\(name)</td>"
    let escaped = "&lt;b onclick=&quot;x&quot;&gt;张 &amp; 三&lt;/b&gt;"
    #expect(String(decoding: cell.bytes, as: UTF8.self) == "<td title=\"\(escaped)\">\(escaped)</td>")
  }

  @Test func piecesArePutTogetherAsTheyAre() {
    let pieces = ["a", "<b>"].map { "<i>\($0)</i>" as HTML }
    #expect(HTML.joined(pieces) == "<i>a</i>\n<i>&lt;b&gt;</i>")
    #expect(HTML.joined(pieces, separator: .empty) == "<i>a</i><i>&lt;b&gt;</i>")
    #expect(HTML.joined([HTML]()).isEmpty)
    #expect("<p>\(17)\(pieces[0])</p>" as HTML == "<p>17<i>a</i></p>")
  }
}
