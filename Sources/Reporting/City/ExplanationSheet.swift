import CadreModel
import Messages
import PolicyKit
import Results
import Workbook

/// The sheet that says of each indicator which clause it is of, whom it is about, what is judged, and by which numbers: a row
/// an indicator, in the order of the policy.
struct ExplanationSheet {
  let figures: CityFigures
  let readings: Readings?
  let language: Language

  static let columns = [
    TableColumn(.identifier, ColumnHeadings.indicator), TableColumn(.text, ColumnHeadings.title),
    TableColumn(.identifier, ColumnHeadings.article), TableColumn(.text, ColumnHeadings.articleTitle),
    TableColumn(.sentence, ReportWorkbookMessages.gist), TableColumn(.sentence, ReportWorkbookMessages.rule),
    TableColumn(.sentence, ReportWorkbookMessages.parameters),
  ]

  /// The cells of an indicator's row.
  func cells(_ entry: IndicatorFigures) throws -> [String] {
    let reading = try readings?.reading(of: entry.indicator, in: figures.policy)
    return [
      entry.indicator.id, entry.indicator.title.text(in: language), entry.article.id,
      entry.article.title.text(in: language), entry.article.gist.text(in: language),
      reading.map { CatalogueRow.sentence(of: $0, in: language) } ?? "", parameters(of: entry.indicator),
    ]
  }

  /// Those in force at the date, a line each.
  private func parameters(of indicator: Indicator) -> String {
    ParameterLines(policy: figures.policy, asOf: figures.run.asOf, language: language)
      .of(indicator, figures.policy.parameters(of: indicator)).joined(separator: "\n")
  }
}
