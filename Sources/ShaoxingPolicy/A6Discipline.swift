import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a6 = Article(
    "shaoxing.6", Label("把党的纪律规矩挺在前面", "Discipline and rules first"),
    gist: Label(
      "落实民主生活会、组织生活会等制度；领导干部以普通党员身份参加所在支部的组织生活",
      "democratic life meetings and branch life are held; leaders take part in their branch as ordinary members"),
    indicators: [
      Indicator(
        "shaoxing.6.democratic-life", title: Label("民主生活会", "Democratic life meetings"),
        domain: .meetings, subject: .unit, measure: .times, rule: MeetingRules.democraticLife),
      Indicator(
        "shaoxing.6.branch-life", title: Label("领导干部参加组织生活会", "Leaders at branch life meetings"),
        domain: .meetings, subject: .person, measure: .times, rule: MeetingRules.branchLife),
      Indicator(
        "shaoxing.6.branch-assembly", title: Label("支部党员大会", "Assemblies of branch members"),
        domain: .meetings, subject: .unit, measure: .times, rule: MeetingRules.branchAssembly),
      Indicator(
        "shaoxing.6.branch-committee", title: Label("支部委员会会议", "Meetings of branch committees"),
        domain: .meetings, subject: .unit, measure: .times, rule: MeetingRules.branchCommittee),
      Indicator(
        "shaoxing.6.party-lecture", title: Label("党课", "Party lectures"),
        domain: .meetings, subject: .unit, measure: .times, rule: MeetingRules.partyLecture),
      Indicator(
        "shaoxing.6.theme-day", title: Label("党员固定活动日", "Theme Party days"),
        domain: .meetings, subject: .unit, measure: .times, rule: MeetingRules.themeDay),
      Indicator(
        "shaoxing.6.appraisal", title: Label("党性体检民主评议", "Democratic appraisal of members"),
        domain: .meetings, subject: .unit, measure: .times, rule: MeetingRules.appraisal),
      Indicator(
        "shaoxing.6.matters", title: Label("重大问题重要事项请示报告", "Serious matters reported in time"),
        domain: .discipline, subject: .row(of: .declarations), measure: .none,
        rule: DeclarationRules.reported(kinds: ["illness", "decision_error", "absence", "authority_matter"])),
    ])
}
