import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a20 = Article(
    "kunming.20", Label("旗帜鲜明为好干部撑腰鼓劲", "Backing good cadres"),
    gist: Label(
      "符合条件的大胆容错，每年通报一批容错纠错案例；建立澄清保护机制，查处诬告陷害",
      "mistakes that qualify are tolerated and cases published each year; who was falsely accused is cleared"),
    indicators: [
      Indicator(
        "kunming.20.tolerance", title: Label("容错纠错案例通报", "Cases of tolerance published"),
        domain: .care, subject: .jurisdiction, measure: .times,
        rule: Quota(
          .jurisdiction, each: .year,
          .facts(Facts.activitiesOfJurisdiction("tolerance_publication"), atLeast: "count"))),
      Indicator(
        "kunming.20.tolerance-cases", title: Label("容错认定情况", "Tolerance granted"),
        domain: .care, subject: .jurisdiction, measure: .times, rule: ToleranceRules.granted),
      Indicator(
        "kunming.20.clarification", title: Label("诬告澄清", "Falsely accused cleared"),
        domain: .care, subject: .row(of: .petitions), measure: .none, rule: PetitionRules.clarified),
      Indicator(
        "kunming.20.accuser", title: Label("诬告陷害查处", "False accusers dealt with"),
        domain: .care, subject: .row(of: .petitions), measure: .none, rule: PetitionRules.accuserHandled),
      Indicator(
        "kunming.20.decided", title: Label("容错免责申诉按期认定", "Tolerance decided in time"),
        domain: .care, subject: .row(of: .toleranceCases), measure: .none,
        rule: Deadline(
          .days("days"), cases: .begunThisYear, from: "c.applied_on", of: Rows.of(.toleranceCases),
          done: "c.decided_on")),
    ])
}
