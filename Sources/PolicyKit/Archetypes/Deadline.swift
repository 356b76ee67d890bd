import CadreModel
public import DataContract

/// Something to be done by a due date.
public struct Deadline: Archetype {
  /// Selects `subject_id`, `unit_id`, `starts_on` (the date that the limit runs from), `done_on`, `evidence`, and
  /// `period` where `periods` is `.ofRows`.
  public let rows: String
  public let limit: Limit
  public let scope: CasesOfYear
  public let periods: PeriodSource
  /// Tables whose rows tell when a case was done, and make no case: there are as many whatever they hold. In order, as
  /// the policy's digest takes them.
  public let doneBy: [TableName]
  public let kind: ArchetypeKind

  /// How the due date follows from `starts_on`.
  public enum Limit: Sendable, Hashable {
    /// So many days later (a parameter).
    case days(String)
    case workingDays(String)
    case months(String)
    case years(String)
    /// `starts_on` is the due date itself.
    case onTheDay
    /// A date of the judging's year, whatever `starts_on` is; the template names it (`{year_end}`).
    case fixed(String)
  }

  /// Which rows are judged.
  public enum CasesOfYear: Sendable, Hashable {
    /// Every row of the template.
    case all
    /// The catalogue's "cases of the year": `starts_on` from 1 January to the as-of date, and earlier ones still open
    /// when the year began.
    case begunThisYear
    /// The same, with `starts_on` up to 31 December.
    case datedThisYear
  }

  public init(
    _ limit: Limit, cases: CasesOfYear, period: PeriodSource = .year, doneBy: [TableName] = [],
    kind: ArchetypeKind = .deadline, rows: String
  ) {
    self.rows = rows
    self.limit = limit
    scope = cases
    periods = period
    self.doneBy = doneBy
    self.kind = kind
  }

  public var templates: [String] { [rows] + limit.templates }
  public var parameters: [String] { limit.parameters }

  public func tablesOfSubjects(in scope: Scope) throws(RenderingError) -> Set<TableName>? {
    // Which earlier cases were still open when the year began depends on when they were done.
    guard !doneBy.isEmpty, self.scope == .all else { return nil }
    return try scope.tables(of: rows).subtracting(doneBy)
  }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let warnDays = try limit.warnDays(in: scope)
    return """
      with cases as (
      \(Fragment.indented(try scope.render(rows)))
      ),
      dated as (
        select
          cases.*,
          \(try limit.dueOn(in: scope)) as due_on
        from cases
      )
      select
        d.subject_id,
        d.unit_id,
        \(periods.sql(in: scope, row: "d")) as period,
        \(Fragment.deadlineStatus(done: "d.done_on", due: "d.due_on", warnDays: warnDays, in: scope)) as status,
        null::text as class,
        null::numeric as observed,
        null::numeric as required,
        d.due_on,
        \(Fragment.deadlineReason(done: "d.done_on", due: "d.due_on", in: scope)) as reason,
        d.done_on::text as detail,
        d.evidence
      from dated d
      where \(condition(in: scope))
      """
  }

  private func condition(in scope: Scope) -> String {
    let year = scope.judging.year
    let last: Day
    switch self.scope {
    case .all: return "true"
    case .begunThisYear: last = scope.seenAt
    case .datedThisYear: last = year.ends
    }
    // A due date that the calendar cannot tell carries over from last year's cases only (due_on is null).
    let lastYear = scope.judging.lastYear
    return """
      d.starts_on between \(year.starts.sql) and \(last.sql)
          or (
            d.starts_on < \(year.starts.sql)
            and (d.done_on is null or d.done_on >= \(year.starts.sql))
            and (
              d.due_on >= \(year.starts.sql)
              or (
                d.due_on is null
                and d.starts_on >= \(lastYear.starts.sql)
                and exists (select from working_day w where w.day = d.starts_on)
              )
            )
          )
      """
  }
}

extension Deadline.Limit {
  var templates: [String] {
    if case .fixed(let date) = self { return [date] }
    return []
  }

  var parameters: [String] {
    switch self {
    case .days(let name), .months(let name): [name, "warn.short_deadline", "warn.deadline"]
    case .workingDays(let name): [name, "warn.short_deadline"]
    case .years(let name): [name, "warn.deadline"]
    case .onTheDay, .fixed: ["warn.deadline"]
    }
  }

  /// The due date of a row of `cases`.
  func dueOn(in scope: Scope) throws(RenderingError) -> String {
    switch self {
    case .days(let name): try scope.render("cases.starts_on + {\(name)}")
    case .months(let name): "(cases.starts_on + interval '\(try scope.whole(name)) months')::date"
    case .years(let name): "(cases.starts_on + interval '\(try scope.whole(name)) years')::date"
    case .onTheDay: "cases.starts_on"
    case .fixed(let date): try scope.render(date)
    case .workingDays(let name):
      """
      (
            select due.day
            from working_day began
            join working_day due
              on due.block = began.block
              and due.ordinal = began.ordinal + \(try scope.whole(name))
              and due.is_working
            where began.day = cases.starts_on
          )
      """
    }
  }

  /// The catalogue's warn_days: fewer for limits of up to 60 days, of working days, and of one month.
  func warnDays(in scope: Scope) throws(RenderingError) -> String {
    let isShort: Bool =
      switch self {
      case .days(let name): try scope.whole(name) <= 60
      case .months(let name): try scope.whole(name) <= 1
      case .workingDays: true
      case .years, .onTheDay, .fixed: false
      }
    return try scope.render(isShort ? "{warn.short_deadline}" : "{warn.deadline}")
  }
}

/// The period that a judged row carries.
public enum PeriodSource: Sendable, Hashable {
  /// The as-of date's year.
  case year
  /// The catalogue's H.
  case half
  /// The row's own `period`.
  case ofRows

  func sql(in scope: Scope, row: String) -> String {
    switch self {
    case .year: scope.judging.year.name.sqlLiteral
    case .half: scope.judging.half.name.sqlLiteral
    case .ofRows: "\(row).period"
    }
  }
}
