import Foundation
import Testing

/// The modules that check, store and judge hold no sentence of their own: all that people read stands in Messages.
@Suite struct JudgingSourcesTests {
  /// What stays outside: words that cells may hold, and comments on tables within the database.
  private static let exceptions: Set<String> = [
    "Intake/Cells/LenientCell.swift", "Intake/Cells/BoolCell.swift", "Intake/Findings/Problem+Cause.swift",
    "Schema/Migrations/Migrations.swift",
  ]

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  @Test(arguments: ["Intake", "Evaluation", "EmbeddedPostgres", "PostgresClient", "Schema", "Spreadsheet"])
  func holdNoSentence(module: String) throws {
    let folder = Self.sources.appending(path: module)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    #expect(!files.isEmpty)
    for file in files where !Self.exceptions.contains("\(module)/\(file)") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        #expect(!Self.holdsChinese(line), "\(module)/\(file):\(index + 1) holds words for people: move them to Messages")
      }
    }
  }

  /// An exception that is none any more is taken off the list.
  @Test(arguments: exceptions)
  func holdsWords(file: String) throws {
    let text = try String(contentsOf: Self.sources.appending(path: file), encoding: .utf8)
    let holds = text.split(separator: "\n").contains { Self.holdsChinese($0) }
    #expect(holds, "\(file) holds no words: take it off the list")
  }

  private static func holdsChinese(_ line: Substring) -> Bool {
    let code = line.drop { $0 == " " }
    return !code.hasPrefix("//") && code.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
