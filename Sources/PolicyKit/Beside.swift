public import CadreModel

/// What an explanation lists beside a verdict: of a share those that it does not count, of a rank the neighbours in the
/// ranking.
public struct Beside: Sendable, Hashable {
  public let heading: Label
  /// A template. For a ranking it selects `id`, `name`, `group_name` (whose members are ranked together), `place` and
  /// `amount`; for the rest of a share `subject_id`, `id`, `name` and `amount`.
  public let rows: String
  public let kind: Kind
  /// `{period_start}` and `{period_end}` stand for the period of this kind that contains the as-of date.
  public let period: PeriodKind

  public enum Kind: Sendable, Hashable {
    /// The subjects just before and after the one explained.
    case ranking
    /// Those that a share does not count.
    case rest
  }

  public static func ranking(_ heading: Label, rows: String) -> Beside {
    Beside(heading: heading, rows: rows, kind: .ranking, period: .year)
  }

  public static func rest(_ heading: Label, within period: PeriodKind = .year, rows: String) -> Beside {
    Beside(heading: heading, rows: rows, kind: .rest, period: period)
  }

  /// The `select` for one subject (`$2`): `id`, `name`, `place`, `amount`, `is_subject`, `total`.
  public func select(for indicator: Indicator, in judging: Judging) throws(RenderingError) -> String {
    let scope = Scope(judging: judging, indicator: indicator.name)
    let rows = try scope.within(judging.periods(period).last ?? judging.year).render(rows)
    switch kind {
    case .rest:
      return """
        with rest as (
        \(Fragment.indented(rows))
        )
        select
          r.id,
          r.name,
          null::text as place,
          r.amount::text as amount,
          false as is_subject,
          count(*) over () as total
        from rest r
        where r.subject_id = $2
          and $1 is not null
        order by r.id collate "C"
        limit 50
        """
    case .ranking:
      return """
        with ranking as (
          select
            listed.*,
            row_number() over (partition by listed.group_name order by listed.place, listed.id collate "C") as line,
            count(*) over (partition by listed.group_name) as total
          from (
        \(Fragment.indented(rows))
          ) listed
        )
        select
          r.id,
          r.name,
          r.place::text as place,
          r.amount::text as amount,
          r.id = $2 as is_subject,
          r.total
        from ranking r
        join ranking own
          on own.id = $2
          and own.group_name is not distinct from r.group_name
          and abs(own.line - r.line) <= 3
        where $1 is not null
        order by r.line
        """
    }
  }
}
