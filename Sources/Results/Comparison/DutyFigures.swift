public import CadreModel
public import DataContract
public import PolicyKit

/// How a city stands in a duty under one policy: the policy's indicators of the duty, counted together.
public struct DutyFigures: Sendable {
  public let duty: SharedDuty
  public let policy: Policy
  /// In the policy's order; none where it does not ask for the duty.
  public let indicators: [Indicator]
  public let tally: Tally
  /// Tables that an indicator needs and the city has never handed in.
  public let missingTables: [TableName]

  init(_ duty: SharedDuty, under policy: Policy, of figures: [IndicatorFigures]) {
    self.init(
      duty, under: policy,
      figures.map { (indicator: $0.indicator, tally: $0.tally, missingTables: $0.missingTables) })
  }

  init(_ duty: SharedDuty, under policy: Policy, of indicators: [RunIndicator]) {
    self.init(
      duty, under: policy,
      indicators.map { (indicator: $0.indicator, tally: $0.tally, missingTables: $0.missingTables) })
  }

  private init(
    _ duty: SharedDuty, under policy: Policy, _ entries: [(indicator: Indicator, tally: Tally, missingTables: [TableName])]
  ) {
    let own = entries.filter { duty.indicators.contains($0.indicator.id) }
    self.duty = duty
    self.policy = policy
    indicators = own.map(\.indicator)
    tally = own.reduce(into: Tally()) { $0 += $1.tally }
    missingTables = own.flatMap(\.missingTables).distinct
  }

  public var isAsked: Bool { !indicators.isEmpty }
  /// How many verdicts there are.
  public var verdicts: Int { tally.met + tally.unmet }
  public var compliance: Rate? { missingTables.isEmpty ? tally.compliance : nil }
}

/// Where a rate goes.
public enum TrendDirection: String, Sendable, Hashable, CaseIterable {
  case up, level, down

  /// Nil where one of the rates is missing. Less than a point of a hundred is no change.
  init?(from earlier: Rate?, to later: Rate?) {
    guard let earlier, let later else { return nil }
    let change = (later - earlier).tenThousandths
    self = change >= 100 ? .up : change <= -100 ? .down : .level
  }
}

/// A city's own row in a duty: under its own policy, now and before, and beside the others.
public struct DutyOfCity: Sendable {
  public let city: CityUnderPolicy
  public let figures: DutyFigures
  /// On the same day of last year.
  public let lastYear: DutyFigures?
  public let direction: TrendDirection?
  /// 1 for the highest rate; ties share the best rank. Nil where it is not ranked.
  public internal(set) var rank: Int?

  public var rateLastYear: Rate? { lastYear?.compliance }

  public var change: Rate? {
    guard let now = figures.compliance, let rateLastYear else { return nil }
    return now - rateLastYear
  }

  /// Rates of fewer verdicts are not ranked: one more would turn the order round.
  public static let verdictsForRank = 10

  var rankedRate: Rate? { figures.verdicts >= Self.verdictsForRank ? figures.compliance : nil }
}

/// A city's data in a duty under one policy's rule.
public struct DutyUnderRule: Sendable {
  public let city: City
  /// Of its rule.
  public let figures: DutyFigures
  /// Whether it is the city's own policy.
  public let isOwn: Bool
  public let ownCompliance: Rate?
  /// How its subjects stand otherwise than under their own policy; nil where that does not ask for the duty, or asks it of
  /// others than persons are.
  public let difference: StandingDifference?
}

/// How subjects stand under one rule and under another.
public struct StandingDifference: Sendable, Hashable {
  /// Met or unmet under both.
  public let both: Int
  /// Unmet under their own rule, met under the other.
  public let wouldMeet: Int
  /// Met under their own rule, unmet under the other.
  public let wouldFail: Int
  /// Met or unmet under their own rule alone.
  public let onlyOwn: Int
  /// Met or unmet under the other rule alone.
  public let onlyOther: Int

  /// How many would stand otherwise.
  public var otherwise: Int { wouldMeet + wouldFail }

  public init(both: Int, wouldMeet: Int, wouldFail: Int, onlyOwn: Int, onlyOther: Int) {
    self.both = both
    self.wouldMeet = wouldMeet
    self.wouldFail = wouldFail
    self.onlyOwn = onlyOwn
    self.onlyOther = onlyOther
  }
}
