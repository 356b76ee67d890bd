/// The findings of an import: the first ones in full, the rest counted.
struct FindingLog: Sendable {
  /// How many are kept in full.
  static let limit = 1_000

  private(set) var shown: [Finding] = []
  private(set) var total = 0

  var isEmpty: Bool { total == 0 }

  mutating func append(_ finding: Finding) {
    total += 1
    if shown.count < Self.limit { shown.append(finding) }
  }

  mutating func append(contentsOf findings: [Finding]) {
    for finding in findings { append(finding) }
  }
}
