import DataContract

/// Duties over leave and going abroad that several policies share.
public enum LeaveRules {
  private static let withoutApproval: [Outcome] = [
    .when("c.approved_on is null or c.approved_on > c.left_on", .unmet(.notApproved)),
    .when("c.left_on < c.approved_from", .unmet(.leftEarly)),
  ]

  /// SQL of the two dates that show how a leave departed from its approval; null where it did not.
  private static let breachOfApproval = """
    coalesce(
      \(hanging: [Part.dated("approved_on", by: "left_on")].lacking("c")),
      case when c.left_on < c.approved_from
        then 'left_on:' || c.left_on || '<approved_from:' || c.approved_from
      end
    )
    """

  private static let lateReturn = """
    case when c.returned_on > c.approved_to
      then 'returned_on:' || c.returned_on || '>approved_to:' || c.approved_to
    end
    """

  /// Leaves with a column `destinations`: the actual destination and the approved one, as `Wording` compares them.
  private static func withDestinations(_ leaves: String) -> String {
    """
    select
      l.*,
      \(hanging: Wording.sql("l.actual_destination", "l.approved_destination")) as destinations
    from (
    \(Fragment.indented(leaves))
    ) l
    """
  }

  /// Going abroad: approved before leaving, within the approved days, to the approved destination, back in time.
  public static let abroad = goingAbroad(where: "c.abroad")

  /// The same, judged only for those who held a leading post on the day they left.
  public static let abroadOfLeaders = goingAbroad(
    where: "c.abroad\n  and \(HeldPosts.heldLeadingPost(by: "c.person_id", on: "c.left_on"))")

  private static func goingAbroad(where condition: String) -> Cases {
    Cases(
      .ofTheYearAndPending(by: "c.left_on"), of: withDestinations(Rows.of(.leaves, where: condition)),
      outcomes: withoutApproval + [
        .when("c.destinations[1] <> coalesce(c.destinations[2], '')", .unmet(.otherDestination)),
        .when("coalesce(c.returned_on, {as_of}) > c.approved_to", .unmet(.returnedLate)),
        .when("c.returned_on is null", .pending(.stillAway)),
      ], otherwise: .met(.returned),
      detail: """
        case
          when c.destinations[1] <> coalesce(c.destinations[2], '')
            then \(hanging: breachOfApproval)
          when c.returned_on is null and {as_of} > c.approved_to
            then coalesce(
              \(hanging: breachOfApproval),
              'returned_on;approved_to:' || c.approved_to
            )
          else coalesce(
            \(hanging: breachOfApproval),
            \(hanging: lateReturn)
          )
        end
        """)
  }

  /// Leave at home: approved before leaving, and closed within so many days of the return. Parameter: `days`.
  public static let atHome = Cases(
    .ofTheYearAndPending(by: "c.left_on"), of: Rows.of(.leaves, where: "not c.abroad"),
    dueOn: "c.returned_on + {days}",
    outcomes: withoutApproval + [
      .when("c.returned_on is null", .pending(.stillAway)),
      .when("c.closed_on <= c.returned_on + {days}", .met(.returned)),
      .when("c.closed_on is not null", .unmet(.closedLate)),
    ], otherwise: .open(dueOn: "(c.returned_on + {days})", warnDays: "{warn.short_deadline}", .notClosed),
    detail: """
      coalesce(
        \(hanging: breachOfApproval),
        case when c.closed_on > c.returned_on + {days} then 'closed_on:' || c.closed_on end
      )
      """)
}
