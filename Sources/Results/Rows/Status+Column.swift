import CadreModel
import PostgresClient

extension Status {
  /// Nil where the cell is empty.
  init?(column: String, of row: Row) throws {
    guard let code = try row.decode(column, as: String?.self), let status = Status(rawValue: code) else { return nil }
    self = status
  }
}
