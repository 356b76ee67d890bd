import DataContract

/// Duties over leave and going abroad that several policies share.
public enum LeaveRules {
  private static let withoutApproval: [Outcome] = [
    .when("c.approved_on is null or c.approved_on > c.left_on", .unmet(.notApproved)),
    .when("c.left_on < c.approved_from", .unmet(.leftEarly)),
  ]

  /// Going abroad: approved before leaving, within the approved days, to the approved destination, back in time.
  public static let abroad = Cases(
    .ofTheYearAndPending(by: "c.left_on"), of: Rows.of(.leaves, where: "c.abroad"),
    outcomes: withoutApproval + [
      .when(
        """
        c.actual_destination is not null
              and c.actual_destination is distinct from c.approved_destination
        """, .unmet(.otherDestination)),
      .when("coalesce(c.returned_on, {as_of}) > c.approved_to", .unmet(.returnedLate)),
      .when("c.returned_on is null", .pending(.stillAway)),
    ], otherwise: .met(.returned))

  /// Leave at home: approved before leaving, and closed within so many days of the return. Parameter: `days`.
  public static let atHome = Cases(
    .ofTheYearAndPending(by: "c.left_on"), of: Rows.of(.leaves, where: "not c.abroad"),
    dueOn: "c.returned_on + {days}",
    outcomes: withoutApproval + [
      .when("c.returned_on is null", .pending(.stillAway)),
      .when("c.closed_on <= c.returned_on + {days}", .met(.returned)),
      .when("c.closed_on is not null", .unmet(.closedLate)),
    ], otherwise: .open(dueOn: "(c.returned_on + {days})", warnDays: "{warn.short_deadline}", .notClosed))
}
