import Testing

/// Sentences for people stand in `Sources/Messages`, and nowhere else.
@Suite struct OneHomeTests {
  /// Modules whose Chinese is the field's own: names of what they describe.
  private static let words = [
    "Messages", "DataContract", "PolicyKit", "Policies", "CadreModel",
    // Invented names.
    "SampleData",
  ]

  /// What else holds Chinese, a folder or a file, and why.
  private static let exceptions = [
    "Files/": "knows nothing of cadre: says itself, in both languages, what the system reports",
    "FieldFormats/": "recognises and writes what the field's formats hold",
    "Intake/Cells/BoolCell.swift": "recognises the words for yes and no",
    "Intake/Cells/LenientCell.swift": "recognises what cells hold",
    "Intake/Files/Heading.swift": "recognises the brackets around notes in headings",
    "Workbook/": "knows nothing of cadre: the formats in which spreadsheets show dates",
    "Intake/Findings/Problem+Cause.swift": "recognises what cells hold",
    "Schema/Migrations/Migrations.swift": "the database's own comments",
    "CadreCommands/Evaluate/DayArgument.swift": "recognises the word for today",
    "CadreCommands/Help/TextWrap.swift": "marks at which a line may not be broken",
  ]

  @Test func sentencesStandInMessages() throws {
    var unused = Set(Self.exceptions.keys)
    let paths = SourceFiles.paths()
    try #require(paths.contains("Messages/Message.swift"))
    for path in paths where !Self.holdsWords(path) {
      let source = try SourceFiles.source(path)
      for literal in source.literals {
        guard let place = literal.range.first(where: { source.scalars[$0].isChinese }) else { continue }
        if let exception = Self.exceptions.keys.first(where: path.hasPrefix) {
          unused.remove(exception)
        } else {
          Issue.record(
            "Sources/\(path):\(source.line(of: place)): a sentence outside of Sources/Messages: \(source.text(literal.range))")
        }
      }
    }
    #expect(unused.isEmpty, "exceptions that nothing needs any more")
  }

  private static func holdsWords(_ path: String) -> Bool {
    let module = String(path.prefix { $0 != "/" })
    return words.contains(module) || module.hasSuffix("Policy")
  }
}
