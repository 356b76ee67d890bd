/// The first few rows of each indicator by due date, picked while all rows pass by.
struct FirstLines {
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

  init(_ count: Int, status: [UInt8]? = nil) {
    self.count = count
    self.status = status
  }

  /// Takes a row's line, which is made only if the row is among the first so far. Of one date the earlier row stays.
  mutating func take(of ordinal: Int, due: [UInt8]?, _ line: () -> ResultLine) {
    arrived += 1
    var lines = kept[ordinal] ?? []
    let position = lines.firstIndex { Self.isEarlier(due, than: $0.due) } ?? lines.count
    guard position < count else { return }
    lines.insert(Kept(due: due, arrival: arrived, line: line()), at: position)
    if lines.count > count { lines.removeLast() }
    kept[ordinal] = lines
  }

  /// Dates as ISO texts.
  private static func isEarlier(_ due: [UInt8]?, than other: [UInt8]?) -> Bool {
    guard let due else { return false }
    guard let other else { return true }
    return due.lexicographicallyPrecedes(other)
  }

  /// In the order in which they passed by.
  var inOrder: [ResultLine] {
    kept.values.joined().sorted { $0.arrival < $1.arrival }.map(\.line)
  }
}
