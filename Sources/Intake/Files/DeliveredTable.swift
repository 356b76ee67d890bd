import DataContract
import Workbook

/// Where the rows of one table of a delivery are: in a CSV file, or in sheets of a workbook.
struct DeliveredTable: Sendable, Hashable {
  let table: TableName
  let path: String
  /// In the workbook's order; none of a CSV file.
  var sheets: [Sheet] = []
}
