/// Facts that quotas add up: templates that select `subject_id`, `held_on`, `amount`, `evidence`.
public enum Facts {
  /// Activities of a kind held by units.
  public static func activitiesOfUnits(_ kind: String, reportedTo office: String? = nil) -> String {
    activities(kind, subject: "a.unit_id", reportedTo: office)
  }

  /// Activities of a kind with persons.
  public static func activitiesOfPersons(_ kind: String) -> String {
    activities(kind, subject: "a.person_id", reportedTo: nil)
  }

  /// Activities of a kind anywhere in the jurisdiction.
  public static func activitiesOfJurisdiction(_ kind: String) -> String {
    activities(kind, subject: "$1::text", reportedTo: nil)
  }

  private static func activities(_ kind: String, subject: String, reportedTo office: String?) -> String {
    """
    select
      \(subject) as subject_id,
      a.held_on,
      1 as amount,
      'activities/' || a.activity_id as evidence
    from {activities} a
    where a.kind = \(kind.sqlLiteral)\(office.map { "\n  and \($0.sqlLiteral) = any(a.reported_to)" } ?? "")
    """
  }

  /// Heart-to-heart talks between two persons, by pair.
  public static let heartToHeartOfPairs = """
    select
      t.from_person_id || '>' || t.to_person_id as subject_id,
      t.held_on,
      1 as amount,
      'talks/' || t.talk_id as evidence
    from {talks} t
    where t.kind = 'heart_to_heart'
    """

  /// Heart-to-heart talks that a person was given.
  public static let heartToHeartReceived = """
    select
      t.to_person_id as subject_id,
      t.held_on,
      1 as amount,
      'talks/' || t.talk_id as evidence
    from {talks} t
    where t.kind = 'heart_to_heart'
    """
}
