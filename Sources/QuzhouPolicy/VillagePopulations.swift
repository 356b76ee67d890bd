import PolicyKit

/// Whom the rural articles oblige. Village cadres need not be on roll; they are current by their own dates.
extension Population {
  /// Current village secretaries, each once: with two villages, by the earliest office.
  static let villageSecretaries = Population(
    "village secretaries",
    """
    select distinct on (vc.person_id)
      vc.person_id as subject_id,
      vc.township_id as unit_id,
      vc.started_on
    from current_village_cadre vc
    where vc.role = 'secretary'
    order by vc.person_id, vc.started_on, vc.vc_id collate "C"
    """,
    exemption: Exemption("s.started_on > p.ends - {b3.grace_days}", reason: .officeBeganLate))

  /// Heads of county Party committees and of townships, and current village secretaries, each once. A head carries
  /// the main post's unit.
  static let statementMakers = Population(
    "those who state their Party work",
    """
    select distinct on (maker.subject_id)
      maker.*
    from (
      select
        h.person_id as subject_id,
        r.unit_id,
        1 as priority
      from unit_head h
      join on_roll r on r.person_id = h.person_id
      where h.unit_kind = 'township'
        or (h.unit_kind = 'party_committee' and h.level = 'county')
      union all
      select
        secretary.subject_id,
        secretary.unit_id,
        2 as priority
      from (
      \(villageSecretaries.template)
      ) secretary
    ) maker
    order by maker.subject_id, maker.priority
    """)

  /// Current village cadres, reserves aside: one subject a village and person.
  static let villageCommitteeMembers = Population(
    "village committee members",
    """
    select
      vc.village_id || ':' || vc.person_id as subject_id,
      min(vc.township_id collate "C") as unit_id
    from current_village_cadre vc
    where vc.role <> 'reserve'
    group by vc.village_id, vc.person_id
    """)
}
