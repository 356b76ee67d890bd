import CadreModel
public import DataContract

/// Something to be done by a due date.
///
/// ```swift
/// Deadline(.days("days"), cases: .begunThisYear, from: "c.received_on", of: Rows.of(.petitions), done: "c.accepted_on")
/// ```
public struct Deadline: Archetype {
  /// Selects `subject_id`, `unit_id`, `evidence`, `period` where `periods` is `.ofRows`, and whatever the rest asks.
  public let rows: String
  public let limit: Limit
  public let scope: CasesOfYear
  public let periods: PeriodSource
  /// Tables whose rows say when a case was done. They never add or remove a case.
  public let doneBy: [TableName]
  let start: String
  let done: String
  let lacking: String?
  let exemptions: [Outcome]
  public let kind: ArchetypeKind

  /// Which rows are judged.
  public enum CasesOfYear: Sendable, Hashable {
    /// Every row of the template.
    case all
    /// The cases of the year: those whose start lies from 1 January to the as-of date, and earlier ones that were still
    /// open when the year began.
    case begunThisYear
    /// The same, but with a start of up to 31 December: it may lie ahead.
    case datedThisYear
  }

  /// - Parameters:
  ///   - start: the date that the limit runs from. SQL over the case `c`, as all below.
  ///   - done: when it was done.
  ///   - lacking: what a case that is not done lacks, where it is more than one thing.
  ///   - exempt: cases that need not be done; before all else.
  public init(
    _ limit: Limit, cases: CasesOfYear, from start: String = "c.starts_on", of rows: String,
    done: String = "c.done_on", lacking: String? = nil, exempt exemptions: [Outcome] = [],
    period: PeriodSource = .year, doneBy: [TableName] = [], kind: ArchetypeKind = .deadline
  ) {
    self.lacking = lacking
    self.limit = limit
    scope = cases
    self.start = start
    self.rows = rows
    self.done = done
    self.exemptions = exemptions
    periods = period
    self.doneBy = doneBy
    self.kind = kind
  }

  public var templates: [String] {
    let exempting = Outcomes(list: exemptions, otherwise: .met).templates
    return [rows, start, done] + [lacking].compactMap(\.self) + exempting + limit.templates
  }
  public var parameters: [String] { limit.parameters }

  public func tablesOfSubjects(in scope: Scope) throws(RenderingError) -> Set<TableName>? {
    // Which earlier cases were still open when the year began depends on when they were done.
    guard !doneBy.isEmpty, self.scope == .all else { return nil }
    return try scope.tables(of: rows).subtracting(doneBy)
  }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let left = TimeLeft(dueOn: "c.falls_due_on", warnDays: try limit.warnDays(in: scope), asOf: scope.seenAt)
    let done = try scope.render(done)
    var exempt = (status: "", reason: "")
    for outcome in exemptions {
      let condition = try scope.render(outcome.condition)
      exempt.status += "\n  when \(condition) then \(try outcome.verdict.status(in: scope))"
      exempt.reason += "\n  when \(condition) then \(outcome.verdict.reason.rawValue.sqlLiteral)"
    }
    let select = JudgedSelect(
      row: "c", period: periods.sql(in: scope, row: "c"),
      status: """
        case\(exempt.status)
          when c.falls_due_on is null then 'no_data'
          when \(done) <= c.falls_due_on then 'met'
          when \(done) is not null then 'unmet'
          \(left.arms())
        end
        """,
      reason: """
        case\(exempt.reason)
          when c.falls_due_on is null then \(Reason.calendarUnknown.rawValue.sqlLiteral)
          when \(done) <= c.falls_due_on then \(Reason.doneInTime.rawValue.sqlLiteral)
          when \(done) is not null then \(Reason.doneLate.rawValue.sqlLiteral)
          when \(scope.seenAt.sql) >= c.falls_due_on then \(Reason.overdue.rawValue.sqlLiteral)
          else \(Reason.notDoneYet.rawValue.sqlLiteral)
        end
        """,
      dueOn: "c.falls_due_on", detail: try detail(done: done, in: scope))
    return """
      with cases as (
      \(Fragment.indented(try scope.render(rows)))
      ),
      dated as (
        select
          c.*,
          \(hanging: try limit.dueOn(from: start, in: scope)) as falls_due_on
        from cases c
      )
      \(select.sql(from: "dated c\(try condition(in: scope, start: try scope.render(start), done: done))"))
      """
  }

  private func detail(done: String, in scope: Scope) throws(RenderingError) -> String {
    guard let lacking = try lacking.render(in: scope) else { return "(\(done))::text" }
    return """
      coalesce(
        (\(hanging: done))::text,
        \(hanging: lacking)
      )
      """
  }

  private func condition(in scope: Scope, start: String, done: String) throws(RenderingError) -> String {
    let year = scope.judging.year
    let last: Day
    switch self.scope {
    case .all: return ""
    case .begunThisYear: last = scope.seenAt
    case .datedThisYear: last = year.ends
    }
    return """

      where \(start) between \(year.starts.sql) and \(last.sql)
        or (
          \(start) < \(year.starts.sql)
          and (
            \(done) is null
            or \(done) >= \(year.starts.sql)
          )
          and \(hanging: fallsDueThisYear(start, in: scope))
        )
      """
  }

  /// Whether a case falls due this year or later. A limit in working days that runs into a year which the calendar does not
  /// list has no due date (null); such a case is judged only if it began last year or later, on a day that is listed.
  private func fallsDueThisYear(_ start: String, in scope: Scope) -> String {
    let isDue = "c.falls_due_on >= \(scope.judging.year.starts.sql)"
    guard case .workingDays = limit else { return isDue }
    return """
      (
        \(isDue)
        or (
          c.falls_due_on is null
          and \(start) >= \(scope.judging.lastYear.starts.sql)
          and exists (
            select
            from working_day w
            where w.day = \(start)
          )
        )
      )
      """
  }
}
