import DataContract

/// Duties over petitions that several policies share.
public enum PetitionRules {
  /// Who was falsely accused is cleared within so many days of the petition's closing. Parameter: `days`.
  public static let clarified = Deadline(
    .days("days"), cases: .begunThisYear, from: "c.closed_on",
    of: Rows.of(.petitions, unit: Rows.Unit.none, where: "c.false_accusation and c.closed_on is not null"),
    done: "c.clarified_on")
}
