import CadreModel

/// The columns of `unit_tallies` and `run_indicators` that count results: each status has its own.
enum StatusCounts {
  static let columns = Status.allCases.map(\.rawValue)

  /// What an amount adds up to over the rows of each status.
  ///
  /// - Parameters:
  ///   - amount: a column of the rows.
  ///   - rows: the rows' name, with a column `status`.
  static func sums(of amount: String, in rows: String) -> [String] {
    columns.map { "coalesce(sum(\(rows).\(amount)) filter (where \(rows).status = '\($0)'), 0)" }
  }
}
