public import CadreModel

/// Which results of a run.
public struct ResultFilter: Sendable, Hashable {
  /// Indicator ids; empty for all.
  public var indicators: [String]
  /// Empty for all.
  public var statuses: [Status]

  public init(indicators: [String] = [], statuses: [Status] = []) {
    self.indicators = indicators
    self.statuses = statuses
  }

  /// What somebody has to see to: missed, about to be missed, or not to be judged.
  public static let exceptions = ResultFilter(statuses: [.unmet, .atRisk, .noData])
}
