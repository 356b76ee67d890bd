import PolicyKit

/// What follows from the scores and tiers of a half (a3).
enum TierConsequences {
  /// The third tier: whichever step comes first after the half. Parameter: `days`.
  static let thirdTierActedUpon = Deadline(
    .days("days"), cases: .all,
    of: """
      with step as (
        select
          m.subject_id as person_id,
          m.taken_on as done_on,
          'measures/' || m.measure_id as evidence
        from {measures} m
        where m.subject_kind = 'person'
          and m.kind in (
            'admonition', 'off_post_training', 'reassignment', 'recall', 'non_leading', 'demotion', 'removal'
          )
          and m.taken_on > {half_end}
        union all
        select
          t.to_person_id,
          t.held_on,
          'talks/' || t.talk_id
        from {talks} t
        where t.kind = 'admonition'
          and t.held_on > {half_end}
        union all
        select
          q.person_id,
          q.suspended_on,
          'recall_rounds/' || q.recall_id || ':' || q.round
        from {recall_rounds} q
        where q.suspended_on > {half_end}
      ),
      \(taken)
      select
        p.person_id as subject_id,
        p.unit_id,
        {half_end} as starts_on,
        taken.done_on,
        p.evidence || taken.evidence as evidence
      from (
        \(hanging: Tiers.of("{half}"))
      ) p
      left join taken on taken.person_id = p.person_id
      where p.tier = 3
      """, period: .half)

  /// Whoever was scored gets feedback, in a talk or otherwise. Parameter: `days`.
  static let fedBack = Deadline(
    .days("days"), cases: .all,
    of: """
      with scored as (
        \(hanging: Tiers.scored("{half}"))
      ),
      step as (
        select
          t.to_person_id as person_id,
          t.held_on as done_on,
          'talks/' || t.talk_id as evidence
        from {talks} t
        where t.kind = 'feedback'
          and t.held_on > {half_end}
        union all
        select
          scored.person_id,
          scored.feedback_on,
          null
        from scored
        where scored.feedback_on > {half_end}
      ),
      \(taken)
      select
        scored.person_id as subject_id,
        scored.unit_id,
        {half_end} as starts_on,
        taken.done_on,
        scored.evidence || taken.evidence as evidence
      from scored
      left join taken on taken.person_id = scored.person_id
      """, period: .half)

  /// The first of a person's steps, with all of them as evidence.
  private static let taken = """
    taken as (
      select
        step.person_id,
        min(step.done_on) as done_on,
        array_agg(step.evidence order by step.done_on, step.evidence collate "C")
          filter (where step.evidence is not null) as evidence
      from step
      group by step.person_id
    )
    """

  /// The tiers are published in each live unit in which somebody who was scored had the main post. Parameter: `days`.
  static let published = Deadline(
    .days("days"), cases: .all,
    of: """
      with publication as (
        select
          a.unit_id,
          min(a.held_on) as done_on,
          array_agg('activities/' || a.activity_id order by a.held_on, a.activity_id collate "C") as evidence
        from {activities} a
        where a.kind = 'tier_publication'
          and a.held_on > {half_end}
        group by a.unit_id
      )
      select
        u.unit_id as subject_id,
        u.unit_id,
        {half_end} as starts_on,
        p.done_on,
        p.evidence
      from live_unit u
      left join publication p on p.unit_id = u.unit_id
      where u.unit_id in (
        select scored.unit_id
        from (
          \(hanging: Tiers.scored("{half}"))
        ) scored
      )
      """, period: .half)

  /// Whoever entered before the year that precedes the half's year was graded in that preceding year's assessment.
  static let basedOnAssessment = State(
    .half,
    of: """
      with graded as (
        select
          a.subject_id,
          array_agg('assessments/' || a.assessment_id order by a.assessment_id collate "C") as evidence
        from {assessments} a
        where a.subject_kind = 'person'
          and a.year = extract(year from {half_end})::integer - 1
          and a.grade is not null
        group by a.subject_id
      )
      select
        scored.person_id as subject_id,
        scored.unit_id,
        graded.subject_id is not null as holds,
        scored.evidence || graded.evidence as evidence
      from (
        \(hanging: Tiers.scored("{half}"))
      ) scored
      left join graded on graded.subject_id = scored.person_id
      where scored.entered_on < make_date(extract(year from {half_end})::integer - 1, 1, 1)
      """, otherwise: .noBase, kind: .completeness)

  /// A measure taken in a half against somebody who is scored in that half takes points off.
  static let pointsDeducted = Cases(
    .all,
    of: """
      with deduction as (
        select
          i.person_id,
          array_agg('score_items/' || i.item_id order by i.item_id collate "C") as evidence
        from {score_items} i
        where i.half = {half}
          and i.points < 0
          and i.source in ('discipline', 'inspection', 'supervision', 'audit', 'petition', 'circular')
        group by i.person_id
      )
      select
        m.measure_id as subject_id,
        scored.unit_id,
        d.person_id is not null as deducted,
        array['measures/' || m.measure_id] || d.evidence as evidence
      from {measures} m
      join (
        \(hanging: Tiers.scored("{half}"))
      ) scored on scored.person_id = m.subject_id
      left join deduction d on d.person_id = m.subject_id
      where m.subject_kind = 'person'
        and m.kind in ('party_discipline', 'accountability', 'circular', 'admonition')
        and m.taken_on between {half_start} and {half_end}
      """, period: .half, outcomes: [.when("c.deducted", .met)], otherwise: .unmet(.notDeducted))

  /// Promotions of this year, by the person's tier in the latest half that had ended: last year's second or this year's first.
  static let promoted = Statistic(
    ofClasses: ["1", "2", "3", "none"],
    facts: """
      with tiered as (
        \(hanging: Tiers.of("{last_year_half}"))
        union all
        \(hanging: Tiers.of("{first_half}"))
      )
      select
        coalesce(t.tier::text, 'none') as class,
        'selections/' || s.selection_id as evidence
      from {selections} s
      left join tiered t
        on t.person_id = s.person_id
        and t.half = case
          when s.decided_on <= {first_half_end} then {last_year_half}
          else {first_half}
        end
      where s.kind = 'promotion'
        and s.decided_on >= {year_start}
      """)
}
