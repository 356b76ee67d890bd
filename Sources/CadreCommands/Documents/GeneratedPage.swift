import PolicyKit

/// A page of `Sources/cadre/Documentation.docc` that is made from the code. `scripts/documents` writes them; a test tells
/// when one is stale.
struct GeneratedPage {
  /// The file's name without `.md`.
  let name: String
  let title: String
  /// What stands below the title.
  let lines: [String]

  /// The whole file.
  var text: String {
    (["# \(title)", "", "*Made from the code by `scripts/documents`: change the code, not this page.*", ""] + lines)
      .joined(separator: "\n") + "\n"
  }

  /// Every generated page, in the order of their names.
  ///
  /// - Throws: `ConfigurationError` or `RenderingError` where what the program brings cannot be read.
  static func all(of library: PolicyLibrary) throws -> [GeneratedPage] {
    let catalogue = try library.policies.map { try CataloguePage(of: $0).page }
    let coverage = CoveragePage(policies: library.policies, duties: try CatalogueBooks.duties()).page
    let shared = SharedDutiesPage(policies: library.policies, duties: try CatalogueBooks.sharedDuties()).page
    return catalogue + [coverage, shared, ReportColumnsPage.page, ContractPage.page, QualityKindsPage.page, ErrorsPage.page]
  }
}

/// A table in Markdown.
struct MarkdownTable {
  let headings: [String]
  private(set) var rows: [[String]] = []

  init(_ headings: String...) {
    self.headings = headings
  }

  mutating func append(_ cells: String...) {
    rows.append(cells)
  }

  var lines: [String] {
    [line(headings), line(headings.map { _ in "---" })] + rows.map(line)
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |"
  }
}
