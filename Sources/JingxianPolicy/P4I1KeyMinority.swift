import CadreModel
import PolicyKit

extension Article {
  static let p4i1 = Article(
    "jingxian.4.1", Label("突出抓好关键少数监督", "Supervision of the key few"),
    gist: Label(
      "各单位党委（党组、党工委）书记每半年报告1次本单位干部日常管理监督情况",
      "the secretary of every unit reports each half-year on the daily supervision of its cadres"),
    indicators: [
      Indicator(
        "jingxian.4.1.half-year-report", title: Label("日常管理监督半年报告", "Half-yearly supervision report"),
        domain: .reporting, subject: .unit, measure: .times,
        rule: Quota(
          Population.units(.partyCommittee, .organ, .township, .institution).filtered(
            "units with a head",
            where: "exists (select from unit_head h where h.unit_id = s.subject_id)"),
          each: .half,
          .facts(Facts.activitiesOfUnits("daily_supervision_report"), atLeast: "count")))
    ])
}
