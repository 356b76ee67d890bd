public import CadreModel
public import PolicyKit

/// What becomes of a city's open duties by a day ahead.
public struct CityForecast: Sendable {
  public let figures: CityFigures
  public let end: Run
  /// In catalogue order, without statistics.
  public let duties: [DutyForecast]
  /// By unit, then by duty: those with open duties, or unmet ones ahead.
  public let units: [UnitForecast]

  public var asOf: Day { figures.run.asOf }
}

/// One duty by a day ahead.
public struct DutyForecast: Sendable {
  public let article: Article
  public let indicator: Indicator
  /// Now.
  public let tally: Tally
  /// On the day ahead if nothing more happens; what ends before it, at its end.
  public let atEnd: Tally
  public let counts: ForecastCounts
  /// Results of the day ahead whose periods begin only after the year's end: nothing is foreseen of them.
  public let notBegun: Int
  /// What became of those that were open on this day of earlier years, the latest first.
  public let past: [PastYear]
  /// Whether every table that it needs was handed in.
  public let isComplete: Bool

  /// What became of open duties in one year.
  public struct PastYear: Sendable, Hashable {
    public let end: Day
    /// How many that were open were met in the end, and how many were unmet.
    public let met: Int
    public let unmet: Int

    public init(end: Day, met: Int, unmet: Int) {
      (self.end, self.met, self.unmet) = (end, met, unmet)
    }

    var decided: Int { met + unmet }
  }

  /// Unmet if all that is open, or begins later, is done.
  public var unmetIfAllDone: Int { atEnd.unmet - counts.openUnmet - counts.laterUnmet }

  /// The share of those that were open on this day of earlier years and were met in the end; nil where there were none.
  public var pastShare: Rate? { Self.share(of: past) }

  /// Unmet if as many of the open ones are done as in earlier years; nil where there were none.
  public var expectedUnmet: Int? {
    let decided = past.reduce(0) { $0 + $1.decided }
    guard decided > 0 else { return counts.undecided == 0 ? atEnd.unmet : nil }
    let missed = past.reduce(0) { $0 + $1.unmet }
    // Rounded half up.
    return unmetIfAllDone + (2 * counts.undecided * missed + decided) / (2 * decided)
  }

  /// By how much the share would have been wrong in earlier years, on average, foreseen each from the years before it alone; nil
  /// with fewer than two years.
  public var error: Rate? {
    let years = past.filter { $0.decided > 0 }.sorted { $0.end < $1.end }
    let errors = years.indices.dropFirst().compactMap { index -> Int? in
      guard let foreseen = Self.share(of: Array(years[..<index])), let actual = Self.share(of: [years[index]]) else { return nil }
      return abs((foreseen - actual).tenThousandths)
    }
    guard !errors.isEmpty else { return nil }
    return Rate(tenThousandths: (2 * errors.reduce(0, +) + errors.count) / (2 * errors.count))
  }

  /// The same as a number of results.
  public var errorCount: Int? {
    error.map { (2 * counts.undecided * $0.tenThousandths + 10_000) / 20_000 }
  }

  private static func share(of years: [PastYear]) -> Rate? {
    Rate(years.reduce(0) { $0 + $1.met }, of: years.reduce(0) { $0 + $1.decided })
  }

  // MARK: Rates

  public var rateNow: Rate? { isComplete ? tally.compliance : nil }
  public var rateIfNothing: Rate? { rate(unmet: atEnd.unmet) }
  public var rateIfAllDone: Rate? { rate(unmet: unmetIfAllDone) }
  public var expectedRate: Rate? { expectedUnmet.flatMap(rate) }

  private func rate(unmet: Int) -> Rate? {
    let all = atEnd.met + atEnd.unmet
    return isComplete ? Rate(all - unmet, of: all) : nil
  }
}

/// What is open now, and what is unmet of it on a day ahead if nothing more happens.
public struct ForecastCounts: Sendable, Hashable {
  public var open = 0
  /// Of those open.
  public var openUnmet = 0
  /// Of those about whom there is nothing to judge yet: their period begins later.
  public var laterUnmet = 0

  /// What is not decided yet: it is unmet if nothing more happens.
  public var undecided: Int { openUnmet + laterUnmet }

  static func += (left: inout ForecastCounts, right: ForecastCounts) {
    left.open += right.open
    left.openUnmet += right.openUnmet
    left.laterUnmet += right.laterUnmet
  }
}

/// One duty in one unit by a day ahead.
public struct UnitForecast: Sendable {
  public let unit: ResponsibleUnit
  public let indicator: Indicator
  public let article: Article
  public let counts: ForecastCounts
}
