/// What becomes of cadres graded incompetent, shared by several policies.
public enum UnfitRules {
  /// Whoever was graded incompetent in an assessment of last year is dealt with this year. Not on roll any more, and not
  /// dealt with: exempt. Parameters: `kinds`, `due_by`.
  ///
  /// - Parameters:
  ///   - condition: SQL over the person `n`: who is judged.
  ///   - orRecalled: whether a recall is as good as a measure.
  public static func dealtWith(where condition: String = "true", orRecalled: Bool = false) -> Deadline {
    Deadline(
      .fixed("{due_by}"), cases: .all,
      of: """
        with unfit as (
          select
            a.subject_id as person_id,
            array_agg('assessments/' || a.assessment_id order by a.assessment_id collate "C") as evidence
          from {assessments} a
          join {persons} n on n.person_id = a.subject_id
          where a.subject_kind = 'person'
            and a.year = {last_year}
            and a.grade = 'incompetent'
            and \(condition)
          group by a.subject_id
        ),
        step as (
          select
            m.subject_id as person_id,
            m.taken_on,
            'measures/' || m.measure_id as evidence
          from {measures} m
          where m.subject_kind = 'person'
            and m.kind = any({kinds})
            and m.taken_on >= {year_start}\(orRecalled ? recalls : "")
        ),
        taken as (
          select
            s.person_id,
            min(s.taken_on) as done_on,
            array_agg(s.evidence order by s.taken_on, s.evidence collate "C") as evidence
          from step s
          group by s.person_id
        )
        select
          u.person_id as subject_id,
          r.unit_id,
          {year_start} as starts_on,
          t.done_on,
          r.person_id is null as is_off_roll,
          u.evidence || t.evidence as evidence
        from unfit u
        left join on_roll r on r.person_id = u.person_id
        left join taken t on t.person_id = u.person_id
        """, exempt: [.when("c.is_off_roll and c.done_on is null", .exempt(.offRoll))])
  }

  private static let recalls = """

        union all
        select
          q.person_id,
          q.suspended_on,
          'recall_rounds/' || q.recall_id || ':' || q.round
        from {recall_rounds} q
        where q.suspended_on >= {year_start}
    """
}
