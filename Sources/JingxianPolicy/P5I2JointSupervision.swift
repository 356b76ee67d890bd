import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let p5i2 = Article(
    "jingxian.5.2", Label("增强干部监督合力", "Joint supervision"),
    gist: Label(
      "联席会议成员单位每月向县委组织部通报干部监督信息；畅通“五位一体”举报渠道，认真受理核查",
      "members of the joint conference inform the organisation department each month; petitions are accepted"),
    indicators: [
      Indicator(
        "jingxian.5.2.bulletin", title: Label("监督信息每月通报", "Monthly supervision bulletin"),
        domain: .reporting, subject: .unit, measure: .times,
        rule: Quota(
          .units(withDuty: "supervision_conference"), each: .month,
          .facts(Facts.activitiesOfUnits("supervision_bulletin", reportedTo: "org_dept"), atLeast: "count"))),
      Indicator(
        "jingxian.5.2.acceptance", title: Label("举报按期受理", "Reports of misconduct accepted in time"),
        domain: .supervision, subject: .row(of: .petitions), measure: .none,
        rule: PetitionRules.accepted),
      Indicator(
        "jingxian.5.2.closure", title: Label("举报按期办结", "Reports of misconduct closed in time"),
        domain: .supervision, subject: .row(of: .petitions), measure: .none, rule: PetitionRules.closed),
      Indicator(
        "jingxian.5.2.channels", title: Label("“五位一体”举报渠道情况", "Reports by channel"),
        domain: .supervision, subject: .jurisdiction, measure: .times, rule: PetitionRules.channels),
    ])
}
