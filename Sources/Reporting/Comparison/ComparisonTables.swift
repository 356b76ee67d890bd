import CadreModel
import Messages
import PolicyKit
import Results

/// `comparison.csv` and `yardstick.csv`.
struct ComparisonTables {
  let comparison: DutyComparison
  let readings: @Sendable (Policy) throws -> Readings?
  let language: Language

  static let rows = "comparison.csv"
  static let yardstick = "yardstick.csv"

  private static let duty = [
    TableColumn(.identifier, ComparisonMessages.duty), TableColumn(.text, ComparisonMessages.dutyTitle),
  ]

  static let rowColumns =
    duty + IndicatorColumns.placeColumns + [
      TableColumn(.text, ColumnHeadings.policy), TableColumn(.sentence, ComparisonMessages.indicators),
      TableColumn(.sentence, ComparisonMessages.asked), TableColumn(.sentence, ComparisonMessages.numbers),
      TableColumn(.text, ComparisonMessages.period), TableColumn(.identifier, ComparisonMessages.clauses),
      TableColumn(.text, ComparisonMessages.basis), TableColumn(.count, TrendMessages.decided),
    ] + IndicatorColumns.counts + [
      TableColumn(.rate, ColumnHeadings.complianceRate), TableColumn(.rate, ColumnHeadings.rateLastYear),
      TableColumn(.change, ColumnHeadings.change), TableColumn(.text, ComparisonMessages.direction),
      TableColumn(.count, ComparisonMessages.rank),
    ]

  static let yardstickColumns =
    duty + IndicatorColumns.placeColumns + [
      TableColumn(.text, ComparisonMessages.rule), TableColumn(.flag, ComparisonMessages.isOwn),
      TableColumn(.sentence, ComparisonMessages.indicators), TableColumn(.count, TrendMessages.decided),
    ] + IndicatorColumns.counts + [
      TableColumn(.rate, ColumnHeadings.complianceRate), TableColumn(.rate, ComparisonMessages.ownRate),
      TableColumn(.change, ComparisonMessages.differenceOfRates), TableColumn(.count, ComparisonMessages.both),
      TableColumn(.count, ComparisonMessages.otherwise), TableColumn(.count, ComparisonMessages.wouldMeet),
      TableColumn(.count, ComparisonMessages.wouldFail), TableColumn(.count, ComparisonMessages.onlyOwn),
      TableColumn(.count, ComparisonMessages.onlyOther),
    ]

  func rowTable() throws -> CSVTable {
    var table = CSVTable(Self.rowColumns, language: language)
    for row in comparison.rows {
      let figures = row.figures
      let asked = try asked(row)
      let text =
        figures.isAsked
        ? try asked.rules.joined(separator: "\n") : ComparisonMessages.notAsked.text(in: language)
      table.append(
        cells(figures.duty) + IndicatorColumns.place(row.city.city, language: language)
          + [
            figures.policy.name(in: language), ids(figures), text, asked.numbers.joined(separator: "\n"),
            asked.periods.list.text(in: language), asked.clauses.list.text(in: language),
            asked.basis?.text(in: language) ?? "",
          ]
          + counts(figures)
          + [
            IndicatorColumns.cell(figures.compliance), IndicatorColumns.cell(row.rateLastYear),
            IndicatorColumns.cell(row.change), row.direction.map { $0.label.text(in: language) } ?? "",
            row.rank.map(String.init) ?? "",
          ])
    }
    return table
  }

  func yardstickTable() -> CSVTable {
    var table = CSVTable(Self.yardstickColumns, language: language)
    for entry in comparison.yardstick {
      let figures = entry.figures
      let change = figures.compliance.flatMap { rate in entry.ownCompliance.map { rate - $0 } }
      let difference = entry.difference.map { found in
        [found.both, found.otherwise, found.wouldMeet, found.wouldFail, found.onlyOwn, found.onlyOther].map(String.init)
      }
      table.append(
        cells(figures.duty) + IndicatorColumns.place(entry.city, language: language)
          + [figures.policy.name(in: language), entry.isOwn ? "1" : "0", ids(figures)] + counts(figures)
          + [
            IndicatorColumns.cell(figures.compliance), IndicatorColumns.cell(entry.ownCompliance),
            entry.isOwn ? "" : IndicatorColumns.cell(change),
          ] + (difference ?? [String](repeating: "", count: 6)))
    }
    return table
  }

  func asked(_ row: DutyOfCity) throws -> AskedOfDuty {
    AskedOfDuty(
      figures: row.figures, readings: try readings(row.figures.policy), asOf: comparison.asOf, language: language)
  }

  private func cells(_ duty: SharedDuty) -> [String] { [duty.id, duty.title.text(in: language)] }

  private func ids(_ figures: DutyFigures) -> String { figures.indicators.map(\.id).joined(separator: "\n") }

  private func counts(_ figures: DutyFigures) -> [String] {
    guard figures.isAsked else { return [String](repeating: "", count: Tally.reported.count + 1) }
    return [String(figures.verdicts)] + IndicatorColumns.cells(figures.tally)
  }
}

extension TrendDirection {
  var label: Message {
    switch self {
    case .up: ComparisonMessages.up
    case .level: ComparisonMessages.level
    case .down: ComparisonMessages.down
    }
  }

  /// For who looks over a table.
  var arrow: String {
    switch self {
    case .up: "↑"
    case .level: "→"
    case .down: "↓"
    }
  }
}
