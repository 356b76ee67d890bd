public import CadreModel
public import PolicyKit

/// Which results of a run. What is left empty keeps all.
public struct ResultFilter: Sendable, Hashable {
  /// Ids of indicators.
  public var indicators: [String]
  public var statuses: [Status]
  /// Ids of units; of the empty id are the results that are no unit's. The units below a unit are not meant with it.
  public var units: [String]
  /// Fields of work.
  public var domains: [Domain]

  public init(
    indicators: [String] = [], statuses: [Status] = [], units: [String] = [], domains: [Domain] = []
  ) {
    self.indicators = indicators
    self.statuses = statuses
    self.units = units
    self.domains = domains
  }

  /// What somebody has to see to: missed, about to be missed, or not to be judged.
  public static let exceptions = ResultFilter(statuses: [.unmet, .atRisk, .noData])

  /// Those of a run's indicators that it keeps.
  package func kept(of indicators: [RunIndicator]) -> [RunIndicator] {
    let wanted = Set(self.indicators)
    return indicators.filter { entry in
      (wanted.isEmpty || wanted.contains(entry.indicator.id))
        && (domains.isEmpty || domains.contains(entry.indicator.domain))
    }
  }

  /// Which of an indicator's rows it keeps.
  package var rows: RowFilter { RowFilter(statuses: statuses, units: units) }
}
