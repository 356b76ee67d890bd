import DataContract

/// The findings of an import: the first ones in full, all of them counted by kind and column, and each handed to whoever wants it.
struct FindingLog: Sendable {
  /// How many are kept in full.
  private static let limit = 1_000

  private(set) var shown: [Finding] = []
  private(set) var total = 0
  /// In the order in which each kind was met first.
  private(set) var summary: [FindingSummary] = []
  private var places: [FindingSummary.Kind: Int] = [:]

  var isEmpty: Bool { total == 0 }

  mutating func append(_ finding: Finding) {
    total += 1
    if shown.count < Self.limit { shown.append(finding) }
    let kind = FindingSummary.Kind(finding)
    if let place = places[kind] {
      summary[place].count += 1
    } else {
      places[kind] = summary.count
      summary.append(FindingSummary(kind: kind, first: finding))
    }
  }

  mutating func append(contentsOf findings: [Finding]) {
    for finding in findings { append(finding) }
  }
}

/// How often one thing is wrong in one column of one file or sheet.
public struct FindingSummary: Sendable, Hashable {
  struct Kind: Sendable, Hashable {
    let file: String
    let sheet: String?
    let column: String?
    let problem: String

    init(_ finding: Finding) {
      file = finding.file
      sheet = finding.place.sheet
      column = finding.column?.name
      problem = finding.problem.name
    }
  }

  let kind: Kind
  /// The first of them: its line, its value, and what would be right.
  public internal(set) var first: Finding
  public internal(set) var count = 1

  init(kind: Kind, first: Finding) {
    self.kind = kind
    self.first = first
  }
}
