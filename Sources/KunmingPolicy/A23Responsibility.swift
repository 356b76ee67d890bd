import CadreModel
import PolicyKit

extension Article {
  static let a23 = Article(
    "kunming.23", Label("严格落实责任", "Responsibility"),
    gist: Label(
      "各级党委（党组）书记定期向上级党委报告干部队伍建设情况",
      "secretaries of Party committees report regularly to their superiors on building the body of cadres"),
    indicators: [
      Indicator(
        "kunming.23.team-report", title: Label("干部队伍建设报告", "Report on the body of cadres"),
        domain: .reporting, subject: .unit, measure: .times,
        rule: ReportRules.teamReport)
    ])
}
