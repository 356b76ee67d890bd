import CadreModel
import DataContract
import Messages
import PolicyKit
import Results

/// The columns of a field of work: in `overview_domains.csv` behind those of the city.
enum DomainColumns {
  static let columns =
    [TableColumn(.text, ColumnHeadings.domain), TableColumn(.text, ColumnHeadings.missingTables)]
    + IndicatorColumns.counts + IndicatorColumns.rates

  static func cells(_ figures: DomainFigures, language: Language) -> [String] {
    [
      figures.domain.name(in: language),
      language == .chinese
        ? MissingTables.names(of: figures.missingTables, in: language)
        : figures.missingTables.map(\.rawValue).joined(separator: ";"),
    ]
      + IndicatorColumns.cells(figures.tally)
      + [IndicatorColumns.cell(figures.compliance), IndicatorColumns.cell(figures.completion)]
  }
}
