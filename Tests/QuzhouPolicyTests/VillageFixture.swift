import DataContract
import PolicyTesting

extension TestCity {
  /// A live township.
  func township(_ id: String, _ more: [String: String?] = [:]) async throws {
    try await unit(id, kind: "township", level: "township", more)
  }

  /// A village of a township, of 2000 people, with nothing amiss and nothing done.
  func village(_ id: String, of township: String, _ more: [String: String?] = [:]) async throws {
    try await add(.places, ["place_id": id, "kind": "village", "name": id, "unit_id": township])
    try await add(.villages, ["village_id": id, "population": "2000"].merging(more) { _, new in new })
  }

  /// A village cadre in office since 2021.
  func villageCadre(
    _ person: String, _ role: String, of village: String, id: String? = nil, _ more: [String: String?] = [:]
  ) async throws {
    try await add(
      .villageCadres,
      [
        "vc_id": id ?? "\(person)-\(village)-\(role)", "village_id": village, "person_id": person, "role": role,
        "started_on": "2021-01-01",
      ].merging(more) { _, new in new })
  }

  /// An activity of a unit or a person.
  func activity(
    _ kind: String, on day: String, unit: String? = nil, person: String? = nil, reportedTo: String? = nil,
    topics: String? = nil
  ) async throws {
    try await add(
      .activities,
      [
        "activity_id": "\(kind)-\(unit ?? person ?? "")-\(day)", "kind": kind, "unit_id": unit, "person_id": person,
        "reported_to": reportedTo, "topics": topics, "held_on": day,
      ])
  }
}
