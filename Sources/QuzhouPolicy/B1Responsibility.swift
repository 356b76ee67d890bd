import CadreModel
import PolicyKit

extension Article {
  static let b1 = Article(
    "quzhou.b1", Label("压实县乡党委抓农村党的基层组织建设的政治责任", "Responsibility of counties and townships"),
    gist: Label(
      "县委常委会每年专题研究农村基层组织建设2次以上；乡镇每月主题研判；县乡村党组织书记年度述职",
      "counties study rural organisations twice a year, townships review monthly, secretaries state their work yearly"),
    indicators: [
      Indicator(
        "quzhou.b1.county-study", title: Label("县委专题研究", "County studies"),
        domain: .village, subject: "unit", measure: .times,
        rule: Quota(
          .units(.partyCommittee, levels: [.county]), each: .year,
          .facts(Facts.activitiesOfUnits("rural_party_study"), atLeast: "count"))),
      Indicator(
        "quzhou.b1.monthly", title: Label("乡镇月度主题研判", "Monthly reviews of townships"),
        domain: .village, subject: "unit", measure: .times,
        rule: Quota(
          .units(.township), each: .month,
          .facts(Facts.activitiesOfUnits("monthly_theme_review"), atLeast: "count"))),
      Indicator(
        "quzhou.b1.statement", title: Label("书记抓党建年度述职", "Yearly statements of secretaries"),
        domain: .village, subject: "person", measure: .times,
        rule: Quota(
          .statementMakers, each: .year,
          .facts(Facts.activitiesOfPersons("secretary_statement"), atLeast: "count"))),
    ])
}
