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
  private let isHidden: Bool

  init(_ column: TableColumn) {
    kind = column.kind
    isHidden = column.isHidden
    var style =
      switch kind {
      case .text, .status, .decimal, .flag: CellStyle.plain
      case .words, .sentence: CellStyle(wraps: true)
      case .identifier: CellStyle.text
      case .count, .counted: CellStyle(.number(places: 0))
      case .rate: CellStyle(.percent(places: 1))
      case .change: CellStyle(.custom("+0.0%;-0.0%;0.0%"))
      case .day: CellStyle(.date)
      }
    // Where a row is of several lines, its other cells stand beside the first.
    style.verticalAlignment = .top
    self.style = style
  }

  /// How the whole column is laid out.
  var column: SheetColumn {
    var column = shown
    column.isHidden = isHidden
    return column
  }

  private var shown: SheetColumn {
    switch kind {
    case .text: SheetColumn(width: .fitted(atMost: 40))
    case .words: SheetColumn(width: .fitted(atMost: 26), style: style)
    case .sentence: SheetColumn(width: .fitted(atMost: 60), style: style)
    case .identifier: SheetColumn(width: .fitted(atMost: 30), style: style)
    case .status, .count, .counted, .decimal, .rate, .change, .flag, .day: SheetColumn(style: style)
    }
  }

  /// How many places a line has where a text goes on in further ones, in Latin letters; nil where it does not.
  private var line: Int? {
    switch kind {
    case .words: 23
    case .sentence: 56
    default: nil
    }
  }

  /// So many points that the longest text of a row can be read: not every program makes room for it by itself. Nil for one line.
  static func height(of row: [Cell], _ looks: [ColumnLook]) -> Double? {
    var lines = 1
    for (look, cell) in zip(looks, row) {
      guard let line = look.line else { continue }
      switch cell.content {
      case .text(let text), .link(let text, _): if text.utf8.count > line { lines = max(lines, Self.lines(text, of: line)) }
      case .blank, .number, .boolean, .date, .linkedNumber: break
      }
    }
    return lines == 1 ? nil : Double(min(lines * 15, 400))
  }

  private static func lines(_ text: String, of line: Int) -> Int {
    var (lines, places) = (1, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x0A:
        lines += 1
        places = 0
      case 0x80..<0xC0: break
      default:
        // A Chinese character takes two places.
        places += byte < 0x80 ? 1 : 2
        if places > line {
          lines += 1
          places = byte < 0x80 ? 1 : 2
        }
      }
    }
    return lines
  }

  /// The cell to a text as the CSV has it.
  func cell(_ text: String) -> Cell {
    guard !text.isEmpty else { return Cell(.blank, style: style) }
    switch kind {
    case .text, .words, .sentence, .status, .identifier: return Cell(.text(text), style: style)
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
