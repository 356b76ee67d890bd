import CadreModel
import DataContract
import Messages
import Pages
import Quality

/// `quality.csv` and `quality.html`: what is doubtful in a city's data.
struct QualityFiles {
  let reader: QualityReader
  let language: Language

  static let table = "quality.csv"
  static let page = "quality.html"
  static let names = [table, page]

  private static let columns: [TableColumn] = zip(
    [TableColumn.Kind.text, .text, .identifier, .sentence, .day, .text, .sentence], QualityMessages.headings
  ).map { TableColumn($0, $1) }

  /// Looks through the data and writes both into a draft.
  nonisolated(nonsending) func write(to draft: ReportDraft) async throws -> QualityReport {
    let (file, report) = try await draft.room.write(Self.table) { file in
      var table = CSVTable(Self.columns, language: language)
      var waiting = 0
      let report = try await reader.read { finding, indicators in
        table.append(cells(finding, indicators))
        waiting += 1
        if waiting == Self.rowsAtOnce {
          try file.write(table.take())
          waiting = 0
        }
      }
      try file.write(table.take())
      return (table.rows, report)
    }
    draft.add(file)
    try draft.add(Self.page, QualityPage(report: report, language: language).html.bytes, rows: nil)
    return report
  }

  /// Some hundred kilobytes.
  private static let rowsAtOnce = 1000

  private func cells(_ finding: QualityFinding, _ indicators: [String]) -> [String] {
    [
      language(zh: finding.kind.title.chinese, en: finding.kind.code),
      language(zh: Table[finding.table].label, en: finding.table.rawValue), finding.key, finding.text(in: language),
      finding.since?.description ?? "",
      language(zh: finding.kind.effect.title.chinese, en: finding.kind.effect.rawValue),
      indicators.joined(by: Punctuation.semicolon).text(in: language),
    ]
  }
}
