import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a14 = Article(
    "shaoxing.14", Label("从严管理监督干部", "Strict management and supervision"),
    gist: Label(
      "主要负责同志“五不直接分管”；党委（党组）书记选人用人离任检查；用好提醒、函询、诫勉",
      "heads keep out of five matters; secretaries are checked on leaving; reminders and admonitions are used"),
    indicators: [
      Indicator(
        "shaoxing.14.no-direct-charge", title: Label("主要负责同志“五不直接分管”", "Five matters not in the head's charge"),
        domain: .discipline, subject: .unit, measure: .none,
        rule: SeparationOfDuties(barredAreas: "areas")),
      Indicator(
        "shaoxing.14.leaving-check", title: Label("书记选人用人离任检查", "Check of secretaries on leaving"),
        domain: .selection, subject: .row(of: .posts), measure: .none,
        rule: Deadline(
          .days("days"), cases: .begunThisYear,
          of: """
            with left_post as (
              select p.*
              from {posts} p
              join live_unit u on u.unit_id = p.unit_id
              where p.role = 'principal'
                and p.branch in ('party', 'both')
                and p.ended_on is not null
                and u.unit_kind in ('party_committee', 'township', 'organ')
            ),
            continued as (
              select distinct l.post_id
              from left_post l
              join {posts} n
                on n.person_id = l.person_id
                and n.post_key = l.post_key
                and n.post_id <> l.post_id
              where n.started_on <= l.ended_on + 1
                and (n.started_on >= l.ended_on or n.ended_on is null or n.ended_on > l.ended_on)
            ),
            checked as (
              select distinct on (l.post_id)
                l.post_id,
                i.started_on,
                i.inspection_id
              from left_post l
              join {inspections} i
                on i.person_id = l.person_id
                and i.kind = 'leaving_check'
                and i.started_on >= l.ended_on - {days_before}
              order by l.post_id, i.started_on, i.inspection_id collate "C"
            )
            select
              l.post_id as subject_id,
              l.unit_id,
              l.ended_on as starts_on,
              k.started_on as done_on,
              array_remove(array['posts/' || l.post_id, 'inspections/' || k.inspection_id], null) as evidence
            from left_post l
            left join checked k on k.post_id = l.post_id
            where l.post_id not in (select continued.post_id from continued)
            """)),
      Indicator(
        "shaoxing.14.measures", title: Label("提醒、函询、诫勉运用", "Reminders, inquiries and admonitions"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: MeasureRules.taken(["reminder", "inquiry_letter", "admonition"])),
    ])
}
