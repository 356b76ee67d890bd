import CadreModel
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
    ])
}
