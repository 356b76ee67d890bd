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
        "quzhou.a2.unreported", title: Label("逾期未报事项追责比例", "Late or unreported matters followed up"),
        domain: .discipline, subject: .jurisdiction, measure: .share, rule: Statistic(shareOf: notReportedInTime)
      )
      .lacking("今年到期而未按期报告的事项", "a matter due this year and not reported in time"),
      Indicator(
        "quzhou.a2.residency", title: Label("国籍与境外居留资格清理", "Foreign nationality and residency resolved"),
        domain: .discipline, subject: .row(of: .declarations), measure: .none,
        rule: DeclarationRules.resolved(kinds: ["residency"])),
      Indicator(
        "quzhou.a2.abroad", title: Label("因公因私出国（境）", "Going abroad as approved"),
        domain: .discipline, subject: .row(of: .leaves), measure: .none, rule: LeaveRules.abroad),
      Indicator(
        "quzhou.a2.passports", title: Label("出国（境）证件按期上交", "Passports handed in in time"),
        domain: .discipline, subject: .row(of: .passports), measure: .none,
        rule: PassportRules.handedIn(ofHoldersWhere: "p.leading")),
      Indicator(
        "quzhou.a2.leave", title: Label("请假与销假", "Leave approved and closed"),
        domain: .discipline, subject: .row(of: .leaves), measure: .none, rule: LeaveRules.atHome),
    ])

  /// Matters that fell due this year and were not reported by then, and whether a measure followed.
  private static let notReportedInTime = """
    select
      exists (
        select
        from {measures} m
        where m.subject_kind = 'person'
          and m.subject_id = d.person_id
          and m.taken_on > d.must_be_on
      ) as counts,
      'declarations/' || d.declaration_id as evidence
    from (
      select
        c.declaration_id,
        c.person_id,
        c.reported_on,
        \(hanging: DeclarationRules.reportDueOn(parametersOf: "a2.matters")) as must_be_on
      from (
        \(hanging: DeclarationRules.ofLeaders(kinds: DeclarationRules.reportableKinds))
      ) c
    ) d
    where d.must_be_on between {year_start} and {as_of}
      and coalesce(d.reported_on > d.must_be_on, true)
    """
}
