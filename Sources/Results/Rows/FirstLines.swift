/// The first few rows of each indicator by due date, picked while all rows pass by.
package struct FirstLines: Sendable {
  /// Of each indicator, at most so many.
  let count: Int
  /// Rows of other statuses are passed over; nil for none.
  let status: [UInt8]?
  private var kept: [Int: [Kept]] = [:]
  private var arrived = 0

  private struct Kept {
    /// Nil for a row without a date, which comes after all that have one.
    let due: [UInt8]?
    let arrival: Int
    let line: ResultLine
  }

  package init(_ count: Int, status: [UInt8]? = nil) {
    self.count = count
    self.status = status
  }

  /// Whether a row is among the first so far: only then its line has to be made. Of one date the earlier row stays.
  ///
  /// - Parameter due: empty for a row without a date.
  func wants(of ordinal: Int, status: [UInt8], due: Span<UInt8>) -> Bool {
    guard self.status.map({ $0 == status }) ?? true else { return false }
    guard let lines = kept[ordinal], lines.count >= count else { return count > 0 }
    return Self.isEarlier(due, than: lines[count - 1].due)
  }

  /// Takes the line of a row that is wanted.
  mutating func take(_ line: ResultLine, of ordinal: Int, due: Span<UInt8>) {
    var lines = kept[ordinal] ?? []
    let position = lines.firstIndex { Self.isEarlier(due, than: $0.due) } ?? lines.count
    lines.insert(Kept(due: due.isEmpty ? nil : due.indices.map { due[$0] }, arrival: arrived, line: line), at: position)
    if lines.count > count { lines.removeLast() }
    kept[ordinal] = lines
    arrived += 1
  }

  /// Dates as ISO texts.
  private static func isEarlier(_ due: Span<UInt8>, than other: [UInt8]?) -> Bool {
    guard !due.isEmpty else { return false }
    guard let other else { return true }
    var index = 0
    while index < due.count, index < other.count {
      if due[index] != other[index] { return due[index] < other[index] }
      index += 1
    }
    return due.count < other.count
  }

  /// In the order in which they passed by.
  var inOrder: [ResultLine] {
    kept.values.joined().sorted { $0.arrival < $1.arrival }.map(\.line)
  }
}
