import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a14 = Article(
    "shaoxing.14", Label("从严管理监督干部", "Strict management and supervision"),
    gist: Label(
      "主要负责同志“五不直接分管”；党委（党组）书记选人用人离任检查；用好提醒、函询、诫勉",
      "heads keep out of five matters; secretaries are checked on leaving; reminders and admonitions are used"),
    indicators: [
      Indicator(
        "shaoxing.14.no-direct-charge", title: Label("主要负责同志“五不直接分管”", "Five matters not in the head's charge"),
        domain: .discipline, subject: .unit, measure: .none,
        rule: SeparationOfDuties(barredAreas: "areas")),
      Indicator(
        "shaoxing.14.leaving-check", title: Label("书记选人用人离任检查", "Check of secretaries on leaving"),
        domain: .selection, subject: .row(of: .posts), measure: .none, rule: LeavingSecretaries.checked),
      Indicator(
        "shaoxing.14.collective", title: Label("“三重一大”集体决策", "Decided in a meeting"),
        domain: .meetings, subject: .row(of: .decisions), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.held_on"), of: Rows.of(.decisions),
          outcomes: [.when("c.mode = 'meeting'", .met)], otherwise: .unmet(.notByMeeting))),
      Indicator(
        "shaoxing.14.matters", title: Label("个人有关事项按时报告", "Personal matters reported in time"),
        domain: .discipline, subject: .row(of: .declarations), measure: .none,
        rule: DeclarationRules.reportedYearlyOrSoon(
          kinds: ["housing", "investment", "marriage", "family_employment"])),
      Indicator(
        "shaoxing.14.part-time", title: Label("违规兼职取酬清理", "Part-time posts and pay resolved"),
        domain: .discipline, subject: .row(of: .declarations), measure: .none,
        rule: DeclarationRules.partTimeResolved),
      Indicator(
        "shaoxing.14.abroad", title: Label("领导干部出国（境）", "Leaders going abroad as approved"),
        domain: .discipline, subject: .row(of: .leaves), measure: .none, rule: LeaveRules.abroadOfLeaders),
      Indicator(
        "shaoxing.14.passports", title: Label("出国（境）证件按期上交", "Passports handed in in time"),
        domain: .discipline, subject: .row(of: .passports), measure: .none,
        rule: PassportRules.handedIn(ofHoldersWhere: "p.leading")),
      Indicator(
        "shaoxing.14.rectification", title: Label("巡视和选人用人检查整改按期完成", "Findings set right in time"),
        domain: .supervision, subject: .row(of: .rectifications), measure: .none,
        rule: Deadline(
          .onTheDay, cases: .datedThisYear,
          of: """
            select
              r.item_id as subject_id,
              i.unit_id,
              r.due_on as starts_on,
              r.done_on,
              array['rectifications/' || r.item_id, 'inspections/' || i.inspection_id] as evidence
            from {rectifications} r
            join {inspections} i on i.inspection_id = r.inspection_id
            where i.kind in ('routine', 'special', 'upgraded', 'cross', 'lookback', 'selection_check')
            """)),
      Indicator(
        "shaoxing.14.audit-analysis", title: Label("经济责任审计等监督信息分析", "Audits analysed"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: Quota(
          .jurisdiction, each: .year,
          .facts(Facts.activitiesOfJurisdiction("audit_analysis"), atLeast: "count"))),
      Indicator(
        "shaoxing.14.measures", title: Label("提醒、函询、诫勉运用", "Reminders, inquiries and admonitions"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: MeasureRules.taken(["reminder", "inquiry_letter", "admonition"])),
    ])
}

/// Secretaries who left their post (article 14).
private enum LeavingSecretaries {
  /// A check of whom they chose, begun from some days before they left (`days_before`) to some after (`days`).
  static let checked = Deadline(
    .days("days"), cases: .begunThisYear,
    of: """
      with left_post as (
        \(hanging: EndedPosts.notContinued(where: isSecretary))
      ),
      checked as (
        select distinct on (l.post_id)
          l.post_id,
          i.started_on,
          i.inspection_id
        from left_post l
        join {inspections} i
          on i.person_id = l.person_id
          and i.kind = 'leaving_check'
          and i.started_on >= l.ended_on - {days_before}
        order by l.post_id, i.started_on, i.inspection_id collate "C"
      )
      select
        l.post_id as subject_id,
        l.unit_id,
        l.ended_on as starts_on,
        k.started_on as done_on,
        array_remove(array['posts/' || l.post_id, 'inspections/' || k.inspection_id], null) as evidence
      from left_post l
      left join checked k on k.post_id = l.post_id
      """)

  private static let isSecretary = """
    l.role = 'principal'
      and l.branch in ('party', 'both')
      and u.unit_kind in ('party_committee', 'township', 'organ')
    """
}
