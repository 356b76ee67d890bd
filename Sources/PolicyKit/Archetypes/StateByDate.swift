import CadreModel

/// Something that must stand from a due date on, judged by what stands at the as-of date: until the due date there is
/// time to bring it about, after it whatever is missing counts at once.
///
/// ```swift
/// StateByDate(.fixed("{due_on}"), of: villages, holds: "c.graduates > 0", otherwise: .noGraduate)
/// ```
public struct StateByDate: Archetype {
  /// Selects `subject_id`, `unit_id`, `evidence`, and whatever the rest asks.
  public let rows: String
  public let limit: Limit
  /// The date that the limit runs from.
  let start: String
  let holds: String
  let amounts: Amounts
  /// Why it does not hold.
  public let otherwise: Reason
  let detail: String?
  public let kind: ArchetypeKind

  /// - Parameters:
  ///   - start: the date that the limit runs from. SQL over the subject `c`, as all below.
  ///   - detail: what the sentence tells of the subject.
  public init(
    _ limit: Limit, from start: String = "c.starts_on", of rows: String, holds: String = "c.holds",
    amounts: Amounts = .none, otherwise: Reason, kind: ArchetypeKind = .deadline,
    detail: String? = nil
  ) {
    self.detail = detail
    self.limit = limit
    self.start = start
    self.rows = rows
    self.holds = holds
    self.amounts = amounts
    self.otherwise = otherwise
    self.kind = kind
  }

  public var templates: [String] { [rows, start, holds] + [detail].compactMap(\.self) + amounts.templates + limit.templates }
  public var parameters: [String] { limit.parameters }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let left = TimeLeft(dueOn: "c.falls_due_on", warnDays: try limit.warnDays(in: scope), asOf: scope.seenAt)
    let holds = try scope.render(holds)
    let select = JudgedSelect(
      row: "c", period: scope.judging.year.name.sqlLiteral,
      status: "case\n  when \(holds) then 'met'\n  \(left.arms())\nend",
      reason: """
        case
          when \(holds) then \(Reason.holds.rawValue.sqlLiteral)
          else \(otherwise.rawValue.sqlLiteral)
        end
        """,
      observed: try amounts.observed.render(in: scope), required: try amounts.required.render(in: scope),
      dueOn: "c.falls_due_on", detail: try detail.render(in: scope))
    return """
      with subject as (
      \(Fragment.indented(try scope.render(rows)))
      ),
      dated as (
        select
          c.*,
          \(try limit.dueOn(from: start, in: scope)) as falls_due_on
        from subject c
      )
      \(select.sql(from: "dated c"))
      """
  }
}
