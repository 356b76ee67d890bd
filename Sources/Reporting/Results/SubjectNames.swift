import CadreModel

/// The names of a run's subjects as one relation: `(kind, id, name)`, a branch a kind.
///
/// Persons, units, posts and villages are joined whole. Kinds whose tables hold far more rows than a run judges are
/// looked up from `subjects (kind, id)`, the run's own.
struct SubjectNames {
  let kinds: [String]
  let city: String
  let language: Language

  /// Kinds that `subjects` has to hold.
  var lookedUp: [String] {
    kinds.filter { Self.rows[$0] != nil || Self.composed.contains($0) }
  }

  /// The body of the CTE `names`.
  var sql: String {
    let branches = kinds.compactMap(branch)
    return branches.isEmpty
      ? "select null::text as kind, null::text as id, null::text as name where false"
      : branches.joined(separator: "\nunion all\n")
  }

  /// Kinds named after the person, unit or village of their row: table, key, and what names it.
  private static let rows: [String: (table: String, key: String, name: Source)] = [
    "training_class": ("training_classes", "t.class_id", .column("title")),
    "training_record": ("training_records", "t.record_id", .person("t.person_id")),
    "declaration": ("declarations", "t.declaration_id", .person("t.person_id")),
    "leave": ("leaves", "t.leave_id", .person("t.person_id")),
    "handover": ("handovers", "t.handover_id", .person("t.person_id")),
    "selection": ("selections", "t.selection_id", .person("t.person_id")),
    "measure": ("measures", "t.measure_id", .subject),
    "assessment": ("assessments", "t.assessment_id", .subject),
    "recall_round": ("recall_rounds", "t.recall_id || ':' || t.round", .person("t.person_id")),
    "village_cadre": ("village_cadres", "t.vc_id", .person("t.person_id")),
    "village_vetting": ("village_vettings", "t.vetting_id", .person("t.person_id")),
    "village_rating": ("village_ratings", "t.rating_id", .person("t.person_id")),
    "village_project": ("village_projects", "t.project_id", .place("t.village_id")),
    "inspection": ("inspections", "t.inspection_id", .unit("t.unit_id")),
    "intervention": ("interventions", "t.entry_id", .unit("t.unit_id")),
    "risk_point": ("risk_points", "t.risk_id", .unit("t.unit_id")),
    "decision": ("decisions", "t.decision_id", .unit("t.unit_id")),
    "tolerance_case": ("tolerance_cases", "t.case_id", .unit("t.unit_id")),
    "activity": ("activities", "t.activity_id", .unit("t.unit_id")),
  ]

  private static let composed: Set<String> = ["pair", "recall", "village_person", "rectification"]

  private enum Source {
    case column(String)
    case person(String)
    case unit(String)
    case place(String)
    /// A person or a unit, as the row's `subject_kind` says.
    case subject
  }

  private func branch(_ kind: String) -> String? {
    switch kind {
    case "person": whole("person", id: "p.person_id", name: "p.name", from: "persons p", owner: "p")
    case "unit": whole("unit", id: "u.unit_id", name: "u.unit_name", from: "units u", owner: "u")
    case "jurisdiction":
      whole(
        "jurisdiction", id: "c.city_code", name: language == .chinese ? "c.name_zh" : "c.name_en", from: "cities c",
        owner: "c")
    case "village":
      whole(
        "village", id: "v.village_id", name: "p.name",
        from: "villages v join places p on p.city_code = v.city_code and p.place_id = v.village_id", owner: "v")
    case "post":
      whole(
        "post", id: "o.post_id", name: "p.name || ' ' || o.title",
        from: "posts o join persons p on p.city_code = o.city_code and p.person_id = o.person_id", owner: "o")
    case "pair":
      composed(
        "pair", name: "a.name || '→' || b.name",
        joins: """
          join persons a on a.city_code = \(city.sqlText) and a.person_id = split_part(s.id, '>', 1)
            join persons b on b.city_code = \(city.sqlText) and b.person_id = split_part(s.id, '>', 2)
          """)
    case "village_person":
      composed(
        "village_person", name: "v.name || ' ' || p.name",
        joins: """
          join places v on v.city_code = \(city.sqlText) and v.place_id = split_part(s.id, ':', 1)
            join persons p on p.city_code = \(city.sqlText) and p.person_id = split_part(s.id, ':', 2)
          """)
    case "recall":
      composed(
        "recall", name: "p.name",
        joins: """
          join (
              select distinct r.recall_id, r.person_id
              from recall_rounds r
              where r.city_code = \(city.sqlText)
            ) r on r.recall_id = s.id
            join persons p on p.city_code = \(city.sqlText) and p.person_id = r.person_id
          """)
    case "rectification":
      composed(
        "rectification", name: "u.unit_name",
        joins: """
          join rectifications t on t.city_code = \(city.sqlText) and t.item_id = s.id
            join inspections i on i.city_code = t.city_code and i.inspection_id = t.inspection_id
            join units u on u.city_code = t.city_code and u.unit_id = i.unit_id
          """)
    default: ofRow(kind)
    }
  }

  private func whole(_ kind: String, id: String, name: String, from tables: String, owner: String) -> String {
    "  select \(kind.sqlText)::text as kind, \(id) as id, \(name) as name\n  from \(tables)\n"
      + "  where \(owner).city_code = \(city.sqlText)"
  }

  private func composed(_ kind: String, name: String, joins: String) -> String {
    "  select s.kind, s.id, \(name) as name\n  from subjects s\n  \(joins)\n  where s.kind = \(kind.sqlText)"
  }

  private func ofRow(_ kind: String) -> String? {
    guard let row = Self.rows[kind] else { return nil }
    let table = "join \(row.table) t on t.city_code = \(city.sqlText) and \(row.key) = s.id"
    func named(_ name: String, _ other: String = "") -> String {
      composed(kind, name: name, joins: table + other)
    }
    func person(_ id: String) -> String {
      "\n  join persons p on p.city_code = \(city.sqlText) and p.person_id = \(id)"
    }
    func unit(_ id: String) -> String {
      "\n  join units u on u.city_code = \(city.sqlText) and u.unit_id = \(id)"
    }
    switch row.name {
    case .column(let column): return named("t.\(column)")
    case .person(let id): return named("p.name", person(id))
    case .unit(let id): return named("u.unit_name", unit(id))
    case .place(let id):
      return named("p.name", "\n  join places p on p.city_code = \(city.sqlText) and p.place_id = \(id)")
    case .subject:
      return named("p.name", person("t.subject_id and t.subject_kind = 'person'"))
        + "\n  union all\n"
        + named("u.unit_name", unit("t.subject_id and t.subject_kind = 'unit'"))
    }
  }
}

extension String {
  /// The text as a literal: COPY takes no parameters.
  var sqlText: String {
    "'" + replacing("'", with: "''") + "'"
  }
}
