import DataContract
import PolicyKit

/// What the vetting at the middle of a village term asks (b6).
enum MidtermRules {
  /// Vetted by the middle of the term with the conclusions of so many departments; by `no_earlier_than` where the middle
  /// lies before it. Whoever came into office after that day is exempt. Parameters: `no_earlier_than`, `departments`.
  static let vetted = Deadline(
    .fixed("greatest({village_term_middle}, {no_earlier_than})"), cases: .all,
    of: """
      select
        o.village_id || ':' || o.person_id as subject_id,
        o.township_id as unit_id,
        o.began_on,
        {village_term} as period,
        {village_term_start} as starts_on,
        vetted.done_on,
        vetted.evidence
      from village_office o
      left join (
        select
          w.village_id,
          w.person_id,
          min(w.held_on) as done_on,
          array_agg('village_vettings/' || w.vetting_id order by w.held_on, w.vetting_id collate "C") as evidence
        from {village_vettings} w
        where w.kind = 'midterm'
          and w.held_on between {village_term_start} and {village_term_end}
          and w.departments @> {departments}
        group by
          w.village_id,
          w.person_id
      ) vetted
        on vetted.village_id = o.village_id
        and vetted.person_id = o.person_id
      where {village_term} is not null
      """, exempt: [.when("c.began_on > c.falls_due_on", .exempt(.officeBeganAfterDue))], period: .ofRows)

  /// A vetting at midterm that a person did not pass, or with a hit on the negative list: SQL over the vetting `w`.
  private static let isFailed = """
    w.kind = 'midterm'
      and (not w.passed or w.negative_hits > 0)
    """

  /// Whoever failed it leaves every office in the village that had not ended by then. Parameter: `days`.
  static let removed = Deadline(
    .days("days"), cases: .begunThisYear,
    of: """
      select
        w.vetting_id as subject_id,
        v.township_id as unit_id,
        w.held_on as starts_on,
        case when bool_and(vc.ended_on is not null) then max(vc.ended_on) end as done_on,
        array['village_vettings/' || w.vetting_id]
          || array_agg('village_cadres/' || vc.vc_id order by vc.vc_id collate "C") as evidence
      from {village_vettings} w
      join village_in_city v on v.village_id = w.village_id
      join {village_cadres} vc
        on vc.village_id = w.village_id
        and vc.person_id = w.person_id
        and vc.role <> 'reserve'
        and coalesce(vc.ended_on > w.held_on, true)
      where \(isFailed)
      group by
        w.vetting_id,
        v.township_id,
        w.held_on
      """)

  /// The office of a secretary or director that ended within so many days of a failed vetting is held by another person
  /// again: from the day of the end, or from the later day on which that person's own record begins. Parameters: `days`,
  /// `vetted_days`.
  static let refilled = Deadline(
    .days("days"), cases: .begunThisYear,
    of: """
      select
        vc.vc_id as subject_id,
        v.township_id as unit_id,
        vc.ended_on as starts_on,
        successor.done_on,
        array['village_cadres/' || vc.vc_id] || failed.evidence || successor.evidence as evidence
      from {village_cadres} vc
      join village_in_city v on v.village_id = vc.village_id
      cross join lateral (
        select array_agg('village_vettings/' || w.vetting_id order by w.vetting_id collate "C") as evidence
        from {village_vettings} w
        where \(hanging: isFailed)
          and w.village_id = vc.village_id
          and w.person_id = vc.person_id
          and w.held_on between vc.ended_on - {vetted_days} and vc.ended_on
      ) failed
      left join lateral (
        select
          min(greatest(n.started_on, vc.ended_on)) as done_on,
          array_agg('village_cadres/' || n.vc_id order by n.started_on, n.vc_id collate "C") as evidence
        from {village_cadres} n
        where n.village_id = vc.village_id
          and n.role = vc.role
          and n.person_id <> vc.person_id
          and coalesce(n.ended_on > greatest(n.started_on, vc.ended_on), true)
      ) successor on true
      where vc.role in ('secretary', 'director')
        and failed.evidence is not null
      """)
}
