import CadreModel
import PolicyKit

extension Article {
  static let a22 = Article(
    "kunming.22", Label("注重关心关爱干部", "Care for cadres"),
    gist: Label(
      "落实领导干部谈心谈话责任，应谈尽谈；落实体检、休假制度",
      "leading cadres are given talks; health checks and leave are granted"),
    indicators: [
      Indicator(
        "kunming.22.talk", title: Label("领导干部谈心谈话", "Talks with leading cadres"),
        domain: .talks, subject: .person, measure: .times,
        rule: Quota(
          .leadingCadres.filtered(
            "leading cadres managed by city, county or unit", where: "s.managed_by in ('city', 'county', 'unit')"),
          each: .year, .facts(Facts.heartToHeartReceived, atLeast: "count"))),
      Indicator(
        "kunming.22.checkup", title: Label("年度体检", "Yearly health check"),
        domain: .care, subject: .person, measure: .times, rule: WelfareRules.checkup),
      Indicator(
        "kunming.22.leave", title: Label("年休假落实", "Annual leave taken"),
        domain: .care, subject: .person, measure: .days, rule: WelfareRules.leaveTaken
      )
      .lacking("年休假应休天数", "the days of leave due"),
      Indicator(
        "kunming.22.condolence", title: Label("走访慰问困难干部家庭", "Families in need visited"),
        domain: .care, subject: .unit, measure: .times,
        rule: Statistic(
          of: .units(.partyCommittee, .organ, .township), count: Facts.counted(Facts.activitiesOfUnits("condolence_visit")))),
    ])
}
