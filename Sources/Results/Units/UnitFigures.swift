/// One unit's indicators.
public struct UnitFigures: Sendable {
  /// Empty for results that are no unit's.
  public let id: String
  public let name: String
  /// 0 for a unit without a superior one.
  public let depth: Int
  /// Position of the indicator in the city's figures, and its counts; in catalogue order.
  public let tallies: [(indicator: Int, tally: Tally)]

  public init(id: String, name: String, depth: Int, tallies: [(indicator: Int, tally: Tally)]) {
    self.id = id
    self.name = name
    self.depth = depth
    self.tallies = tallies
  }

  public var total: Tally {
    tallies.reduce(into: Tally()) { $0 += $1.tally }
  }
}
