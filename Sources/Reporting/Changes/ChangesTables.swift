import CadreModel
import DataContract
import Messages
import PolicyKit
import Results

/// `changes.csv`, `changes-summary.csv`, `changes-causes.csv` and `changes-rows.csv`.
enum ChangesTables {
  static let flips = "changes.csv"
  static let summary = "changes-summary.csv"
  static let causes = "changes-causes.csv"
  static let rows = "changes-rows.csv"

  private static let beginning =
    IndicatorColumns.placeColumns + [
      TableColumn(.text, ColumnHeadings.policy), TableColumn(.identifier, ColumnHeadings.indicator),
      TableColumn(.text, ColumnHeadings.title),
    ]

  static let summaryColumns =
    beginning + [TableColumn(.identifier, ColumnHeadings.article)]
    + Tally.reported.map { TableColumn(.counted($0), ChangesMessages.before($0)) }
    + Tally.reported.map { TableColumn(.counted($0), ChangesMessages.after($0)) } + [
      TableColumn(.rate, ChangesMessages.rateBefore), TableColumn(.rate, ChangesMessages.rateAfter),
      TableColumn(.change, ChangesMessages.change), TableColumn(.count, ChangesMessages.flipCount),
    ]

  static let causeColumns =
    beginning + [TableColumn(.text, ChangesMessages.cause), TableColumn(.count, ChangesMessages.flipCount)]
    + Tally.reported.map { TableColumn(.decimal, ChangesMessages.difference($0)) } + [
      TableColumn(.change, ChangesMessages.change)
    ]

  static let flipColumns =
    [TableColumn(.count, ChangesMessages.number)] + beginning + [
      TableColumn(.text, ColumnHeadings.subjectKind), TableColumn(.identifier, ColumnHeadings.subjectID),
      TableColumn(.text, ColumnHeadings.subjectName), TableColumn(.identifier, ColumnHeadings.unitID),
      TableColumn(.text, ColumnHeadings.unitName), TableColumn(.identifier, ColumnHeadings.period),
      TableColumn(.status, ChangesMessages.from), TableColumn(.status, ChangesMessages.to),
      TableColumn(.text, ChangesMessages.classBefore), TableColumn(.text, ChangesMessages.classAfter),
      TableColumn(.decimal, ChangesMessages.observedBefore), TableColumn(.decimal, ChangesMessages.observedAfter),
      TableColumn(.decimal, ChangesMessages.requiredBefore), TableColumn(.decimal, ChangesMessages.requiredAfter),
      TableColumn(.day, ColumnHeadings.dueOn), TableColumn(.text, ChangesMessages.cause),
    ]

  static let rowColumns = [
    TableColumn(.count, ChangesMessages.number), TableColumn(.identifier, ColumnHeadings.indicator),
    TableColumn(.identifier, ColumnHeadings.subjectID), TableColumn(.identifier, ColumnHeadings.period),
    TableColumn(.text, ChangesMessages.table), TableColumn(.identifier, ChangesMessages.key),
    TableColumn(.identifier, ChangesMessages.imports), TableColumn(.text, ChangesMessages.rowChange),
    TableColumn(.text, ChangesMessages.column), TableColumn(.identifier, ChangesMessages.old),
    TableColumn(.identifier, ChangesMessages.new),
  ]

  // MARK: Cells

  static func cells(_ entry: ChangesFigures.Indicators, of city: CityUnderPolicy, _ language: Language) -> [String] {
    beginning(entry.indicator, of: city, language) + [entry.article.id] + IndicatorColumns.cells(entry.before)
      + IndicatorColumns.cells(entry.after) + [entry.rateBefore, entry.rateAfter, entry.change].map(IndicatorColumns.cell)
      + [String(entry.flips)]
  }

  static func cells(
    _ cause: ChangesFigures.Cause, of entry: ChangesFigures.Indicators, in city: CityUnderPolicy, _ language: Language
  ) -> [String] {
    beginning(entry.indicator, of: city, language) + [cause.cause.name(in: language), String(cause.flips)]
      + IndicatorColumns.cells(cause.change) + [IndicatorColumns.cell(cause.rateChange)]
  }

  static func cells(_ flip: Flip, of city: CityUnderPolicy, _ language: Language) -> [String] {
    guard let indicator = city.policy.indicator(flip.indicator) else { return [] }
    func status(_ status: Status?) -> String { status.map { StatusColours.name(of: $0, in: language) } ?? "" }
    func name(_ code: String?) -> String { code.map { indicator.resultClass($0).label.text(in: language) } ?? "" }
    return [String(flip.number)] + beginning(indicator, of: city, language) + [
      SubjectKinds.label(flip.subjectKind).text(in: language), flip.subjectID, flip.subjectName ?? "", flip.unitID ?? "",
      flip.unitName ?? "", flip.period, status(flip.from), status(flip.to), name(flip.classBefore), name(flip.classAfter),
      flip.observedBefore ?? "", flip.observedAfter ?? "", flip.requiredBefore ?? "", flip.requiredAfter ?? "",
      flip.dueOn ?? "", flip.cause.name(in: language),
    ]
  }

  static func cells(_ cell: ChangedCell, _ language: Language) -> [String] {
    let table = TableName(rawValue: cell.table).map { Table[$0] }
    let (name, column) =
      language == .chinese
      ? (table?.label ?? cell.table, table?.column(cell.column)?.label ?? cell.column) : (cell.table, cell.column)
    return [
      String(cell.flip), cell.indicator, cell.subjectID, cell.period, name, cell.key, cell.imports,
      cell.change.name(in: language), column, cell.old ?? "", cell.new ?? "",
    ]
  }

  private static func beginning(_ indicator: Indicator, of city: CityUnderPolicy, _ language: Language) -> [String] {
    IndicatorColumns.place(city.city, language: language)
      + [city.policy.name(in: language), indicator.id, indicator.title.text(in: language)]
  }
}
