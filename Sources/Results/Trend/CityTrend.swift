public import CadreModel
public import PolicyKit

/// What a city was judged to be at several dates, the earliest first.
public struct CityTrend: Sendable {
  public let under: CityUnderPolicy
  public let points: [TrendPoint]
  /// In tree order; empty where units were not asked for.
  public let units: [UnitTrend]

  public init(_ under: CityUnderPolicy, points: [TrendPoint], units: [UnitTrend] = []) {
    self.under = under
    self.points = points
    self.units = units
  }

  public var city: City { under.city }
  public var policy: Policy { under.policy }

  /// The fields of work of any date, in the order of `Domain`.
  public var domains: [Domain] {
    let found = Set(points.flatMap { $0.domains.map(\.domain) })
    return Domain.allCases.filter(found.contains)
  }
}

/// What a city was judged to be at one of several dates: what was counted then, indicator by indicator.
public struct TrendPoint: Sendable {
  public let run: Run
  /// In catalogue order.
  public let indicators: [IndicatorFigures]
  /// Whether it was judged on the same data as the trend's last point. What came in since may change it.
  public let isOfSameData: Bool

  public init(run: Run, indicators: [IndicatorFigures], isOfSameData: Bool) {
    self.run = run
    self.indicators = indicators
    self.isOfSameData = isOfSameData
  }

  public var asOf: Day { run.asOf }
  public var domains: [DomainFigures] { DomainFigures.sums(of: indicators) }

  /// Of all duties together.
  public var total: Tally { indicators.reduce(into: Tally()) { $0 += $1.tally } }
  private var isComplete: Bool { indicators.allSatisfy(\.missingTables.isEmpty) }

  /// Of all duties together; nil where a table that one needs was never handed in.
  public var compliance: Rate? { isComplete ? total.compliance : nil }
  public var completion: Rate? { isComplete ? total.completion : nil }
}

/// One unit at several dates. Indicators of which a table was never handed in are left out.
public struct UnitTrend: Sendable {
  /// Empty for results that are no unit's.
  public let id: String
  public let name: String
  /// Its own results, by date; none where the unit had no verdict, or the date's results are not stored.
  public let tallies: [Day: Tally]
  /// The same with those of all units below it; nil for a unit that has none below it.
  public let withUnitsBelow: [Day: Tally]?

  public init(id: String, name: String, tallies: [Day: Tally], withUnitsBelow: [Day: Tally]? = nil) {
    (self.id, self.name, self.tallies, self.withUnitsBelow) = (id, name, tallies, withUnitsBelow)
  }
}
