/// Orders valid texts by their likeness to one that is not valid: for "did you mean".
public enum NearMiss {
  /// The candidates by the least edit distance of any of their names, ties in their own order.
  public static func order<T>(_ candidates: [T], by value: String, names: (T) -> [String]) -> [T] {
    candidates.enumerated()
      .map { offset, candidate in
        (candidate, names(candidate).map { distance(value, $0) }.min() ?? .max, offset)
      }
      .sorted { ($0.1, $0.2) < ($1.1, $1.2) }
      .map(\.0)
  }

  /// The few texts most like the value, none that differ in more than half of it.
  public static func nearest(_ value: String, in texts: some Collection<String>, limit: Int = 3) -> [String] {
    let allowed = max(1, value.count / 2)
    return texts.map { ($0, distance(value, $0)) }
      .filter { $0.1 <= allowed }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      .prefix(limit)
      .map(\.0)
  }

  /// Whether a text may have been meant as one of the others: it has something in common with it, and differs in no more than half.
  public static func isNear(_ value: String, to names: [String]) -> Bool {
    let value = value.lowercased()
    return names.contains { name in
      let name = name.lowercased()
      let isBeginning = min(value.count, name.count) > 1 && (name.hasPrefix(value) || value.hasPrefix(name))
      let distance = distance(value, name)
      return isBeginning || distance < value.count && distance <= max(1, value.count / 2)
    }
  }

  /// How many characters have to be put in, left out or changed to make one text of the other, regardless of case.
  public static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased())
    let right = Array(right.lowercased())
    // A cell may hold a whole page.
    guard left.count <= 100 else { return left.count }
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
