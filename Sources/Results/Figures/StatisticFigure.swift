public import PolicyKit

/// One figure of a statistic: of a class, or of all where it has none.
public struct StatisticFigure: Sendable, Hashable {
  /// Nil for a statistic without classes.
  public let `class`: ResultClass?
  /// A plain decimal; nil where the records needed are missing.
  public let value: String?
  /// On the same day of last year.
  public let valueLastYear: String?
}

/// What a run says of its statistics.
struct RunStatistics {
  /// A figure by its class's code; of the key nil that of a statistic without classes.
  private(set) var figures: [String: [String?: String?]] = [:]
  /// All classes together.
  private(set) var totals: [String: String] = [:]

  mutating func add(_ value: String?, of indicator: String, class code: String?) {
    figures[indicator, default: [:]][code] = .some(value)
  }

  mutating func add(total: String?, of indicator: String) {
    totals[indicator] = total
  }

  func value(of indicator: String, class code: String?) -> String? {
    figures[indicator]?[code] ?? nil
  }

  /// The figures of an indicator in the order of its classes, each beside last year's.
  func figures(of indicator: Indicator, lastYear: RunStatistics) -> [StatisticFigure] {
    let codes = Set((figures[indicator.id] ?? [:]).keys).union((lastYear.figures[indicator.id] ?? [:]).keys)
    let classes = codes.map { $0.map(indicator.resultClass) }
    return classes.sorted { ($0?.position ?? -1, $0?.code ?? "") < ($1?.position ?? -1, $1?.code ?? "") }.map {
      StatisticFigure(
        class: $0, value: value(of: indicator.id, class: $0?.code),
        valueLastYear: lastYear.value(of: indicator.id, class: $0?.code))
    }
  }

  /// All figures of an indicator as one number; nil where their classes are no parts of a whole.
  func value(of indicator: Indicator, _ figures: [StatisticFigure]) -> String? {
    if figures.count == 1, figures[0].class == nil { return figures[0].value }
    guard figures.allSatisfy({ $0.class?.isPart ?? true }), !indicator.measure.isFraction else { return nil }
    return totals[indicator.id]
  }
}
