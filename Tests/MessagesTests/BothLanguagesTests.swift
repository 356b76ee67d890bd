import Testing

/// Every message of `Sources/Messages` says the same in both languages, as far as its text shows it.
@Suite struct BothLanguagesTests {
  /// Messages that take other values in one language, by the beginning of their Chinese text, and why.
  private static let exceptions = [
    "（）": "tables are called by their labels in Chinese only"
  ]

  @Test(arguments: SourceFiles.paths().filter { $0.hasPrefix("Messages/") })
  func messageIsWhole(_ path: String) throws {
    let source = try SourceFiles.source(path)
    for arguments in source.calls(of: "Message") + source.calls(of: "Label") where arguments.count >= 2 {
      let (chinese, english) = (Side(arguments[0], source), Side(arguments[1], source))
      let place = "Sources/\(path):\(source.line(of: arguments[0].lowerBound))"
      // What is given as a whole, or deliberately nothing.
      if chinese.isGiven && english.isGiven || chinese.isEmpty && english.isEmpty { continue }
      #expect(!chinese.isEmpty, "\(place): nothing in Chinese")
      #expect(!english.isEmpty, "\(place): nothing in English")
      #expect(!english.holdsChinese, "\(place): Chinese in the English text")
      #expect(chinese.holdsChinese || !chinese.holdsLetters, "\(place): no Chinese in the Chinese text")
      guard Self.exceptions[chinese.text] == nil else { continue }
      #expect(chinese.values == english.values, "\(place): other values in Chinese than in English")
    }
  }

  /// One language of a message.
  private struct Side {
    let text: String
    /// Whether there is no text here, only a value from elsewhere.
    let isGiven: Bool
    /// What is put in.
    let values: Set<String>

    init(_ range: Range<Int>, _ source: SwiftSource) {
      let literals = source.literals.filter { range.contains($0.range.lowerBound) }
      // What stands in braces is put in later, by its name.
      text = literals.map(\.text).joined().replacing(#/\{\w+\}/#, with: "{}")
      isGiven = literals.isEmpty
      let written = isGiven ? [source.text(range)] : literals.flatMap(\.interpolations)
      values = Set(written.map(Self.value))
    }

    var holdsChinese: Bool { text.unicodeScalars.contains { $0.isChinese } }
    var holdsLetters: Bool { text.unicodeScalars.contains { $0.properties.isAlphabetic } }
    var isEmpty: Bool { text.isEmpty && values.isEmpty }

    /// A value without what depends on the language: `city.chinese` and `city.code` are both the city.
    private static func value(_ written: String) -> String {
      // What stands in for a value that is not there may be said in words.
      var value = written.replacing(#/\?\? *".*"/#, with: "??").filter { !$0.isWhitespace }
      for (part, whole) in [
        ("nameChinese", "name"), ("nameEnglish", "name"), (".text(in:.chinese)", ""), (".text(in:.english)", ""),
        (".chinese", ""), (".english", ""), (".name", ""), (".code", ""), (".label", ""), (".rawValue", ""),
      ] {
        value.replace(part, with: whole)
      }
      return value
    }
  }
}
