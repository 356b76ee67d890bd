import Bytes
import CadreModel
import Spreadsheet
import Workbook

/// A table of a report as its CSV file has it: a workbook takes its cells from there, so that both say the same.
struct TableFile {
  let path: String
  let columns: [TableColumn]
  let language: Language

  /// Calls `body` with the cells of each row, the headings left out. A few hundred kilobytes are kept in memory.
  func forEachRow(_ body: ([Cell]) throws -> Void) throws {
    var reader = CSVReader(source: try FileSource(path: path))
    var batch = RecordBatch()
    let looks = columns.map(ColumnLook.init)
    var isHeading = true
    while try reader.read(into: &batch) {
      for record in batch.records {
        guard !isHeading else {
          isHeading = false
          continue
        }
        try body(
          looks.indices.map { column in
            column < record.cellCount ? looks[column].cell(FormulaGuard.text(of: batch.cell(column, of: record))) : .blank
          })
      }
    }
  }
}

/// How a column's cells look in a workbook.
struct ColumnLook {
  let kind: TableColumn.Kind
  let style: CellStyle

  init(_ column: TableColumn) {
    kind = column.kind
    style =
      switch kind {
      case .text, .status: .plain
      case .sentence: CellStyle(wraps: true, verticalAlignment: .top)
      case .identifier: .text
      case .count, .counted: CellStyle(.number(places: 0))
      case .decimal, .flag: .plain
      case .rate: CellStyle(.percent(places: 1))
      case .change: CellStyle(.custom("+0.0%;-0.0%;0.0%"))
      case .day: CellStyle(.date)
      }
  }

  /// How the whole column is laid out.
  var column: SheetColumn {
    switch kind {
    case .text: SheetColumn(width: .fitted(atMost: 40))
    case .sentence: SheetColumn(width: .fitted(atMost: 60), style: style)
    case .identifier: SheetColumn(width: .fitted(atMost: 30), style: style)
    case .status, .count, .counted, .decimal, .rate, .change, .flag, .day: SheetColumn(style: style)
    }
  }

  /// The cell to a text as the CSV has it.
  func cell(_ text: String) -> Cell {
    guard !text.isEmpty else { return Cell(.blank, style: style) }
    switch kind {
    case .text, .sentence, .status, .identifier: return Cell(.text(text), style: style)
    case .count, .decimal, .rate, .change, .flag: return number(text, style)
    case .counted(let status): return number(text, text == "0" ? style : StatusColours.counted(status, style))
    case .day:
      guard let day = Day(text), let date = CellDate(day) else { return Cell(.text(text), style: .text) }
      return .date(date, style: style)
    }
  }

  /// Of more digits than a sheet's numbers have, a number stays text.
  private func number(_ text: String, _ style: CellStyle) -> Cell {
    guard text.utf8.count(where: \.isDigit) <= 15, let value = Double(text) else { return Cell(.text(text), style: .text) }
    return Cell(.number(value), style: style)
  }
}

extension CellDate {
  init?(_ day: Day) {
    let (year, month, day) = day.civil
    self.init(year: year, month: month, day: day)
  }
}
