import DataContract
import PolicyKit

/// What has to happen in a recall, and after it (a10).
enum RecallRules {
  /// The education is a class of the city's Party school. A class that has not begun yet counts, too: who holds it is on
  /// record before it begins.
  static let atPartySchool = Cases(
    .ofTheYear(by: "c.education_start"),
    of: """
      select
        q.recall_id || ':' || q.round as subject_id,
        r.unit_id,
        q.education_start,
        q.class_id,
        t.provider,
        array['recall_rounds/' || q.recall_id || ':' || q.round]
          || case when t.class_id is not null then array['training_classes/' || t.class_id] end as evidence
      from {recall_rounds} q
      left join on_roll r on r.person_id = q.person_id
      left join training_classes t
        on t.city_code = $1
        and t.class_id = q.class_id
      """,
    outcomes: [.when("c.class_id is null", .noData), .when("c.provider = 'city_party_school'", .met)],
    otherwise: .unmet(.notAtPartySchool))

  /// After a failed exam the education goes on in the recall's next round. Parameter: `days`.
  static let educatedAgain = Deadline(
    .days("days"), cases: .begunThisYear,
    of: """
      select
        q.recall_id || ':' || q.round as subject_id,
        r.unit_id,
        q.education_end as starts_on,
        n.education_start as done_on,
        array['recall_rounds/' || q.recall_id || ':' || q.round]
          || case when n.round is not null then array['recall_rounds/' || n.recall_id || ':' || n.round] end as evidence
      from {recall_rounds} q
      left join on_roll r on r.person_id = q.person_id
      left join lateral (
        select f.*
        from {recall_rounds} f
        where f.recall_id = q.recall_id
          and f.round > q.round
        order by f.round
        limit 1
      ) n on true
      where q.education_end is not null
        and not q.exam_passed
      """)

  /// Whoever is recalled is suspended. Parameter: `days`.
  static let suspended = Deadline(
    .days("days"), cases: .begunThisYear,
    of: """
      select
        m.measure_id as subject_id,
        r.unit_id,
        m.taken_on as starts_on,
        q.done_on,
        array['measures/' || m.measure_id] || q.evidence as evidence
      from {measures} m
      left join on_roll r on r.person_id = m.subject_id
      left join lateral (
        select
          min(c.suspended_on) as done_on,
          array_agg(
            'recall_rounds/' || c.recall_id || ':' || c.round
            order by c.suspended_on, c.recall_id collate "C", c.round
          ) as evidence
        from {recall_rounds} c
        where c.person_id = m.subject_id
          and c.suspended_on >= m.taken_on
      ) q on true
      where m.subject_kind = 'person'
        and m.kind = 'recall'
      """)

  /// The share of the recalls with a second failed exam that were followed by a measure.
  static let failedRepeatedly = Statistic(
    shareOf: """
      with failed as (
        select
          q.*,
          row_number() over (partition by q.recall_id order by q.round) as ordinal
        from {recall_rounds} q
        where not q.exam_passed
      )
      select
        exists (
          select
          from {measures} m
          where m.subject_kind = 'person'
            and m.subject_id = f.person_id
            and m.kind in ('demotion', 'removal', 'non_leading', 'party_discipline')
            and m.taken_on > f.suspended_on
        ) as counts,
        'recall_rounds/' || f.recall_id || ':' || f.round as evidence
      from failed f
      where f.ordinal = 2
      """)
}
