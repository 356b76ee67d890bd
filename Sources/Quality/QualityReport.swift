public import CadreModel
public import PolicyKit

/// What is doubtful in a city's data at a date, kind by kind.
public struct QualityReport: Sendable {
  public let city: CityUnderPolicy
  public let asOf: Day
  /// The kinds of which there is something, in the order in which they are shown.
  public let kinds: [QualityKindFound]
  /// Of every table, in the order of the contract.
  public let freshness: [TableFreshness]
  /// Whether contradictions were looked for in all that is stored: the program has not always stored them.
  public let contradictionsAreWhole: Bool

  /// Of all kinds: as many as the file has rows.
  public var count: Int { kinds.reduce(0) { $0 + $1.count } }

  /// The latest day that a row is dated.
  public var newest: Day? { freshness.compactMap(\.newest).max() }
}

/// What was found of one kind.
public struct QualityKindFound: Sendable {
  public let kind: QualityKind
  public fileprivate(set) var count = 0
  /// The first few.
  public fileprivate(set) var first: [QualityFinding] = []
  /// The ids of the indicators that read any of them, in catalogue order.
  public fileprivate(set) var indicators: [String] = []

  /// How many of a kind a screen or page shows.
  public static let shown = 10

  init(_ kind: QualityKind) {
    self.kind = kind
  }

  mutating func add(_ finding: QualityFinding, _ read: [String]) {
    count += 1
    if first.count < Self.shown { first.append(finding) }
    // Findings about the same columns come with the same answer, one after the other.
    if read != last {
      known.formUnion(read)
      last = read
    }
  }

  private var known: Set<String> = []
  private var last: [String] = []

  /// The same, with its indicators in the order of the policy.
  func ordered(by policy: Policy) -> QualityKindFound {
    var found = self
    found.indicators = policy.indicators.map(\.id).filter(known.contains)
    return found
  }
}
