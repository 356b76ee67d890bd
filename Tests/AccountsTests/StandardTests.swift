import Foundation
import Testing

/// The table of what OWASP's Application Security Verification Standard 5.0 asks for at its level 2 (`asvs.csv`): requirement by
/// requirement the test that shows it, or why there is none.
@Suite struct StandardTests {
  private struct Row {
    let requirement: String
    let test: String
    let reason: String
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// Cells hold no quotes within them.
  private static func rows() throws -> [Row] {
    let text = try String(contentsOf: folder.appending(path: "asvs.csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return Row(requirement: cells[0], test: cells[3], reason: cells[4])
    }
  }

  @Test func everyRequirementHasATestOrAReason() throws {
    let rows = try Self.rows()
    #expect(rows.count == 253 && Set(rows.map(\.requirement)).count == 253)
    for row in rows { #expect(row.test.isEmpty != row.reason.isEmpty, "\(row.requirement)") }
  }

  /// What is open is named, and becomes less: the number is lowered with each that is closed.
  @Test func whatIsOpenIsCounted() throws {
    #expect(try Self.rows().count { $0.reason.hasPrefix("open:") } <= 24)
  }

  @Test func everyTestThatIsNamedIsThere() throws {
    let tests = Self.folder.deletingLastPathComponent()
    let files = try #require(FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil))
    var known: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      var suite = ""
      for line in text.split(separator: "\n") {
        if let match = line.firstMatch(of: /(?:struct|extension) (\w+Tests)\b/) { suite = String(match.1) }
        if let match = line.firstMatch(of: /func (\w+)\(/), !line.contains("private") { known.insert("\(suite)/\(match.1)") }
      }
    }
    for row in try Self.rows() where !row.test.isEmpty { #expect(known.contains(row.test), "\(row.requirement): \(row.test)") }
  }
}
