import Foundation
import Testing

/// `cadre template` and `cadre check`, run as a user runs them.
@Suite("Workbooks to be filled in and to be mended", .timeLimit(.minutes(30)))
struct FormTests {
  private static let cases = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases/field").path()

  @Test("An empty template needs no database; one that is there is not replaced")
  func emptyTemplate() async throws {
    try await withProgram { program, home in
      let folder = home + "-forms"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let first = try await program("template", "--city", "衢州", "--out", folder)
      #expect(first.status == 0 && first.output.contains("1 个工作簿、0 行"), "\(first.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["衢州市报送表.xlsx"])
      #expect(!FileManager.default.fileExists(atPath: home), "the private server has no part in it")
      let second = try await program("template", "--city", "quzhou", "--out", folder, "--lang", "zh")
      #expect(second.status == 2 && second.errors.contains("不会覆盖"))
    }
  }

  @Test("A delivery is checked, handed back, and nothing is stored; what is stored fills a template")
  func checkAndFill() async throws {
    try await withProgram { program, home in
      let folder = home + "-returns"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let checked = try await program(
        "check", "--city", "kunming", "\(Self.cases)/dates-of-appointment-forms", "--out", folder, "--lang", "en")
      #expect(checked.status == 1, "\(checked.errors)")
      let returned = folder + "/dates-of-appointment-forms.checked.xlsx"
      #expect(checked.output.contains("The problems are marked in \(returned)"))
      #expect(FileManager.default.fileExists(atPath: returned))
      #expect(try await program.value("select count(*) from imports") == "0")
      let right = try await program("check", "--city", "kunming", "\(Self.cases)/two-heads", "--out", folder)
      #expect(right.status == 0, "\(right.errors)")
      #expect(try await program("import", "--city", "kunming", "\(Self.cases)/two-heads").status == 0)
      let filled = try await program(
        "template", "--city", "kunming", "--out", folder, "--with-data", "--per-table", "--lang", "en")
      #expect(filled.status == 0 && !filled.output.contains(" 0 rows"), "\(filled.errors)\(filled.output)")
      #expect(FileManager.default.fileExists(atPath: folder + "/persons.xlsx"))
    }
  }
}
