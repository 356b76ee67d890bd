public import CadreModel
public import DataContract
public import PolicyKit

/// What a run of a city says, indicator by indicator.
public struct CityFigures: Sendable {
  public let under: CityUnderPolicy
  public let run: Run
  /// Nil where the city was not judged under the policy a year ago.
  public let runLastYear: Run?
  /// In catalogue order.
  public let indicators: [IndicatorFigures]
  /// When each table last came in, in the order of the contract.
  public let deliveries: [Delivery]
  /// The latest day that a row of the city is dated; nil where none is.
  public let newestFact: Day?
  /// The day on which the figures were read.
  public let today: Day
  /// What rows say against each other.
  public let contradictions: [ContradictionCount]
  public let parameters: ParameterSource

  public init(
    _ under: CityUnderPolicy, run: Run, runLastYear: Run?, indicators: [IndicatorFigures], deliveries: [Delivery],
    newestFact: Day? = nil, today: Day, contradictions: [ContradictionCount] = [],
    parameters: ParameterSource = .shipped
  ) {
    self.under = under
    self.run = run
    self.runLastYear = runLastYear
    self.indicators = indicators
    self.deliveries = deliveries
    self.newestFact = newestFact
    self.today = today
    self.contradictions = contradictions
    self.parameters = parameters
  }

  public var city: City { under.city }
  public var policy: Policy { under.policy }

  public var domains: [DomainFigures] { DomainFigures.sums(of: indicators) }

  public var total: Tally {
    indicators.reduce(into: Tally()) { $0 += $1.tally }
  }

  /// The tables that an indicator needs and the city has never handed in.
  public var missingTables: [TableName] { indicators.flatMap(\.missingTables).distinct }

  /// Whether the city has handed in anything.
  package var hasDelivered: Bool { deliveries.contains { $0.lastImport != nil } }

  /// Whether the city has handed in every table that an indicator needs.
  package var isComplete: Bool { indicators.allSatisfy(\.missingTables.isEmpty) }
}
