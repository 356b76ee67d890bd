import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a10 = Article(
    "kunming.10", Label("强化考核结果运用", "Use of the assessment"),
    gist: Label(
      "考核结果及时向被考核单位和对象反馈，督促整改",
      "the result is fed back in time to those assessed, units and persons"),
    indicators: [
      Indicator(
        "kunming.10.feedback", title: Label("考核结果反馈", "Feedback on the assessment"),
        domain: .assessment, subject: .row(of: .assessments), measure: .none,
        rule: Deadline(
          .fixed("{due_by}"), cases: .all,
          of: """
            select
              a.assessment_id as subject_id,
              case when a.subject_kind = 'unit' then a.subject_id else r.unit_id end as unit_id,
              {year_start} as starts_on,
              a.feedback_on as done_on,
              array['assessments/' || a.assessment_id] as evidence
            from {assessments} a
            left join on_roll r
              on a.subject_kind = 'person'
              and r.person_id = a.subject_id
              and r.is_leading
            left join live_unit u
              on a.subject_kind = 'unit'
              and u.unit_id = a.subject_id
            where a.year = {last_year}
              and coalesce(r.person_id, u.unit_id) is not null
            """))
    ])
}
