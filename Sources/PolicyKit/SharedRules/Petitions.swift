/// Duties over petitions that several policies share.
public enum PetitionRules {
  /// Who was falsely accused is cleared within so many days of the petition's closing. Parameter: `days`.
  public static let clarified = Deadline(
    .days("days"), cases: .begunThisYear,
    rows: """
      select
        p.petition_id as subject_id,
        null::text as unit_id,
        p.closed_on as starts_on,
        p.clarified_on as done_on,
        array['petitions/' || p.petition_id] as evidence
      from {petitions} p
      where p.false_accusation
        and p.closed_on is not null
      """)
}
