import CadreModel

/// Something that must stand from a due date on, judged by what stands at the as-of date: until the due date there is
/// time to bring it about, after it whatever is missing counts at once.
public struct StateByDate: Archetype {
  /// Selects `subject_id`, `unit_id`, `starts_on` (the date that the limit runs from), `holds`, `observed`,
  /// `required`, `evidence`.
  public let rows: String
  public let limit: Deadline.Limit
  /// Why it does not hold.
  public let otherwise: Reason
  public let kind: ArchetypeKind

  public init(_ limit: Deadline.Limit, otherwise: Reason, kind: ArchetypeKind = .deadline, rows: String) {
    self.limit = limit
    self.otherwise = otherwise
    self.kind = kind
    self.rows = rows
  }

  public var templates: [String] { [rows, otherwise.rawValue] + limit.templates }
  public var parameters: [String] { limit.parameters }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let status = Fragment.status(
      reached: "d.holds", due: "d.due_on", warnDays: try limit.warnDays(in: scope), in: scope)
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
        \(scope.judging.year.name.sqlLiteral) as period,
        \(status) as status,
        null::text as class,
        d.observed,
        d.required,
        d.due_on,
        case when d.holds then 'holds' else \(otherwise.rawValue.sqlLiteral) end as reason,
        null::text as detail,
        d.evidence
      from dated d
      """
  }
}
