import CadreModel
import PolicyKit

extension Article {
  static let p1i2 = Article(
    "jingxian.1.2", Label("严肃党内政治生活", "Political life within the Party"),
    gist: Label(
      "落实“三会一课”、民主生活会、组织生活会等制度；党员领导干部以普通党员身份参加组织生活",
      "democratic and organisational life meetings are held; leading Party members take part as ordinary members"),
    indicators: [
      Indicator(
        "jingxian.1.2.democratic-life", title: Label("民主生活会", "Democratic life meeting"),
        domain: .meetings, subject: .unit, measure: .times,
        rule: MeetingRules.democraticLife),
      Indicator(
        "jingxian.1.2.branch-life", title: Label("组织生活会", "Organisational life meeting"),
        domain: .meetings, subject: .person, measure: .times,
        rule: MeetingRules.branchLife),
      Indicator(
        "jingxian.1.2.branch-assembly", title: Label("支部党员大会", "Assemblies of branch members"),
        domain: .meetings, subject: .unit, measure: .times,
        rule: MeetingRules.branchAssembly),
      Indicator(
        "jingxian.1.2.branch-committee", title: Label("支部委员会会议", "Meetings of branch committees"),
        domain: .meetings, subject: .unit, measure: .times,
        rule: MeetingRules.branchCommittee),
      Indicator(
        "jingxian.1.2.party-lecture", title: Label("党课", "Party lectures"),
        domain: .meetings, subject: .unit, measure: .times,
        rule: MeetingRules.partyLecture),
      Indicator(
        "jingxian.1.2.theme-day", title: Label("主题党日活动", "Theme Party days"),
        domain: .meetings, subject: .unit, measure: .times,
        rule: MeetingRules.themeDay),
      Indicator(
        "jingxian.1.2.appraisal", title: Label("民主评议党员", "Democratic appraisal of members"),
        domain: .meetings, subject: .unit, measure: .times,
        rule: MeetingRules.appraisal),
    ])
}
