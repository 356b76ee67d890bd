/// What people call a result's subject.
enum SubjectName {
  /// SQL for the name of one subject; null where it has none of its own. `$1` is the city's code.
  static func expression(for kind: String, subject: String) -> String {
    switch kind {
    case "person": name("persons", "name", key: "person_id", subject)
    case "unit": name("units", "unit_name", key: "unit_id", subject)
    case "village": name("places", "name", key: "place_id", subject)
    case "training_class": name("training_classes", "title", key: "class_id", subject)
    case "jurisdiction": name("cities", "name_zh", key: "city_code", subject)
    case "post":
      """
      (
            select p.name || ' ' || o.title
            from posts o
            join persons p
              on p.city_code = o.city_code
              and p.person_id = o.person_id
            where o.city_code = $1
              and o.post_id = \(subject)
          )
      """
    case "pair":
      "\(person(part(1, of: subject, by: ">"))) || '→' || \(person(part(2, of: subject, by: ">")))"
    case "village_person":
      "\(name("places", "name", key: "place_id", part(1, of: subject, by: ":"))) || ' ' || \(person(part(2, of: subject, by: ":")))"
    case "village_cadre": ofRow("village_cadres", key: "vc_id", subject)
    case "declaration": ofRow("declarations", key: "declaration_id", subject)
    case "leave": ofRow("leaves", key: "leave_id", subject)
    case "handover": ofRow("handovers", key: "handover_id", subject)
    case "measure": ofRow("measures", key: "measure_id", subject, personColumn: "subject_id")
    case "selection": ofRow("selections", key: "selection_id", subject)
    case "training_record": ofRow("training_records", key: "record_id", subject)
    case "recall": ofRow("recall_rounds", key: "recall_id", subject)
    case "recall_round": ofRow("recall_rounds", key: "recall_id", part(1, of: subject, by: ":"))
    case "village_rating": ofRow("village_ratings", key: "rating_id", subject)
    case "village_vetting": ofRow("village_vettings", key: "vetting_id", subject)
    default: "null::text"
    }
  }

  private static func part(_ number: Int, of subject: String, by separator: String) -> String {
    "split_part(\(subject), '\(separator)', \(number))"
  }

  private static func person(_ id: String) -> String {
    name("persons", "name", key: "person_id", id)
  }

  private static func name(_ table: String, _ column: String, key: String, _ subject: String) -> String {
    "(select n.\(column) from \(table) n where n.city_code = $1 and n.\(key) = \(subject))"
  }

  /// The name of the person whom a row is about.
  private static func ofRow(
    _ table: String, key: String, _ subject: String, personColumn: String = "person_id"
  ) -> String {
    """
    (
          select p.name
          from \(table) n
          join persons p
            on p.city_code = n.city_code
            and p.person_id = n.\(personColumn)
          where n.city_code = $1
            and n.\(key) = \(subject)
          limit 1
        )
    """
  }
}
