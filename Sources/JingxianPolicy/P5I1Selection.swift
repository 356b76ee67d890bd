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
          .units(.organ, .township), each: .year,
          .facts(Facts.activitiesOfUnits("selection_self_check"), atLeast: "count"))),
      Indicator(
        "jingxian.5.1.prereview", title: Label("股级干部选任预审", "Sub-section selections reviewed first"),
        domain: .selection, subject: .row(of: .selections), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.decided_on"), of: Rows.of(.selections, where: "c.rank = 'sub_section'"),
          outcomes: [.when("c.prereviewed_on <= c.decided_on", .met)], otherwise: .unmet(.notPrereviewed),
          detail: [Part.dated("prereviewed_on", by: "decided_on")].lacking("c"))),
    ])
}
