import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a5 = Article(
    "shaoxing.5", Label("夯实理想信念根基", "Conviction and theory"),
    gist: Label(
      "理论中心组每年集体学习不少于12次，领导干部上讲台；理论和党性教育不低于总课时70%，其中党性教育不低于20%",
      "twelve group studies a year, leaders lecture; theory and Party spirit 70% of the hours, Party spirit alone 20%"),
    indicators: [
      Indicator(
        "shaoxing.5.study", title: Label("理论中心组集体学习", "Group studies"),
        domain: .political, subject: .unit, measure: .times,
        rule: MeetingRules.held("center_group_study", each: .year)),
      Indicator(
        "shaoxing.5.theory-share", title: Label("理论和党性教育课时占比", "Share of theory and Party spirit"),
        domain: .training, subject: .row(of: .trainingClasses), measure: .share,
        rule: ClassHours.share(of: "c.theory_hours + c.party_spirit_hours")
      )
      .lacking("班次的课时构成（理论、党性教育、其他）", "how the class's hours are divided"),
      Indicator(
        "shaoxing.5.spirit-share", title: Label("党性教育课时占比", "Share of Party spirit"),
        domain: .training, subject: .row(of: .trainingClasses), measure: .share,
        rule: ClassHours.share(of: "c.party_spirit_hours")
      )
      .lacking("班次的课时构成（理论、党性教育、其他）", "how the class's hours are divided"),
      Indicator(
        "shaoxing.5.lectures", title: Label("领导干部上讲台", "Lectures by leaders"),
        domain: .training, subject: .jurisdiction, measure: .times,
        rule: Statistic(
          countOf: """
            select 'activities/' || a.activity_id as evidence
            from {activities} a
            where a.kind = 'lecture'
              and a.held_on between {year_start} and {as_of}
            """)),
    ])
}
