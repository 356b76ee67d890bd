import DataContract

/// Numbers of identity are told on no page: who may see them in the clear has a command for it.
enum Masking {
  /// The names of the columns that hold them, of all tables.
  static let columns = Set(
    Table.all.flatMap(\.columns).filter { if case .identityNumber = $0.type { true } else { false } }.map(\.name))

  /// What is shown of a cell.
  static func shown(_ value: String, of column: String) -> String {
    columns.contains(column) && !value.isEmpty ? "***" : value
  }
}
