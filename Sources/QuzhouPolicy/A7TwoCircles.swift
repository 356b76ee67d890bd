import CadreModel
import PolicyKit

extension Article {
  static let a7 = Article(
    "quzhou.a7", Label("严格开展净化党员干部“两圈”专项行动", "Life and social circles"),
    gist: Label(
      "党员干部签订“两圈”行为规范承诺书，年度对照检查个人“两圈”情况",
      "Party members sign the commitment on life and social circles and check themselves each year"),
    indicators: [
      Indicator(
        "quzhou.a7.commitment", title: Label("“两圈”承诺书签订", "Commitment signed"),
        domain: .discipline, subject: .person, measure: .none,
        rule: CommitmentRules.signed("two_circles", by: """
          select
            r.person_id as subject_id,
            r.person_id,
            r.unit_id,
            greatest(r.entered_on, {effective_on}) as starts_on
          from on_roll r
          where r.party_member
          """)),
      Indicator(
        "quzhou.a7.self-check", title: Label("“两圈”年度对照检查", "Yearly self-check"),
        domain: .discipline, subject: .person, measure: .times,
        rule: Quota(
          .partyMembers, each: .year,
          .facts(Facts.activitiesOfPersons("two_circles_self_check"), atLeast: "count"))),
    ])
}
