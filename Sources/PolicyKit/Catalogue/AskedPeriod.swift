public import CadreModel

extension Indicator {
  /// How often it is asked for; nil where the rule is about no period of the calendar.
  public var askedPeriod: Label? {
    (rule as? Quota).map { quota in
      switch quota.period {
      case .month: Label("每月", "each month")
      case .quarter: Label("每季度", "each quarter")
      case .half: Label("每半年", "each half-year")
      case .year: Label("每年", "each year")
      case .term: Label("每个任期", "each term")
      }
    }
  }
}
