import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a2 = Article(
    "quzhou.a2", Label("严格执行重大事项请示报告制度", "Reporting of important matters"),
    gist: Label(
      "领导干部如实报告个人事项；出国（境）、请假外出履行审批和销假手续；不得私自获取国（境）外居留资格",
      "personal matters are reported; going abroad and leave are approved and closed; no foreign residency"),
    indicators: [
      Indicator(
        "quzhou.a2.matters", title: Label("个人重大事项按时报告", "Personal matters reported in time"),
        domain: .discipline, subject: .row(of: .declarations), measure: .none,
        rule: DeclarationRules.reportedYearlyOrSoon(kinds: DeclarationRules.reportableKinds)),
      Indicator(
        "quzhou.a2.residency", title: Label("国籍与境外居留资格清理", "Foreign nationality and residency resolved"),
        domain: .discipline, subject: .row(of: .declarations), measure: .none,
        rule: DeclarationRules.resolved(kinds: ["residency"])),
      Indicator(
        "quzhou.a2.abroad", title: Label("因公因私出国（境）", "Going abroad as approved"),
        domain: .discipline, subject: .row(of: .leaves), measure: .none, rule: LeaveRules.abroad),
      Indicator(
        "quzhou.a2.leave", title: Label("请假与销假", "Leave approved and closed"),
        domain: .discipline, subject: .row(of: .leaves), measure: .none, rule: LeaveRules.atHome),
    ])
}
