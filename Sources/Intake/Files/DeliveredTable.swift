import DataContract
import Workbook

/// Where the rows of one table of a delivery are: in a CSV file, or in sheets of a workbook.
struct DeliveredTable: Sendable, Hashable {
  let table: TableName
  let path: String
  /// In the workbook's order; none of a CSV file.
  var sheets: [Sheet] = []
}

/// Where a delivery's list of rows that are to go is: in a CSV file, or in a sheet of a workbook.
struct DeliveredWithdrawals: Sendable, Hashable {
  let path: String
  /// Nil of a CSV file.
  let sheet: Sheet?

  /// As an error names it.
  var called: String { sheet.map { "\(path) (\($0.name))" } ?? path }
}
