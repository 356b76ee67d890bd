import CadreModel

/// Figures that no rate counts: numbers, shares, classes.
public struct Statistic: Archetype {
  /// Selects `subject_id`, `unit_id`, `class`, `observed` (null: no data), `evidence`.
  public let rows: String
  public let period: PeriodSource
  public let kind: ArchetypeKind

  public init(_ period: PeriodSource = .year, kind: ArchetypeKind = .statistic, rows: String) {
    self.rows = rows
    self.period = period
    self.kind = kind
  }

  /// How many facts there are of each class, one row for every class even when there is none.
  /// - Parameters:
  ///   - facts: selects `class` and `evidence`, one row a fact.
  public init(ofClasses classes: [String], facts: String) {
    let list = classes.map(\.sqlLiteral).joined(separator: ", ")
    self.init(
      rows: """
        select
          $1::text as subject_id,
          null::text as unit_id,
          listed.class,
          count(fact.evidence)::numeric as observed,
          array_agg(fact.evidence order by fact.evidence collate "C")
            filter (where fact.evidence is not null) as evidence
        from unnest(array[\(list)]) as listed (class)
        left join (
        \(Fragment.indented(facts))
        ) fact on fact.class = listed.class
        group by listed.class
        """)
  }

  /// How many facts there are in the jurisdiction.
  /// - Parameters:
  ///   - facts: selects `evidence`, one row a fact.
  public init(countOf facts: String) {
    self.init(
      rows: """
        select
          $1::text as subject_id,
          null::text as unit_id,
          null::text as class,
          count(fact.evidence)::numeric as observed,
          array_agg(fact.evidence order by fact.evidence collate "C") as evidence
        from (
        \(Fragment.indented(facts))
        ) fact
        """)
  }

  public var templates: [String] { [rows] }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    """
    with figures as (
    \(Fragment.indented(try scope.render(rows)))
    )
    select
      f.subject_id,
      f.unit_id,
      \(period.sql(in: scope, row: "f")) as period,
      case when f.observed is null then 'no_data' else 'info' end as status,
      f.class,
      f.observed,
      null::numeric as required,
      null::date as due_on,
      case when f.observed is null then 'record_missing' else 'figure' end as reason,
      null::text as detail,
      f.evidence
    from figures f
    """
  }
}
