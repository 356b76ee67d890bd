import CadreModel
import Messages
import PolicyKit
import Results
import Workbook

/// Links between the sheets of a city's workbook: from a figure to its rows and back, and to what explains an indicator.
struct IndicatorLinks {
  /// The sheet of the indicators' figures, and that of their explanations: in both a row an indicator, in the same order.
  let indicators: SheetName
  let explanations: SheetName
  private let rows: [String: Int]

  init(figures: CityFigures, indicators: SheetName, explanations: SheetName) {
    self.indicators = indicators
    self.explanations = explanations
    rows = Dictionary(
      figures.indicators.enumerated().map { ($0.element.indicator.id, $0.offset + 1) }, uniquingKeysWith: { first, _ in first })
  }

  /// Which indicator a row is of.
  func indicator(of row: [Cell], _ columns: [TableColumn]) -> String? {
    guard let column = Self.column(ColumnHeadings.indicator, columns) else { return nil }
    return Self.text(of: row[column])
  }

  /// Makes the title lead to the explanation.
  func explain(_ row: inout [Cell], _ columns: [TableColumn]) {
    link(&row, ColumnHeadings.title, columns, to: explanations)
  }

  /// Makes the id lead to the indicator's figures.
  func leadBack(_ row: inout [Cell], _ columns: [TableColumn]) {
    link(&row, ColumnHeadings.indicator, columns, to: indicators)
  }

  /// Makes the counts of what needs attention lead to the first of the indicator's rows.
  func leadToRows(_ row: inout [Cell], _ columns: [TableColumn], _ firstRows: [String: CellTarget]) {
    guard let target = indicator(of: row, columns).flatMap({ firstRows[$0] }) else { return }
    for (column, status) in ResultFilter.exceptions.statuses.compactMap({ status in
      columns.firstIndex { $0.kind == .counted(status) }.map { ($0, status) }
    }) {
      guard case .number(let value) = row[column].content, value > 0 else { continue }
      var style = StatusColours.counted(status, CellStyle(.number(places: 0)))
      style.isUnderlined = true
      style.fontColour = style.fontColour ?? CellStyle.link.fontColour
      row[column] = Cell(.linkedNumber(value, target: target), style: style)
    }
  }

  private func link(_ row: inout [Cell], _ heading: Message, _ columns: [TableColumn], to sheet: SheetName) {
    guard let position = indicator(of: row, columns).flatMap({ rows[$0] }), let column = Self.column(heading, columns),
      let text = Self.text(of: row[column])
    else { return }
    let target = CellTarget(sheet: sheet, position: CellPosition(row: position, column: 0))
    var style = CellStyle.link.with(.text)
    style.wraps = row[column].style.wraps
    style.verticalAlignment = row[column].style.verticalAlignment
    row[column] = .link(text, to: target, style: style)
  }

  private static func column(_ heading: Message, _ columns: [TableColumn]) -> Int? {
    columns.firstIndex { $0.heading == heading }
  }

  private static func text(of cell: Cell) -> String? {
    switch cell.content {
    case .text(let text), .link(let text, _): text
    case .blank, .number, .boolean, .date, .linkedNumber: nil
    }
  }
}
