extension Day {
  /// 1 for Monday to 7 for Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The Monday of its week.
  public var monday: Day { adding(days: 1 - weekday) }

  /// The month that it is in: `2025-06`.
  public var monthName: String { String(description.dropLast(3)) }

  /// The last day of its month.
  public var monthEnd: Day { Day.firstDay(ofMonth: month, year: year).adding(months: 1).adding(days: -1) }
}
