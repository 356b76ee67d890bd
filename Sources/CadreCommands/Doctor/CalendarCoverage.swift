import Messages

/// The years for which the working calendar knows its holidays.
struct CalendarCoverage: Hashable, Sendable {
  /// In order.
  let years: [Int]
  let thisYear: Int

  init(years: [Int], thisYear: Int) {
    self.years = years.sorted()
    self.thisYear = thisYear
  }

  /// Years between the first and the last, or up to this one, of which nothing is known.
  var gaps: [Int] {
    guard let first = years.first, let last = years.last, first <= max(last, thisYear) else { return [] }
    let known = Set(years)
    return (first...max(last, thisYear)).filter { !known.contains($0) }
  }

  var finding: DoctorFinding {
    guard let first = years.first, let last = years.last else {
      return .failed(.calendar, DoctorCalendarMessages.empty, DoctorCalendarMessages.storeShipped)
    }
    let range = "\(first)–\(last)"
    if !gaps.isEmpty {
      let missing = gaps.map(String.init).joined(separator: ", ")
      return .failed(
        .calendar, DoctorCalendarMessages.gaps(range, missing: missing), DoctorCalendarMessages.addYear)
    }
    if last <= thisYear {
      return .warning(
        .calendar, DoctorCalendarMessages.notYet(range, next: thisYear + 1), DoctorCalendarMessages.addYear)
    }
    return .ok(.calendar, DoctorCalendarMessages.known(range))
  }
}
