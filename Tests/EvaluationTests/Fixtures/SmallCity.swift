import DataContract
import PolicyTesting

/// Quzhou with four persons in two units, and something of most kinds of records.
enum SmallCity {
  static let rows: [(table: TableName, cells: [String: String?])] = [
    (.units, ["unit_id": "U1", "unit_name": "府", "unit_kind": "township", "level": "township", "category": "c"]),
    (.units, ["unit_id": "U2", "unit_name": "局", "unit_kind": "organ", "level": "city", "category": "c"]),
    (.units, ["unit_id": "U3", "unit_name": "旧", "unit_kind": "organ", "level": "city", "dissolved_on": "2024-01-01"]),
    (.persons, person("P1")), (.persons, person("P2")), (.persons, person("P3", hired: "2025-03-01")),
    (.persons, person("P4", left: "2025-02-01")),
    (.posts, post("P1", "U1", role: "principal", rank: "township_section", since: "2012-05-01")),
    (.posts, post("P2", "U1", role: "deputy", rank: "sub_section", since: "2020-01-01")),
    (.posts, post("P2", "U2", role: "staff", rank: "staff", since: "2021-01-01")),
    (.posts, post("P3", "U2", role: "staff", rank: "staff", since: "2025-03-01")),
    (.posts, post("P4", "U2", role: "principal", rank: "township_section", since: "2010-01-01")),
    (.activities, activity("A1", "self_assessment", on: "2025-03-03", person: "P1")),
    (.activities, activity("A2", "two_circles_self_check", on: "2025-01-20", person: "P2")),
    (.activities, activity("A3", "monthly_theme_review", on: "2025-02-11", unit: "U1")),
    (.scores, ["person_id": "P1", "half": "2024H2", "base_score": "101"]),
    (.scores, ["person_id": "P2", "half": "2024H2", "base_score": "58"]),
    (.scores, ["person_id": "P1", "half": "2025H1", "base_score": "90"]),
    (.scoreItems, ["item_id": "I1", "person_id": "P1", "half": "2025H1", "points": "12"]),
    (.talks, ["talk_id": "T1", "from_person_id": "P1", "to_person_id": "P2", "kind": "feedback", "held_on": "2025-02-01"]),
    (
      .measures,
      [
        "measure_id": "M1", "subject_kind": "person", "subject_id": "P2", "kind": "admonition", "taken_on": "2025-02-15",
      ]
    ),
    (
      .declarations,
      [
        "declaration_id": "D1", "person_id": "P1", "kind": "housing", "occurred_on": "2025-01-10",
        "reported_on": "2025-02-20",
      ]
    ),
    (.declarations, ["declaration_id": "D2", "person_id": "P2", "kind": "marriage", "occurred_on": "2025-05-20"]),
    (.leaves, ["leave_id": "L1", "person_id": "P1", "abroad": "true", "left_on": "2025-04-01", "approved_on": "2025-03-20"]),
    (
      .leaves,
      [
        "leave_id": "L2", "person_id": "P2", "left_on": "2025-04-01", "approved_on": "2025-03-20",
        "returned_on": "2025-04-10", "closed_on": "2025-04-12",
      ]
    ),
    (
      .trainingClasses,
      [
        "class_id": "C1", "organizer_unit_id": "U2", "main_class": "true", "approved_on": "2025-01-05",
        "started_on": "2025-01-06", "ended_on": "2025-01-10",
      ]
    ),
    (
      .trainingRecords,
      [
        "record_id": "R1", "person_id": "P1", "class_id": "C1", "completed_on": "2025-01-10", "study_score": "88",
        "conduct_score": "90",
      ]
    ),
    (.inspections, ["inspection_id": "N1", "unit_id": "U2", "kind": "routine", "started_on": "2024-09-01"]),
    (.rectifications, ["item_id": "F1", "inspection_id": "N1", "due_on": "2025-06-01"]),
    (.riskPoints, ["risk_id": "K1", "unit_id": "U2"]),
    (
      .recallRounds,
      [
        "recall_id": "B1", "round": "1", "person_id": "P2", "suspended_on": "2025-05-01", "education_start": "2025-05-06",
      ]
    ),
  ]

  /// Stores the rows, as they stand or from the last to the first.
  static func store(in city: TestCity, backwards: Bool = false) async throws {
    try await city.checkReferences(false)
    for row in backwards ? rows.reversed() : rows { try await city.add(row.table, row.cells) }
    try await city.checkReferences(true)
    try await city.addUpTraining()
  }

  private static func person(_ id: String, hired: String = "2000-01-01", left: String? = nil) -> [String: String?] {
    [
      "person_id": id, "name": "人" + id, "birth_date": "1970-06-15", "hired_on": hired, "left_on": left,
      "political_status": "01", "managed_by": "city",
    ]
  }

  private static func post(
    _ person: String, _ unit: String, role: String, rank: String, since start: String
  ) -> [String: String?] {
    [
      "post_id": "\(person)-\(unit)", "post_key": "\(person)-\(unit)", "person_id": person, "unit_id": unit,
      "role": role, "rank": rank, "branch": "party", "leading": role == "staff" ? "false" : "true", "started_on": start,
      "entry": "transfer",
    ]
  }

  private static func activity(
    _ id: String, _ kind: String, on day: String, unit: String? = nil, person: String? = nil
  ) -> [String: String?] {
    ["activity_id": id, "kind": kind, "held_on": day, "unit_id": unit, "person_id": person]
  }
}
