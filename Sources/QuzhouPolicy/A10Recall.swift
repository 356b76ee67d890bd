import CadreModel
import PolicyKit

extension Article {
  static let a10 = Article(
    "quzhou.a10", Label("严格执行干部召回管理制度", "Recall of cadres"),
    gist: Label(
      "召回干部停职后参加10—15天集中教育，考试合格的跟踪考察，考核合格的回原单位履职",
      "suspended, 10 to 15 days of education, exam, tracking, and only then back to the post"),
    indicators: [
      Indicator(
        "quzhou.a10.education", title: Label("召回集中教育天数", "Days of education"),
        domain: .discipline, subject: "recall_round", measure: .days,
        rule: Cases(
          .pending,
          rows: """
            select
              e.recall_id || ':' || e.round as subject_id,
              r.unit_id,
              e.education_start as referenced_on,
              case
                when e.education_end is null and e.days <= {max_days} then 'pending'
                when e.education_end is null then 'unmet'
                when e.suspended_on <= e.education_start and e.days between {min_days} and {max_days} then 'met'
                else 'unmet'
              end as status,
              e.days as observed,
              null::numeric as required,
              null::date as due_on,
              case
                when e.education_end is null and e.days <= {max_days} then 'education_running'
                when e.education_end is null then 'education_out_of_bounds'
                when e.suspended_on <= e.education_start and e.days between {min_days} and {max_days} then 'holds'
                else 'education_out_of_bounds'
              end as reason,
              array['recall_rounds/' || e.recall_id || ':' || e.round] as evidence
            from (
              select
                c.*,
                (coalesce(c.education_end, {as_of}) - c.education_start + 1)::numeric as days
              from {recall_rounds} c
              where c.education_start is not null
            ) e
            left join on_roll r on r.person_id = e.person_id
            """)),
      Indicator(
        "quzhou.a10.reinstatement", title: Label("召回复职程序", "Reinstatement"),
        domain: .discipline, subject: "recall", measure: .none,
        rule: Cases(
          .all,
          rows: """
            with last_round as (
              select distinct on (c.recall_id)
                c.*
              from {recall_rounds} c
              order by c.recall_id, c.round desc
            )
            select
              c.recall_id as subject_id,
              r.unit_id,
              c.suspended_on as referenced_on,
              case
                when c.reinstated_on is null then 'pending'
                when c.exam_passed and c.tracking_passed_on <= c.reinstated_on then 'met'
                else 'unmet'
              end as status,
              null::numeric as observed,
              null::numeric as required,
              null::date as due_on,
              case
                when c.reinstated_on is null then 'not_reinstated'
                when c.exam_passed and c.tracking_passed_on <= c.reinstated_on then 'holds'
                else 'reinstated_too_soon'
              end as reason,
              array['recall_rounds/' || c.recall_id || ':' || c.round] as evidence
            from last_round c
            left join on_roll r on r.person_id = c.person_id
            where c.reinstated_on is null
              or c.reinstated_on >= {year_start}
            """)),
    ])
}
