import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a7 = Article(
    "quzhou.a7", Label("严格开展净化党员干部“两圈”专项行动", "Life and social circles"),
    gist: Label(
      "党员干部签订“两圈”行为规范承诺书，年度对照检查个人“两圈”情况",
      "cadres who are Party members sign the commitment on life and social circles and check themselves each year"),
    indicators: [
      Indicator(
        "quzhou.a7.commitment", title: Label("“两圈”承诺书签订", "Commitment signed"),
        domain: .discipline, subject: .person, measure: .none,
        rule: CommitmentRules.signed(
          "two_circles",
          by: """
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
      Indicator(
        "quzhou.a7.document", title: Label("“两圈”行为规范出台", "Rules on the two circles issued"),
        domain: .discipline, subject: .jurisdiction, measure: .none, rule: DocumentRules.issued(for: "quzhou.a7")),
      Indicator(
        "quzhou.a7.assessed", title: Label("“两圈”情况纳入年度考核", "Two circles in the yearly assessment"),
        domain: .discipline, subject: .row(of: .assessments), measure: .none,
        rule: Cases(
          .all,
          of: """
            select
              a.assessment_id as subject_id,
              coalesce(u.unit_id, r.unit_id) as unit_id,
              a.two_circles,
              array['assessments/' || a.assessment_id] as evidence
            from {assessments} a
            left join live_unit u
              on u.unit_id = a.subject_id
              and a.subject_kind = 'unit'
            left join on_roll r
              on r.person_id = a.subject_id
              and a.subject_kind = 'person'
              and r.is_leading
            where a.year = {last_year}
              and coalesce(u.unit_id, r.unit_id) is not null
            """,
          outcomes: [.when("c.two_circles is null", .noData), .when("c.two_circles", .met)],
          otherwise: .unmet(.incomplete),
          detail: "case when not c.two_circles then \([Part.so("two_circles")].lacking("c")) end")
      )
      .lacking("考核是否纳入“两圈”情况", "whether the two circles were assessed"),
    ])
}
