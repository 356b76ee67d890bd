import CadreModel

/// A clause that no record decides: judged by what each live unit that has to report on it last attested this year.
///
/// ```swift
/// Article.attested("kunming.1", title, gist: gist)
/// ```
public struct Attestation: Archetype {
  public let clause: String
  public let attesting: Attesting

  /// Who reports on a clause.
  public enum Attesting: Sendable, Hashable {
    /// Party committees, organs and townships.
    case unitsThatReport
    /// The party committees of the city and its counties, for clauses that are addressed to city and counties.
    case cityAndCountyCommittees

    /// SQL over the unit `u`.
    fileprivate var condition: String {
      switch self {
      case .unitsThatReport: "u.unit_kind in ('party_committee', 'organ', 'township')"
      case .cityAndCountyCommittees: "u.unit_kind = 'party_committee'\n    and u.level in ('city', 'county')"
      }
    }
  }

  public init(clause: String, by attesting: Attesting = .unitsThatReport) {
    self.clause = clause
    self.attesting = attesting
  }

  public var kind: ArchetypeKind { .attestation }
  public var templates: [String] { [Self.latest, clause, attesting.condition] }

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
    let select = JudgedSelect(
      row: "a", period: scope.judging.year.name.sqlLiteral,
      status: """
        case
          when a.conclusion = 'done' then 'met'
          when a.conclusion = 'partly' then 'at_risk'
          when a.conclusion = 'not_done' then 'unmet'
          when \(scope.seenAt.sql) >= \(scope.judging.year.ends.sql) then 'unmet'
          else 'pending'
        end
        """,
      reason: """
        case
          when a.conclusion = 'done' then \(Reason.attestedDone.rawValue.sqlLiteral)
          when a.conclusion = 'partly' then \(Reason.attestedPartly.rawValue.sqlLiteral)
          when a.conclusion = 'not_done' then \(Reason.attestedNotDone.rawValue.sqlLiteral)
          else \(Reason.notAttested.rawValue.sqlLiteral)
        end
        """,
      detail: "a.note")
    return """
      with latest as (
      \(Fragment.indented(try scope.render(parts.joined(separator: clause.sqlLiteral))))
      ),
      attested as (
        select
          u.unit_id as subject_id,
          u.unit_id,
          l.conclusion,
          l.note,
          case when l.attestation_id is not null then array['attestations/' || l.attestation_id] end as evidence
        from live_unit u
        left join latest l on l.unit_id = u.unit_id
        where \(hanging: attesting.condition)
      )
      \(select.sql(from: "attested a"))
      """
  }
}
