import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a17 = Article(
    "kunming.17", Label("强化一把手监督", "Supervision of heads"),
    gist: Label(
      "县（市）区党政正职一个任期内至少一次经济责任审计和一次选人用人专项检查；六个不直接分管；末位表态、集体决定",
      "county principals: an audit and a check of selections a term; six areas not in their charge; the last word"),
    indicators: [
      Indicator(
        "kunming.17.audit", title: Label("任期经济责任审计", "Economic audit within the term"),
        domain: .supervision, subject: .row(of: .posts), measure: .none,
        rule: PrincipalRules.inspected(
          where: """
            i.person_id = t.person_id
              and i.kind = 'economic_audit'
            """)),
      Indicator(
        "kunming.17.selection-check", title: Label("任期选人用人专项检查", "Check of selections within the term"),
        domain: .supervision, subject: .row(of: .posts), measure: .none,
        rule: PrincipalRules.inspected(
          where: """
            i.unit_id = t.unit_id
              and (i.kind = 'selection_check' or i.with_selection_check)
            """)),
      Indicator(
        "kunming.17.tenure", title: Label("县（市）区党政正职任期", "Terms of county principals"),
        domain: .supervision, subject: .row(of: .posts), measure: .years, rule: PrincipalRules.tenure),
      Indicator(
        "kunming.17.duty-report", title: Label("述责述廉", "Report on duty and integrity"),
        domain: .supervision, subject: .person, measure: .times,
        rule: Quota(
          PrincipalRules.countyPrincipals, each: .year,
          .facts(Facts.activitiesOfPersons("duty_report"), atLeast: "count"))),
      Indicator(
        "kunming.17.no-direct-charge", title: Label("一把手六个不直接分管", "Six areas not in the head's charge"),
        domain: .discipline, subject: .unit, measure: .none,
        rule: SeparationOfDuties(barredAreas: "areas")),
      Indicator(
        "kunming.17.last-word", title: Label("集体决策与末位表态", "Decided in a meeting, the head speaks last"),
        domain: .meetings, subject: .row(of: .decisions), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.held_on"), of: Rows.of(.decisions),
          outcomes: [
            .when("c.mode <> 'meeting'", .unmet(.notByMeeting)),
            .when("c.principal_last is null", .noData),
            .when("c.principal_last", .met),
          ], otherwise: .unmet(.principalNotLast))
      )
      .lacking("主要负责人是否末位表态", "whether the head spoke last"),
    ])
}
