/// How a table keeps its amounts: the contract's numbers, exact to two fractional digits.
public enum AmountStorage: Sendable, Hashable {
  /// As `numeric(14,2)`.
  case numeric
  /// As `bigint`, in hundredths, for the table with the most rows: whole numbers are stored, compared and added up in half
  /// the time.
  case hundredths

  public init(of table: TableName) {
    self = table == .trainingRecords ? .hundredths : .numeric
  }

  /// SQL of an amount, given as a `numeric`, in the form in which a column keeps it.
  public func stored(_ amount: String) -> String {
    switch self {
    case .numeric: amount
    case .hundredths: "\(amount) * 100"
    }
  }

  /// SQL that reads the amount in a column, given as it stands in SQL, as a `numeric` with two fractional digits.
  public func amount(_ column: String) -> String {
    switch self {
    case .numeric: column
    case .hundredths: "\(column) * 0.01"
    }
  }
}
