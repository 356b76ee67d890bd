import CadreModel

/// Single cases, each with a verdict of its own.
public struct Cases: Archetype {
  /// Selects `subject_id`, `unit_id`, `referenced_on`, `status`, `observed`, `required`, `due_on`, `reason`,
  /// `evidence`. It must not look at the year: the archetype picks the cases of the year.
  public let rows: String
  public let carryOver: CarryOver
  public let kind: ArchetypeKind

  /// Which earlier cases are judged beside those of the year.
  public enum CarryOver: Sendable, Hashable {
    case none
    /// Those that were pending, by the same rule and parameters, on 31 December of last year.
    case pending
    /// The template chooses all its cases itself.
    case all
  }

  public init(_ carryOver: CarryOver = .none, kind: ArchetypeKind = .case, rows: String) {
    self.rows = rows
    self.carryOver = carryOver
    self.kind = kind
  }

  public var templates: [String] { [rows] }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let year = scope.judging.year
    let ofTheYear = "c.referenced_on between \(year.starts.sql) and \(scope.seenAt.sql)"
    let (carried, condition): (String, String) =
      switch carryOver {
      case .none: ("", ofTheYear)
      case .all: ("", "true")
      case .pending:
        (
          """
          carried as (
            select earlier.subject_id
            from (
          \(Fragment.indented(try scope.seen(at: scope.judging.lastYear.ends).render(rows)))
            ) earlier
            where earlier.referenced_on < \(year.starts.sql)
              and earlier.status in ('pending', 'at_risk')
          ),

          """,
          """
          \(ofTheYear)
              or c.subject_id in (select carried.subject_id from carried)
          """
        )
      }
    return """
      with \(carried)cases as (
      \(Fragment.indented(try scope.render(rows)))
      )
      select
        c.subject_id,
        c.unit_id,
        \(year.name.sqlLiteral) as period,
        c.status,
        null::text as class,
        c.observed,
        c.required,
        c.due_on,
        c.reason,
        null::text as detail,
        c.evidence
      from cases c
      where \(condition)
      """
  }
}

/// A verdict on what stands at the as-of date alone.
public struct State: Archetype {
  /// Selects `subject_id`, `unit_id`, `holds` (null: the record is missing), `exempt` (a reason's code, or null),
  /// `observed`, `required`, `evidence`.
  public let rows: String
  public let period: PeriodSource
  /// Why it does not hold.
  public let otherwise: Reason
  public let kind: ArchetypeKind

  public init(
    _ period: PeriodSource = .year, otherwise: Reason, kind: ArchetypeKind = .state, rows: String
  ) {
    self.rows = rows
    self.period = period
    self.otherwise = otherwise
    self.kind = kind
  }

  public var templates: [String] { [rows, otherwise.rawValue] }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    """
    with stands as (
    \(Fragment.indented(try scope.render(rows)))
    )
    select
      s.subject_id,
      s.unit_id,
      \(period.sql(in: scope, row: "s")) as period,
      case
        when s.exempt is not null then 'exempt'
        when s.holds is null then 'no_data'
        when s.holds then 'met'
        else 'unmet'
      end as status,
      null::text as class,
      s.observed,
      s.required,
      null::date as due_on,
      case
        when s.exempt is not null then s.exempt
        when s.holds is null then 'record_missing'
        when s.holds then 'holds'
        else \(otherwise.rawValue.sqlLiteral)
      end as reason,
      null::text as detail,
      s.evidence
    from stands s
    """
  }
}
