/// What a meeting should know of a city: its figures, and the few things that stand out.
public struct CityBrief: Sendable {
  public let figures: CityFigures
  /// The rate of all duties together less that of the same day of last year; nil where either has none.
  public let change: Rate?
  /// The duties that most persons fall short of, the largest first.
  public let shortfalls: [Shortfall]
  /// The duties whose rates fell most since the same day of last year, the furthest first.
  public let worse: [IndicatorFigures]
  /// What falls due until the end of the month, most first.
  public let dueThisMonth: [DueGroup]
  /// What falls due in the month after.
  public let dueNextMonth: [DueGroup]
  /// The units with the most open items, most first.
  public let units: [OpenUnit]

  /// How many persons fall short of a duty.
  public struct Shortfall: Sendable {
    public let figures: IndicatorFigures
    public let persons: Int
  }

  /// A unit with what is unmet or at risk in it.
  public struct OpenUnit: Sendable {
    public let unit: ResponsibleUnit
    public let unmet: Int
    public let atRisk: Int

    public var open: Int { unmet + atRisk }
  }
}
