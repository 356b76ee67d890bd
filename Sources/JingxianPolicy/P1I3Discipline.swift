import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let p1i3 = Article(
    "jingxian.1.3", Label("严格组织人事纪律", "Discipline in organisation and personnel"),
    gist: Label(
      "不得以传阅、会签或个别征求意见代替集体议事；一把手末位表态；主要负责人五个不直接分管",
      "decisions are taken in meetings, the head speaks last, and is in charge of none of five areas"),
    indicators: [
      Indicator(
        "jingxian.1.3.collective", title: Label("集体决策", "Decided in a meeting"),
        domain: .meetings, subject: .row(of: .decisions), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.held_on"), of: Rows.of(.decisions),
          outcomes: [.when("c.mode = 'meeting'", .met)], otherwise: .unmet(.notByMeeting))),
      Indicator(
        "jingxian.1.3.last-word", title: Label("一把手末位表态", "The head speaks last"),
        domain: .meetings, subject: .row(of: .decisions), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.held_on"), of: Rows.of(.decisions, where: "c.mode = 'meeting'"),
          outcomes: [.when("c.principal_last is null", .noData), .when("c.principal_last", .met)],
          otherwise: .unmet(.principalNotLast))
      )
      .lacking("主要负责人是否末位表态", "whether the head spoke last"),
      Indicator(
        "jingxian.1.3.no-direct-charge", title: Label("主要负责人五个不直接分管", "Five areas not in the head's charge"),
        domain: .discipline, subject: .unit, measure: .none,
        rule: SeparationOfDuties(barredAreas: "areas")),
    ])
}
