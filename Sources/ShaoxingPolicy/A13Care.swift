import CadreModel
import PolicyKit

extension Article {
  static let a13 = Article(
    "shaoxing.13", Label("关心关爱干部", "Care for cadres"),
    gist: Label(
      "书记、分管领导、部门“一把手”每年谈心谈话不少于1次；年休假、年度体检；乡镇干部待遇一般高于县级机关同职级20%以上、考核优秀比例20%",
      "yearly talks, leave and check-ups; in townships as a rule 20% more pay than the same rank in county organs, "
        + "and 20% graded excellent"),
    indicators: [
      Indicator(
        "shaoxing.13.talk-secretary", title: Label("书记谈心谈话", "Talks by secretaries"),
        domain: .talks, subject: .pair, measure: .times,
        rule: Quota(
          HeartToHeart.bySecretaries, each: .year, .facts(Facts.heartToHeartOfPairs, atLeast: "count"))),
      Indicator(
        "shaoxing.13.talk-charge", title: Label("分管领导谈心谈话", "Talks by leaders in charge"),
        domain: .talks, subject: .pair, measure: .times,
        rule: Quota(
          HeartToHeart.byLeadersInCharge, each: .year, .facts(Facts.heartToHeartOfPairs, atLeast: "count"))),
      Indicator(
        "shaoxing.13.talk-head", title: Label("部门“一把手”谈心谈话", "Talks by heads"),
        domain: .talks, subject: .pair, measure: .times,
        rule: Quota(
          HeartToHeart.byHeads, each: .year, .facts(Facts.heartToHeartOfPairs, atLeast: "count"))),
      Indicator(
        "shaoxing.13.annual-leave", title: Label("带薪年休假", "Annual leave taken"),
        domain: .care, subject: .person, measure: .days, rule: WelfareRules.leaveTaken
      )
      .lacking("年休假应休天数", "the days of leave due"),
      Indicator(
        "shaoxing.13.checkup", title: Label("年度体检", "Health check-up"),
        domain: .care, subject: .person, measure: .times, rule: WelfareRules.checkup),
      Indicator(
        "shaoxing.13.township-pay", title: Label("乡镇干部待遇", "Pay in townships"),
        domain: .care, subject: .regionRank, measure: .ratio, rule: TownshipCare.pay
      )
      .lacking("乡镇或县级机关当年的平均收入", "the average pay of the townships or of the county's organs"),
      Indicator(
        "shaoxing.13.township-excellent", title: Label("乡镇年度考核优秀比例", "Excellent grades in townships"),
        domain: .care, subject: .region, measure: .share, rule: TownshipCare.excellent,
        beside: TownshipCare.notExcellent
      )
      .lacking("乡镇干部上年度的考核等次", "last year's grades in the townships"),
    ])
}
