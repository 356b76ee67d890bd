public import CadreModel
public import PolicyKit

/// A city under its official parameters and under others, side by side: the indicators on which the others bear.
public struct WhatIfFigures: Sendable {
  public let city: CityUnderPolicy
  /// The official run.
  public let run: Run
  /// Which parameters differ.
  public let changes: [ConfigurationChange]
  /// In catalogue order.
  public let indicators: [Indicators]
  /// By indicator, then by unit.
  public let units: [Units]

  /// One indicator.
  public struct Indicators: Sendable {
    public let article: Article
    public let indicator: Indicator
    public let official: Tally
    public let scenario: Tally
    /// How many of its results stand otherwise.
    public let flips: Int
    let isComplete: Bool

    public var officialRate: Rate? { isComplete ? official.compliance : nil }
    public var scenarioRate: Rate? { isComplete ? scenario.compliance : nil }
  }

  /// One indicator in one unit.
  public struct Units: Sendable {
    public let indicator: Indicator
    /// Empty for results that are no unit's.
    public let id: String
    public let name: String
    public let official: Tally
    public let scenario: Tally
    let isComplete: Bool

    public var officialRate: Rate? { isComplete ? official.compliance : nil }
    public var scenarioRate: Rate? { isComplete ? scenario.compliance : nil }
  }

  public var flips: Int { indicators.reduce(0) { $0 + $1.flips } }
}

/// A result that stands otherwise under other parameters.
public struct WhatIfFlip: Sendable, Hashable {
  public let indicator: String
  public let subjectKind: String
  public let subjectID: String
  public let subjectName: String?
  public let unitID: String?
  public let unitName: String?
  public let period: String
  /// Nil where the parameter decides who is judged, and the subject was not.
  public let from: Status?
  public let to: Status?
  /// Of a result with a class: what it was and would be.
  public let classBefore: String?
  public let classAfter: String?
  public let observed: String?
  public let requiredBefore: String?
  public let requiredAfter: String?
}
