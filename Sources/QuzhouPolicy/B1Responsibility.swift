import CadreModel
import PolicyKit

extension Article {
  static let b1 = Article(
    "quzhou.b1", Label("压实县乡党委抓农村党的基层组织建设的政治责任", "Counties and townships answer for the villages"),
    gist: Label(
      "县委常委会每年专题研究2次以上，乡镇月度主题研判，县乡村书记年度述职必述防范黑恶势力渗透",
      "the county committee studies it at least twice a year, townships review monthly, the secretaries' yearly account must speak of keeping organised crime out"
    ),
    indicators: [
      Indicator(
        "quzhou.b1.county-study", title: Label("县委常委会专题研究农村基层组织建设", "Studied by the county's standing committee"),
        domain: .village, subject: .unit, measure: .times,
        rule: Quota(
          .units(.partyCommittee, levels: [.county]), each: .year,
          .facts(Facts.activitiesOfUnits("rural_party_study"), atLeast: "count"))),
      Indicator(
        "quzhou.b1.monthly", title: Label("乡镇月度主题研判", "Monthly review of townships"),
        domain: .village, subject: .unit, measure: .times,
        rule: Quota(
          .units(.township), each: .month,
          .facts(Facts.activitiesOfUnits("monthly_theme_review"), atLeast: "count"))),
      Indicator(
        "quzhou.b1.statement", title: Label("年度述职必述防范黑恶势力渗透", "Yearly account speaks of keeping organised crime out"),
        domain: .village, subject: .person, measure: .times,
        rule: Quota(
          answerable, each: .year,
          .facts(
            Facts.activitiesOfPersons("secretary_statement", where: "'anti_crime' = any(a.topics)"), atLeast: "count"))),
      Indicator(
        "quzhou.b1.screening", title: Label("乡镇定期排摸涉黑涉恶情况", "Townships screen for organised crime"),
        domain: .village, subject: .unit, measure: .times,
        rule: Quota(
          .units(.township), each: .quarter,
          .facts(Facts.activitiesOfUnits("crime_screening"), atLeast: "count"))),
    ])

  /// One result a person: who heads a committee or township as well as a village answers as the head.
  private static let answerable = Population(
    "secretaries of counties, townships and villages",
    """
    select distinct on (o.person_id)
      o.person_id as subject_id,
      o.unit_id
    from (
      select
        h.person_id,
        r.unit_id,
        1 as precedence
      from unit_head h
      join on_roll r on r.person_id = h.person_id
      where h.unit_kind = 'township'
        or (h.unit_kind = 'party_committee' and h.level = 'county')
      union all
      select
        s.subject_id as person_id,
        s.unit_id,
        2 as precedence
      from (
    \(VillageRules.secretaries)
      ) s
    ) o
    order by
      o.person_id,
      o.precedence
    """)
}
