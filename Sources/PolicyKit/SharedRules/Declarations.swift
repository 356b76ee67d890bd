import DataContract

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
    .days("days"), cases: .begunThisYear, from: "c.occurred_on",
    of: Rows.of(.declarations, where: "c.kind in (\(SQL.list(reportableKinds)))"), done: "c.reported_on")

  /// What must not be: unmet until resolved. Resolved before this year: left out.
  public static func resolved(kinds: [String]) -> Cases {
    Cases(
      .all,
      of: Rows.of(
        .declarations,
        where: """
          c.kind in (\(SQL.list(kinds)))
            and (c.resolved_on is null or c.resolved_on >= {year_start})
          """),
      outcomes: [.when("c.resolved_on is null", .unmet(.unresolved))], otherwise: .met(.resolved))
  }
}
