import DataContract
import Foundation
import Spreadsheet
import Workbook

/// Workbooks as our own writer makes them.
enum TestWorkbook {
  typealias Sheet = (name: String, rows: [[Cell]])

  static func write(_ sheets: [Sheet], to path: String) throws {
    let writer = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 0))
    for sheet in sheets {
      let made = try writer.addSheet(try SheetName(sheet.name))
      for row in sheet.rows { try made.append(row) }
    }
    _ = try writer.close()
  }

  static func texts(_ rows: [[String]]) -> [[Cell]] {
    rows.map { row in row.map { $0.isEmpty ? .blank : .text($0) } }
  }

  /// The records of a CSV file.
  static func records(_ bytes: Data) throws -> [[String]] {
    var reader = CSVReader(source: MemorySource(Array(bytes)))
    var batch = RecordBatch()
    var records: [[String]] = []
    while try reader.read(into: &batch) {
      for record in batch.records {
        records.append((0..<record.cellCount).map { String(decoding: batch.cell($0, of: record), as: UTF8.self) })
      }
    }
    return records
  }

  /// A table's file as a sheet, its dates, numbers and truth values as such, the rest as text.
  static func typed(_ records: [[String]], of table: Table) -> [[Cell]] {
    guard let headings = records.first else { return [] }
    let columns = headings.map { table.column($0) }
    let rows = records.dropFirst().map { row in
      zip(row, columns).map { text, column in text.isEmpty ? .blank : cell(text, column?.type) }
    }
    return texts([headings]) + rows
  }

  private static func cell(_ text: String, _ type: ColumnType?) -> Cell {
    switch type {
    case .number, .integer: return Double(text).map { .number($0, places: 2) } ?? .text(text)
    case .date:
      let parts = text.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 3, let day = CellDate(year: parts[0], month: parts[1], day: parts[2]) else { return .text(text) }
      return .date(day)
    case .bool: return text == "1" || text == "0" ? .boolean(text == "1") : .text(text)
    default: return .text(text)
    }
  }
}
