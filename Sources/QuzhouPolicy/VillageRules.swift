import DataContract
import PolicyKit

/// What the rural articles (b1-b10) have in common: villages, their secretaries, their cadres.
enum VillageRules {
  /// Persons who are village secretaries now, each by the earliest of their current offices: `subject_id`, `unit_id`
  /// (the township), `began_on`.
  static let secretaries = """
    select distinct on (vc.person_id)
      vc.person_id as subject_id,
      vc.township_id as unit_id,
      vc.started_on as began_on
    from current_village_cadre vc
    where vc.role = 'secretary'
    order by
      vc.person_id,
      vc.started_on,
      vc.vc_id collate "C"
    """

  /// Selects the ids of these secretaries, to leave the facts of others out.
  static let secretaryIDs = "select vc.person_id from current_village_cadre vc where vc.role = 'secretary'"

  /// The secretaries. Those who took office within the period's last days are exempt. Parameter: `b3.grace_days`.
  static let settledSecretaries = Population(
    "village secretaries", secretaries,
    exemption: Exemption("s.began_on > p.ends - {b3.grace_days}", reason: .officeBeganLate))

  /// What holds of a village as it stands.
  /// - Parameters:
  ///   - holds: SQL over the village `c`; null where the record is missing.
  static func state(
    holds: String, amounts: Amounts = .none, otherwise: Reason, kind: ArchetypeKind = .state, detail: String? = nil
  ) -> State {
    State(of: Rows.of(.villages), holds: holds, amounts: amounts, otherwise: otherwise, kind: kind, detail: detail)
  }

  /// A part of a village that must be reached in full. Nothing to reach: no data. Parameter: `share`.
  static func covered(_ part: String, of whole: String) -> State {
    state(
      holds: "c.\(part) >= {share} * nullif(c.\(whole), 0)",
      amounts: Amounts(observed: "c.\(part)::numeric / nullif(c.\(whole), 0)", required: "{share}::numeric"),
      otherwise: .belowShare, kind: .coverage,
      detail: "concat_ws('/', c.\(part), c.\(whole), trim_scale({share}::numeric * c.\(whole)))")
  }

  /// What must hold of each project begun this year.
  /// - Parameters:
  ///   - condition: SQL over the project `c`.
  ///   - running: the reason of *pending* while the project is not completed; nil: it is unmet at once.
  ///   - parts: the single things that the condition asks for, where it is more than one.
  static func projects(
    _ condition: String, otherwise: Reason, whileRunning running: Reason? = nil, kind: ArchetypeKind = .case,
    parts: [Part] = []
  ) -> Cases {
    Cases(
      running == nil ? .ofTheYear(by: "c.started_on") : .ofTheYearAndPending(by: "c.started_on"),
      of: Rows.of(.villageProjects), kind: kind,
      outcomes: [.when(condition, .met)] + (running.map { [.when("c.completed_on is null", .pending($0))] } ?? []),
      otherwise: .unmet(otherwise), detail: parts.isEmpty ? nil : parts.lacking("c"))
  }

  /// Kinds of support that a lagging village has to be given within so many days. Parameters: `days`, `kinds`.
  /// - Parameters:
  ///   - condition: SQL over the village `v`.
  static func supported(where condition: String, otherwise: Reason = .forcesMissing) -> StateByDate {
    StateByDate(
      .days("days"),
      of: """
        select
          v.village_id as subject_id,
          v.township_id as unit_id,
          v.lagging_since as starts_on,
          coalesce(given.kinds, 0) >= cardinality({kinds}) as holds,
          coalesce(given.kinds, 0)::numeric as observed,
          coalesce(given.codes, array[]::text[]) as given,
          array['villages/' || v.village_id] || given.evidence as evidence
        from village_in_city v
        left join (
          select
            s.village_id,
            count(distinct s.kind) as kinds,
            array_agg(distinct s.kind) as codes,
            array_agg('village_supports/' || s.support_id order by s.support_id collate "C") as evidence
          from {village_supports} s
          where s.ended_on is null
            and s.kind = any({kinds})
          group by s.village_id
        ) given on given.village_id = v.village_id
        where \(condition)
        """, amounts: Amounts(observed: "c.observed", required: "cardinality({kinds})::numeric"),
      otherwise: otherwise,
      detail: """
        (
          select string_agg(asked.kind, ';' order by asked.position)
          from unnest({kinds}) with ordinality as asked (kind, position)
          where asked.kind <> all(c.given)
        )
        """)
  }
}
