import CadreModel
import PolicyKit

/// What the principals of county party committees owe (8, 17).
enum PrincipalRules {
  /// Persons with a current principal post in a live county party committee.
  static let countyPrincipals = Population.persons(
    withRoles: ["principal"], inUnitsOf: .partyCommittee, levels: [.county])

  /// Each of these principals is inspected once: by an inspection that began within `years` of the beginning of the tenure
  /// and before the post ended. Judged are the posts that are current, or that ended this year and were not continued.
  ///
  /// - Parameter condition: SQL over the inspection `i` and the post's tenure `t`.
  static func inspected(where condition: String) -> Deadline {
    Deadline(
      .dated("least((c.starts_on + make_interval(years => {years}))::date, c.ended_on)", warnDays: "{warn.deadline}"),
      cases: .all,
      of: """
        with post as (
          select
            c.post_id,
            c.person_id,
            c.post_key,
            c.unit_id,
            null::date as ended_on
          from current_post c
          where c.role = 'principal'
            and c.unit_kind = 'party_committee'
            and c.level = 'county'
          union all
          select
            l.post_id,
            l.person_id,
            l.post_key,
            l.unit_id,
            l.ended_on
          from (
          \(hanging: ended)
          ) l
        ),
        \(hanging: runs),
        tenure_of_post as (
          select
            p.*,
            r.began_on
          from post p
          join run r on r.post_id = p.post_id
        )
        select
          t.post_id as subject_id,
          t.unit_id,
          t.began_on as starts_on,
          t.ended_on,
          min(i.started_on) as done_on,
          array['posts/' || t.post_id] || array_agg(
            'inspections/' || i.inspection_id order by i.started_on, i.inspection_id collate "C"
          ) filter (where i.inspection_id is not null) as evidence
        from tenure_of_post t
        left join {inspections} i
          on \(hanging: condition)
          and i.started_on >= t.began_on
        group by
          t.post_id,
          t.unit_id,
          t.began_on,
          t.ended_on
        """)
  }

  private static let ended = EndedPosts.notContinued(
    where: """
      l.ended_on >= {year_start}
        and l.role = 'principal'
        and u.unit_kind = 'party_committee'
        and u.level = 'county'
      """)

  /// For each record of such a post, the day on which the unbroken run of records up to it began. A gap of at most one day
  /// does not break a run.
  private static let runs = """
    record as (
      select
        r.person_id,
        r.post_key,
        r.post_id,
        r.started_on,
        \(hanging: UnbrokenRun.endedBefore(
          "coalesce(r.ended_on, 'infinity')", owner: "r.person_id, r.post_key", order: "r.started_on, r.post_id")) as ended_before
      from {posts} r
      where (r.person_id, r.post_key) in (
        select
          p.person_id,
          p.post_key
        from post p
      )
    ),
    run as (
      select
        r.post_id,
        \(UnbrokenRun.beganOn("r")) over (
          partition by r.person_id, r.post_key
          order by r.started_on, r.post_id
        ) as began_on
      from record r
    )
    """

  /// No more than so many years in office. Parameter: `years`.
  static let tenure = State(
    of: """
      with held as (
        select
          c.post_id,
          c.unit_id,
          t.began_on,
          {year} - extract(year from t.began_on)::integer as years_begun
        from current_post c
        join tenure t on t.post_id = c.post_id
        where c.role = 'principal'
          and c.unit_kind = 'party_committee'
          and c.level = 'county'
      )
      select
        h.post_id as subject_id,
        h.unit_id,
        h.began_on,
        h.years_begun - (h.began_on + make_interval(years => h.years_begun) > {as_of})::integer as years,
        array['posts/' || h.post_id] as evidence
      from held h
      """, holds: "c.years < {years}", amounts: Amounts(observed: "c.years::numeric", required: "{years}::numeric"),
    comparison: .below, otherwise: .termsExceeded, kind: .tenure, detail: "c.began_on::text")
}
