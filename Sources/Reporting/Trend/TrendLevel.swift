import Messages

/// What a row of a trend is about.
public enum TrendLevel: String, Sendable, Hashable, CaseIterable {
  case city, domain, indicator, unit
  /// A unit with all units below it.
  case branch

  /// What a report has; units are many, and come on request.
  public static let usual: Set<TrendLevel> = [.city, .domain, .indicator]

  /// Those that are made from counts by unit.
  public static let ofUnits: Set<TrendLevel> = [.unit, .branch]

  var label: Message {
    switch self {
    case .city: TrendMessages.city
    case .domain: TrendMessages.domain
    case .indicator: TrendMessages.indicator
    case .unit: TrendMessages.unit
    case .branch: TrendMessages.branch
    }
  }
}
