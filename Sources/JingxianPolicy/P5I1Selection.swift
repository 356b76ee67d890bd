import CadreModel
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
        domain: .selection, subject: "inspection", measure: .none,
        rule: Cases(
          rows: """
            select
              i.inspection_id as subject_id,
              i.unit_id,
              i.started_on as referenced_on,
              case when i.with_selection_check then 'met' else 'unmet' end as status,
              null::numeric as observed,
              null::numeric as required,
              null::date as due_on,
              case when i.with_selection_check then 'holds' else 'without_selection_check' end as reason,
              array['inspections/' || i.inspection_id] as evidence
            from {inspections} i
            where i.kind in ('routine', 'special', 'upgraded', 'cross')
            """)),
      Indicator(
        "jingxian.5.1.self-check", title: Label("选人用人年度自查", "Yearly self-check of selections"),
        domain: .selection, subject: "unit", reach: .ownUnit, measure: .times,
        rule: Quota(
          .units(.organ, .township), each: .year,
          .facts(Facts.activitiesOfUnits("selection_self_check"), atLeast: "count"))),
      Indicator(
        "jingxian.5.1.prereview", title: Label("股级干部选任预审", "Sub-section selections reviewed first"),
        domain: .selection, subject: "selection", measure: .none,
        rule: Cases(
          rows: """
            select
              s.selection_id as subject_id,
              s.unit_id,
              s.decided_on as referenced_on,
              case when s.prereviewed_on <= s.decided_on then 'met' else 'unmet' end as status,
              null::numeric as observed,
              null::numeric as required,
              null::date as due_on,
              case when s.prereviewed_on <= s.decided_on then 'holds' else 'not_prereviewed' end as reason,
              array['selections/' || s.selection_id] as evidence
            from {selections} s
            where s.rank = 'sub_section'
            """)),
    ])
}
