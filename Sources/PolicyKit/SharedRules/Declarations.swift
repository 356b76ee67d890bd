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

  /// Reported within so many days of occurring; of those who held a leading post on that day. Parameter: `days`.
  public static func reported(kinds: [String]) -> Deadline {
    Deadline(
      .days("days"), cases: .begunThisYear, from: "c.occurred_on", of: ofLeaders(kinds: kinds), done: "c.reported_on")
  }

  /// The same, but for the kinds that are reported once a year: by a day of the year after. Parameters: `days`,
  /// `yearly_kinds`, `yearly_by`.
  public static func reportedYearlyOrSoon(kinds: [String]) -> Deadline {
    Deadline(
      .dated(reportDueOn(), warnDays: reportWarnDays), cases: .begunThisYear, from: "c.occurred_on",
      of: ofLeaders(kinds: kinds), done: "c.reported_on")
  }

  /// The day by which a matter `c` must be reported. The parameters are those named above: of this indicator, or of the
  /// one named by `owner`.
  public static func reportDueOn(parametersOf owner: String? = nil) -> String {
    let prefix = owner.map { "\($0)." } ?? ""
    return """
      case
        when c.kind = any({\(prefix)yearly_kinds})
          then (
            {\(prefix)yearly_by} + make_interval(years => extract(year from c.occurred_on)::integer + 1 - {year})
          )::date
        else c.occurred_on + {\(prefix)days}
      end
      """
  }

  private static let reportWarnDays = """
    case
      when c.kind = any({yearly_kinds}) or {days} > 60 then {warn.deadline}
      else {warn.short_deadline}
    end
    """

  /// Part-time posts and pay beside one's own post are put right.
  public static let partTimeResolved = resolved(kinds: ["part_time", "paid_role"])

  /// Matters of those who held a leading post when they occurred.
  public static func ofLeaders(kinds: [String], and condition: String? = nil) -> String {
    let conditions = [
      "c.kind in (\(SQL.list(kinds)))", condition, HeldPosts.heldLeadingPost(by: "c.person_id", on: "c.occurred_on"),
    ]
    return Rows.of(.declarations, where: conditions.compactMap(\.self).joined(separator: "\n  and "))
  }

  /// Prohibited matters: unmet until resolved. What was resolved before this year is left out.
  ///
  /// - Parameter ofLeaders: whether only those count who held a leading post when it occurred.
  public static func resolved(kinds: [String], ofLeaders: Bool = false) -> Cases {
    let open = "(c.resolved_on is null or c.resolved_on >= {year_start})"
    return Cases(
      .all,
      of: ofLeaders
        ? self.ofLeaders(kinds: kinds, and: open)
        : Rows.of(.declarations, where: "c.kind in (\(SQL.list(kinds)))\n  and \(open)"),
      outcomes: [.when("c.resolved_on is null", .unmet(.unresolved))], otherwise: .met(.resolved))
  }
}
