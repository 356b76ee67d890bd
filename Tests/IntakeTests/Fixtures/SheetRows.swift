import CadreModel
import DataContract
import Forms
import Workbook

/// What stands in a workbook's sheets, read by our own reader.
struct SheetRows {
  let name: String
  let isHidden: Bool
  /// The rows that hold something; each as wide as the first.
  let rows: [[String]]

  static func read(_ path: String) throws -> [SheetRows] {
    let file = try WorkbookFile(path: path)
    return try file.sheets.map { sheet in
      let reader = try file.reader(of: sheet)
      var batch = RowBatch()
      var rows: [[String]] = []
      while try reader.read(into: &batch) {
        for row in batch.rows {
          var cells = Array(repeating: "", count: rows.first?.count ?? batch.cells[row.cells].last?.column ?? 0)
          for cell in batch.cells[row.cells] {
            while cells.count < cell.column { cells.append("") }
            cells[cell.column - 1] = batch.string(of: cell)
          }
          rows.append(cells)
        }
      }
      return SheetRows(name: sheet.name, isHidden: sheet.visibility != .visible, rows: rows)
    }
  }

  /// The sheets of tables as a folder of CSV files, as somebody makes them by saving each.
  static func delivery(of paths: [String]) throws -> DeliveryFolder {
    let folder = try DeliveryFolder()
    for sheet in try paths.flatMap(read) where !OwnSheets.contain(sheet.name) {
      let lines = sheet.rows.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
      }
      try folder.write(lines.joined(), as: sheet.name + ".csv")
    }
    return folder
  }
}
