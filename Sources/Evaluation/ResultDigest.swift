import Journal
import PolicyKit

/// A result as a number: tallies hold the sum of those that they count. Which result set holds it does not matter.
enum ResultDigest {
  static let columns = ["ordinal"] + JudgedColumns.names

  /// SQL of a result's hash.
  static func hash(of row: String) -> String { ContentDigest.hash(of: row, columns: columns) }
}
