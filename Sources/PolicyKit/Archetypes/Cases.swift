import CadreModel

/// Single cases, each with a verdict of its own.
///
/// ```swift
/// Cases(
///   .ofTheYear(by: "c.decided_on"), of: Rows.of(.selections, where: "c.rank = 'sub_section'"),
///   outcomes: [.when("c.prereviewed_on <= c.decided_on", .met)], otherwise: .unmet(.notPrereviewed))
/// ```
public struct Cases: Archetype {
  public let chosen: Chosen
  /// Selects `subject_id`, `unit_id`, `evidence`, and the columns that the outcomes read. It must not choose by year:
  /// `chosen` does that.
  public let rows: String
  let amounts: Amounts
  let dueOn: String?
  let outcomes: Outcomes
  let period: PeriodSource
  let detail: String?
  public let kind: ArchetypeKind

  /// Which cases are judged; each date is SQL over the case `c`.
  public enum Chosen: Sendable, Hashable {
    /// Those dated from 1 January to the as-of date.
    case ofTheYear(by: String)
    /// These, and earlier cases that were still pending on 31 December of last year by the same rule and parameters.
    case ofTheYearAndPending(by: String)
    /// All that the template selects.
    case all
  }

  /// - Parameters:
  ///   - amounts, dueOn: SQL over the case `c`.
  ///   - outcomes: the first whose condition holds counts.
  ///   - detail: what the sentence tells of the case, SQL over `c`.
  public init(
    _ chosen: Chosen, of rows: String, amounts: Amounts = .none, dueOn: String? = nil, period: PeriodSource = .year,
    kind: ArchetypeKind = .case, outcomes: [Outcome], otherwise: Verdict, detail: String? = nil
  ) {
    self.period = period
    self.detail = detail
    self.chosen = chosen
    self.rows = rows
    self.amounts = amounts
    self.dueOn = dueOn
    self.kind = kind
    self.outcomes = Outcomes(list: outcomes, otherwise: otherwise)
  }

  public var templates: [String] {
    [rows] + amounts.templates + [dueOn, detail].compactMap(\.self) + outcomes.templates + chosen.templates
  }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let select = JudgedSelect(
      row: "c", period: period.sql(in: scope, row: "c"), status: try outcomes.status(in: scope),
      reason: try outcomes.reason(in: scope), observed: try amounts.observed.render(in: scope),
      required: try amounts.required.render(in: scope), dueOn: try dueOn.render(in: scope),
      detail: try detail.render(in: scope))
    return """
      with \(try carried(in: scope))cases as (
      \(Fragment.indented(try scope.render(rows)))
      )
      \(select.sql(from: "cases c\(try condition(in: scope))"))
      """
  }

  private func condition(in scope: Scope) throws(RenderingError) -> String {
    let year = scope.judging.year
    switch chosen {
    case .all: return ""
    case .ofTheYear(let date):
      return "\nwhere \(try scope.render(date)) between \(year.starts.sql) and \(scope.seenAt.sql)"
    case .ofTheYearAndPending(let date):
      return """

        where \(try scope.render(date)) between \(year.starts.sql) and \(scope.seenAt.sql)
          or c.subject_id in (select carried.subject_id from carried)
        """
    }
  }

  /// The earlier cases that were pending when last year ended.
  private func carried(in scope: Scope) throws(RenderingError) -> String {
    guard case .ofTheYearAndPending(let date) = chosen else { return "" }
    let earlier = scope.seen(at: scope.judging.lastYear.ends)
    return """
      carried as (
        select c.subject_id
        from (
      \(Fragment.indented(Fragment.indented(try earlier.render(rows))))
        ) c
        where \(try earlier.render(date)) < \(scope.judging.year.starts.sql)
          and \(Fragment.indented(Fragment.indented(try outcomes.status(in: earlier))).dropFirst(4)) in ('pending', 'at_risk')
      ),

      """
  }
}

extension Cases.Chosen {
  var templates: [String] {
    switch self {
    case .all: []
    case .ofTheYear(let date), .ofTheYearAndPending(let date): [date]
    }
  }
}

/// What was found and what is asked for: SQL over the archetype's row, templates.
public struct Amounts: Sendable, Hashable {
  let observed: String?
  let required: String?

  public init(observed: String? = nil, required: String? = nil) {
    self.observed = observed
    self.required = required
  }

  public static let none = Amounts()

  var templates: [String] { [observed, required].compactMap(\.self) }
}

extension String? {
  func render(in scope: Scope) throws(RenderingError) -> String? {
    guard let self else { return nil }
    return try scope.render(self)
  }
}
