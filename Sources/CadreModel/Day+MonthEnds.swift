extension Day {
  /// The last days of so many months up to this day, itself included, the earliest first.
  public func monthEnds(_ count: Int) -> [Day] {
    let next = adding(days: 1)
    let begun = Day.firstDay(ofMonth: next.month, year: next.year)
    return (0..<max(count, 0)).reversed().map { begun.adding(months: -$0).adding(days: -1) }
  }
}
