/// How often a series of reports comes.
public enum Rhythm: String, Sendable, Hashable, CaseIterable {
  case month
  case quarter
  case half
  case year

  /// How many months each of its periods has.
  var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    }
  }

  /// How many of its latest periods are looked at.
  var periods: QualityThreshold {
    switch self {
    case .month: .monthsLookedAt
    case .quarter: .quartersLookedAt
    case .half: .halvesLookedAt
    case .year: .yearsLookedAt
    }
  }

  /// In how many of these there must be a report for the series to be regular.
  var least: QualityThreshold {
    switch self {
    case .month: .monthsOfARegularSeries
    case .quarter: .quartersOfARegularSeries
    case .half: .halvesOfARegularSeries
    case .year: .yearsOfARegularSeries
    }
  }
}
