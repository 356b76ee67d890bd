import CadreModel

/// How a due date follows from the date that a limit runs from.
public enum Limit: Sendable, Hashable {
  /// So many days later (a parameter).
  case days(String)
  /// So many days (a parameter) after another date than the one that makes the row a case: SQL over the case `c`.
  case daysAfter(String, days: String)
  case workingDays(String)
  case months(String)
  case years(String)
  /// The date is the due date itself.
  case onTheDay
  /// One due date for all rows: a template, such as `{year_end}` or the name of a parameter.
  case fixed(String)
  /// A due date of its own for each row, and its days of warning: SQL over the case `c`, templates.
  case dated(String, warnDays: String)

  var templates: [String] {
    switch self {
    case .fixed(let date), .daysAfter(let date, _): [date]
    case .dated(let date, let warnDays): [date, warnDays]
    default: []
    }
  }

  var parameters: [String] {
    switch self {
    case .days(let name), .months(let name), .daysAfter(_, let name): [name, "warn.short_deadline", "warn.deadline"]
    case .workingDays(let name): [name, "warn.short_deadline"]
    case .years(let name): [name, "warn.deadline"]
    case .onTheDay, .fixed: ["warn.deadline"]
    case .dated: []
    }
  }

  /// The due date of a row `c`.
  func dueOn(from start: String, in scope: Scope) throws(RenderingError) -> String {
    let start = try scope.render(start)
    switch self {
    case .days(let name): return "\(start) + \(try scope.whole(name))"
    case .daysAfter(let date, let name): return "\(try scope.render(date)) + \(try scope.whole(name))"
    case .months(let name): return "(\(start) + interval '\(try scope.whole(name)) months')::date"
    case .years(let name): return "(\(start) + interval '\(try scope.whole(name)) years')::date"
    case .onTheDay: return start
    case .fixed(let date), .dated(let date, _): return try scope.render(date)
    case .workingDays(let name):
      return """
        (
          select due.day
          from working_day began
          join working_day due
            on due.block = began.block
            and due.ordinal = began.ordinal + \(try scope.whole(name))
            and due.is_working
          where began.day = \(start)
        )
        """
    }
  }

  /// How many days before the due date a case is at risk: `warn.short_deadline` for limits of up to 60 days, of working
  /// days and of one month, else `warn.deadline`.
  func warnDays(in scope: Scope) throws(RenderingError) -> String {
    switch self {
    case .days(let name), .daysAfter(_, let name): try Self.warnDays(isShort: scope.whole(name) <= 60, in: scope)
    case .months(let name): try Self.warnDays(isShort: scope.whole(name) <= 1, in: scope)
    case .workingDays: try Self.warnDays(isShort: true, in: scope)
    case .years, .onTheDay, .fixed: try Self.warnDays(isShort: false, in: scope)
    case .dated(_, let warnDays): try scope.render(warnDays)
    }
  }

  private static func warnDays(isShort: Bool, in scope: Scope) throws(RenderingError) -> String {
    try scope.render(isShort ? "{warn.short_deadline}" : "{warn.deadline}")
  }
}

/// The period that a judged row carries.
public enum PeriodSource: Sendable, Hashable {
  /// The as-of date's year.
  case year
  /// The latest half-year that has ended by the as-of date.
  case half
  /// The term of office that contains the as-of date; none outside the terms that the policy's file lists.
  case term
  /// The row's own `period`.
  case ofRows

  func sql(in scope: Scope, row: String) -> String {
    switch self {
    case .year: scope.judging.year.name.sqlLiteral
    case .half: scope.judging.half.name.sqlLiteral
    case .term: BuiltIn.term.sql(in: scope)
    case .ofRows: "\(row).period"
    }
  }
}
