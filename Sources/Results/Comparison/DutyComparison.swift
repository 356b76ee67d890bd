public import CadreModel
public import PolicyKit

/// One duty across cities, each under its own policy, and each city's data under every policy's rule.
public struct DutyComparison: Sendable {
  public let asOf: Day
  public let duties: [SharedDuty]
  public let cities: [CityFigures]
  /// By duty, then by city: also of cities whose policies do not ask for it.
  public let rows: [DutyOfCity]
  /// By duty, then by city, then by the rule's policy, of policies that ask for the duty.
  public let yardstick: [DutyUnderRule]

  /// - Parameters:
  ///   - trends: of the cities, in their order; each ends with the city's run.
  ///   - rules: each city's figures under other policies, by city's code and in the order of policies.
  init(
    asOf: Day, duties: [SharedDuty], cities: [CityFigures], trends: [CityTrend], rules: [String: [CityUnderRule]]
  ) {
    self.asOf = asOf
    self.duties = duties
    self.cities = cities
    var rows: [DutyOfCity] = []
    var yardstick: [DutyUnderRule] = []
    for duty in duties {
      let own = trends.map { DutyOfCity(duty, $0, asOf: asOf) }
      rows += Self.ranked(own)
      for (row, trend) in zip(own, trends) {
        let own = DutyUnderRule(
          city: trend.city, figures: row.figures, isOwn: true, ownCompliance: row.figures.compliance, difference: nil)
        let others = (rules[trend.city.code] ?? []).map { rule in
          DutyUnderRule(
            city: trend.city, figures: DutyFigures(duty, under: rule.policy, of: rule.indicators), isOwn: false,
            ownCompliance: row.figures.compliance, difference: rule.differences[duty.id])
        }
        let order = cities.map(\.policy.code).distinct
        yardstick += ([own] + others).filter(\.figures.isAsked)
          .sorted { (order.firstIndex(of: $0.figures.policy.code) ?? 0) < (order.firstIndex(of: $1.figures.policy.code) ?? 0) }
      }
    }
    self.rows = rows
    self.yardstick = yardstick
  }

  /// The rows of one duty.
  public func rows(of duty: SharedDuty) -> [DutyOfCity] { rows.filter { $0.figures.duty.id == duty.id } }

  public func yardstick(of duty: SharedDuty) -> [DutyUnderRule] { yardstick.filter { $0.figures.duty.id == duty.id } }

  /// Ranks those with enough verdicts, where there are two at least.
  private static func ranked(_ rows: [DutyOfCity]) -> [DutyOfCity] {
    let rates = rows.compactMap(\.rankedRate)
    guard rates.count > 1 else { return rows }
    return rows.map { row in
      var row = row
      row.rank = row.rankedRate.map { own in 1 + rates.count { $0 > own } }
      return row
    }
  }
}

/// What a city's data are found to be under another policy than its own.
struct CityUnderRule: Sendable {
  let policy: Policy
  let indicators: [RunIndicator]
  /// By the duty's code.
  let differences: [String: StandingDifference]
}

extension DutyOfCity {
  fileprivate init(_ duty: SharedDuty, _ trend: CityTrend, asOf: Day) {
    let points = trend.points.map { (asOf: $0.asOf, figures: DutyFigures(duty, under: trend.policy, of: $0.indicators)) }
    let now = points.last { $0.asOf == asOf }?.figures ?? DutyFigures(duty, under: trend.policy, of: [IndicatorFigures]())
    let lastYear = points.first { $0.asOf == JudgedCity.lastYear(of: asOf) }?.figures
    // Duties of a year are judged at its end: the same day of last year tells more than last month.
    let earlier = lastYear?.compliance ?? points.first { $0.asOf < asOf && $0.figures.compliance != nil }?.figures.compliance
    self.init(
      city: trend.under, figures: now, lastYear: lastYear, direction: TrendDirection(from: earlier, to: now.compliance),
      rank: nil)
  }
}
