import DataContract

/// Duties over petitions that several policies share.
public enum PetitionRules {
  /// Accepted within so many days of being received. Parameter: `days`.
  public static let accepted = Deadline(
    .days("days"), cases: .begunThisYear, from: "c.received_on", of: petitions(), done: "c.accepted_on")

  /// Closed within so many days of being accepted, or of being received where it was not. Parameter: `days`.
  public static let closed = Deadline(
    .daysAfter("coalesce(c.accepted_on, c.received_on)", days: "days"), cases: .begunThisYear, from: "c.received_on",
    of: petitions(), done: "c.closed_on")

  /// Whoever was falsely accused is cleared within so many days of the petition's closing. Parameter: `days`.
  public static let clarified = Deadline(
    .days("days"), cases: .begunThisYear, from: "c.closed_on", of: falseAccusations, done: "c.clarified_on")

  /// Whoever made a false accusation is dealt with within so many days of the petition's closing. Parameter: `days`.
  public static let accuserHandled = Deadline(
    .days("days"), cases: .begunThisYear, from: "c.closed_on", of: falseAccusations, done: "c.accuser_handled_on")

  /// Petitions received this year, by channel.
  public static let channels = Statistic(
    ofClasses: Table.petitions.codes(of: "channel"),
    facts: """
      select
        c.channel as class,
        'petitions/' || c.petition_id as evidence
      from {petitions} c
      where c.received_on between {year_start} and {as_of}
      """)

  /// Petitions as cases. They belong to no unit: `unit_id` is null.
  public static func petitions(where condition: String? = nil) -> String {
    Rows.of(.petitions, unit: Rows.Unit.none, where: condition)
  }

  private static let falseAccusations = petitions(where: "c.false_accusation and c.closed_on is not null")
}
