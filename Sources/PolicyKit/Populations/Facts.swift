/// Facts that quotas add up. Each is a template that selects `subject_id`, `held_on`, `amount`, `evidence`.
public enum Facts {
  /// Activities of a kind held by units.
  ///
  /// - Parameter condition: SQL over the activity `a`, as below.
  public static func activitiesOfUnits(
    _ kind: String, reportedTo office: String? = nil, where condition: String? = nil
  ) -> String {
    let reported = office.map { "\($0.sqlLiteral) = any(a.reported_to)" }
    return activities(kind, subject: "a.unit_id", where: [reported, condition])
  }

  /// Activities of a kind with persons.
  public static func activitiesOfPersons(_ kind: String, where condition: String? = nil) -> String {
    activities(kind, subject: "a.person_id", where: [condition])
  }

  /// Activities of a kind anywhere in the jurisdiction.
  public static func activitiesOfJurisdiction(_ kind: String, where condition: String? = nil) -> String {
    activities(kind, subject: "$1::text", where: [condition])
  }

  private static func activities(_ kind: String, subject: String, where conditions: [String?]) -> String {
    """
    select
      \(subject) as subject_id,
      a.held_on,
      1 as amount,
      'activities/' || a.activity_id as evidence
    from {activities} a
    where \((["a.kind = \(kind.sqlLiteral)"] + conditions.compactMap(\.self)).joined(separator: "\n  and "))
    """
  }

  /// Updates of a document in persons' archives.
  public static func archivesOfPersons(_ document: String) -> String {
    """
    select
      c.subject_id,
      c.updated_on as held_on,
      1 as amount,
      'archives/' || c.archive_id as evidence
    from {archives} c
    where c.subject_kind = 'person'
      and c.document = \(document.sqlLiteral)
    """
  }

  /// Facts of the year, to be counted.
  public static func counted(_ facts: String) -> String {
    """
    select
      f.subject_id,
      f.evidence
    from (
    \(Fragment.indented(facts))
    ) f
    where f.held_on between {year_start} and {as_of}
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
