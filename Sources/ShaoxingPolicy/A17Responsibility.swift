import CadreModel
import PolicyKit

extension Article {
  static let a17 = Article(
    "shaoxing.17", Label("明确责任主体", "Who is responsible"),
    gist: Label(
      "各级党委（党组）负主体责任，落实“一报告两评议”；书记定期向上级党委报告干部队伍建设情况",
      "party committees answer for their cadres, hold the report and two reviews, and report to the committee above"),
    indicators: [
      Indicator(
        "shaoxing.17.report-and-reviews", title: Label("“一报告两评议”", "One report, two reviews"),
        domain: .reporting, subject: .unit, measure: .times, rule: ReportRules.reportAndReviews),
      Indicator(
        "shaoxing.17.team-report", title: Label("向上级党委报告队伍建设", "Report on the cadres to the committee above"),
        domain: .reporting, subject: .unit, measure: .times, rule: ReportRules.teamReport),
    ])
}
