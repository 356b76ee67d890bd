import CadreTesting
import Foundation
import Testing

/// What an import and an explanation print, letter by letter, in both languages.
@Suite("What an import and an explanation print", .timeLimit(.minutes(30)))
struct PrintedTests {
  private static let cases = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases/field").path()

  /// Deliveries that show each kind of line: findings, readings, notices, contradictions, entries passed over.
  private static let deliveries = [
    "dates-of-appointment-forms", "id-number-zeroed", "title-and-unit-row", "workbook-beside", "two-heads", "placeholders",
  ]

  @Test(arguments: ["zh", "en"]) func imports(language: String) async throws {
    try await withProgram { program, home in
      var pages: [String] = []
      for delivery in Self.deliveries {
        let city = delivery == "placeholders" ? "quzhou" : "kunming"
        let outcome = try await program("import", "--city", city, "\(Self.cases)/\(delivery)", "--lang", language)
        pages.append("===== \(delivery), \(outcome.status)\n\(outcome.errors)-----\n\(outcome.output)")
      }
      try expectKept(steady(pages.joined()), as: "import.\(language)")
    }
  }

  /// A workbook in which a spreadsheet has done its worst, with a sheet for a table.
  @Test(arguments: ["zh", "en"]) func importsOfWorkbooks(language: String) async throws {
    try await withProgram { program, home in
      let files = URL(filePath: Self.cases).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "IntakeTests/Workbooks").path()
      var pages: [String] = []
      for file in ["wrong-openpyxl.xlsx", "good-libreoffice.xlsx"] {
        let outcome = try await program("import", "--city", "kunming", "\(files)/\(file)", "--lang", language)
        pages.append("===== \(file), \(outcome.status)\n\(outcome.errors)-----\n\(outcome.output)")
      }
      try expectKept(steady(pages.joined()).replacing(files, with: "FILES"), as: "import-workbook.\(language)")
    }
  }

  @Test(arguments: ["zh", "en"]) func explanations(language: String) async throws {
    try await withProgram { program, home in
      #expect(try await program("import", "--city", "kunming", "\(Self.cases)/two-heads").status == 0)
      var pages: [String] = []
      for (indicator, subject) in [("kunming.22.talk", "P1"), ("kunming.22.checkup", "P2"), ("kunming.22.checkup", "P9")] {
        let outcome = try await program(
          "explain", indicator, subject, "--city", "kunming", "--as-of", "2025-12-31", "--lang", language)
        pages.append("===== \(indicator) \(subject), \(outcome.status)\n\(outcome.errors)-----\n\(outcome.output)")
      }
      try expectKept(steady(pages.joined()), as: "explain.\(language)")
    }
  }

  /// Without what changes with the machine: times, rates, where the cases lie.
  private func steady(_ text: String) -> String {
    text.replacing(Self.cases, with: "CASES").replacing(/[0-9]+\.[0-9]{2} (秒|s)/) { "# \($0.1)" }
      .replacing(/[0-9]+ (行\/秒|rows\/s)/) { "# \($0.1)" }
  }
}
