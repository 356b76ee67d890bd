/// Duties over declarations that several policies share.
public enum DeclarationRules {
  /// Eight kinds of personal matters that must be reported: housing, investment, changes of marriage, family
  /// employment, serious illness, wrong decisions, absence, serious matters of authority.
  public static let reportableKinds = [
    "housing", "investment", "marriage", "family_employment", "illness", "decision_error", "absence",
    "authority_matter",
  ]
  /// Six kinds of conflicts of interest that are prohibited.
  public static let prohibitedKinds = ["unlisted_shares", "securities", "usury", "business", "part_time", "paid_role"]

  /// Reported within so many days of occurring. Parameter: `days`.
  public static let reportedInTime = Deadline(
    .days("days"), cases: .begunThisYear,
    rows: """
      select
        d.declaration_id as subject_id,
        r.unit_id,
        d.occurred_on as starts_on,
        d.reported_on as done_on,
        array['declarations/' || d.declaration_id] as evidence
      from {declarations} d
      left join on_roll r on r.person_id = d.person_id
      where d.kind in (\(list(reportableKinds)))
      """)

  /// What must not be: unmet until resolved. Resolved before this year: left out.
  public static func resolved(kinds: [String]) -> Cases {
    Cases(
      .all,
      rows: """
        select
          d.declaration_id as subject_id,
          r.unit_id,
          d.occurred_on as referenced_on,
          case when d.resolved_on is null then 'unmet' else 'met' end as status,
          null::numeric as observed,
          null::numeric as required,
          null::date as due_on,
          case when d.resolved_on is null then 'unresolved' else 'resolved' end as reason,
          array['declarations/' || d.declaration_id] as evidence
        from {declarations} d
        left join on_roll r on r.person_id = d.person_id
        where d.kind in (\(list(kinds)))
          and (d.resolved_on is null or d.resolved_on >= {year_start})
        """)
  }

  private static func list(_ codes: [String]) -> String {
    codes.map(\.sqlLiteral).joined(separator: ", ")
  }
}
