import CadreModel

/// A clause that no record decides: the latest attestation of the year of every live party committee, organ and
/// township.
public struct Attestation: Archetype {
  public let clause: String

  public init(clause: String) {
    self.clause = clause
  }

  public var kind: ArchetypeKind { .attestation }
  public var templates: [String] { [Self.latest, clause] }

  private static let latest = """
    select distinct on (a.unit_id)
      a.unit_id,
      a.conclusion,
      a.note,
      a.attestation_id
    from {attestations} a
    where a.clause = '%'
      and a.made_on between {year_start} and {year_end}
    order by a.unit_id, a.made_on desc, a.attestation_id collate "C" desc
    """

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let parts = Self.latest.split(separator: "'%'", omittingEmptySubsequences: false)
    return """
      with latest as (
      \(Fragment.indented(try scope.render(parts.joined(separator: clause.sqlLiteral))))
      )
      select
        u.unit_id as subject_id,
        u.unit_id,
        \(scope.judging.year.name.sqlLiteral) as period,
        case
          when l.conclusion = 'done' then 'met'
          when l.conclusion = 'partly' then 'at_risk'
          when l.conclusion = 'not_done' then 'unmet'
          when \(scope.seenAt.sql) >= \(scope.judging.year.ends.sql) then 'unmet'
          else 'pending'
        end as status,
        null::text as class,
        null::numeric as observed,
        null::numeric as required,
        null::date as due_on,
        case
          when l.conclusion = 'done' then 'attested_done'
          when l.conclusion = 'partly' then 'attested_partly'
          when l.conclusion = 'not_done' then 'attested_not_done'
          else 'not_attested'
        end as reason,
        l.note as detail,
        case when l.attestation_id is not null then array['attestations/' || l.attestation_id] end as evidence
      from live_unit u
      left join latest l on l.unit_id = u.unit_id
      where u.unit_kind in ('party_committee', 'organ', 'township')
      """
  }
}
