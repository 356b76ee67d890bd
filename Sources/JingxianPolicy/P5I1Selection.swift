import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let p5i1 = Article(
    "jingxian.5.1", Label("加强选拔任用监督", "Supervision of selection"),
    gist: Label(
      "股级干部选任由组织部门审核把关；县委巡察同步开展选人用人专项检查；年度自查",
      "sub-section selections reviewed first; inspections check selections alongside; units check themselves yearly"),
    indicators: [
      Indicator(
        "jingxian.5.1.inspected-selection", title: Label("巡察同步选人用人检查", "Selections checked alongside inspection"),
        domain: .selection, subject: .row(of: .inspections), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.started_on"),
          of: Rows.of(.inspections, where: "c.kind in ('routine', 'special', 'upgraded', 'cross')"),
          outcomes: [.when("c.with_selection_check", .met)], otherwise: .unmet(.withoutSelectionCheck))),
      Indicator(
        "jingxian.5.1.self-check", title: Label("选人用人年度自查", "Yearly self-check of selections"),
        domain: .selection, subject: .unit, measure: .times,
        rule: Quota(
          .units(.organ, .township, .institution), each: .year,
          .facts(Facts.activitiesOfUnits("selection_self_check"), atLeast: "count"))),
      Indicator(
        "jingxian.5.1.prereview", title: Label("股级干部选任预审", "Sub-section selections reviewed first"),
        domain: .selection, subject: .row(of: .selections), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.decided_on"), of: Rows.of(.selections, where: "c.rank = 'sub_section'"),
          outcomes: [.when("c.prereviewed_on <= c.decided_on", .met)], otherwise: .unmet(.notPrereviewed),
          detail: [Part.dated("prereviewed_on", by: "decided_on")].lacking("c"))),
      Indicator(
        "jingxian.5.1.establishment", title: Label("股级职数不超配", "Sub-section posts within the number allowed"),
        domain: .selection, subject: .unit, measure: .posts,
        rule: State(
          of: """
            select
              u.unit_id as subject_id,
              u.unit_id,
              coalesce(filled.posts, 0)::numeric as filled,
              u.sub_section_allowed::numeric as allowed,
              array['units/' || u.unit_id] || filled.evidence as evidence
            from live_unit u
            left join (
              select
                c.unit_id,
                count(*) as posts,
                array_agg('posts/' || c.post_id order by c.post_id collate "C") as evidence
              from current_post c
              where c.rank = 'sub_section'
                and c.leading
              group by c.unit_id
            ) filled on filled.unit_id = u.unit_id
            where u.sub_section_allowed is not null
            """, holds: "c.filled <= c.allowed", amounts: Amounts(observed: "c.filled", required: "c.allowed"),
          comparison: .atMost, otherwise: .tooManyPosts)),
      Indicator(
        "jingxian.5.1.checks", title: Label("选人用人检查情况", "Checks of selections"),
        domain: .selection, subject: .jurisdiction, measure: .times,
        rule: Statistic(
          ofClasses: ["selection_check", "alongside"],
          facts: """
            select
              case when i.kind = 'selection_check' then 'selection_check' else 'alongside' end as class,
              'inspections/' || i.inspection_id as evidence
            from {inspections} i
            where i.started_on >= {year_start}
              and (i.kind = 'selection_check' or i.with_selection_check)
            """)),
    ])
}
