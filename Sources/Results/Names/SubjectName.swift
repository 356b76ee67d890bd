public import CadreModel

/// What people call the subjects of one kind: joins beside a result, and the name that they yield.
///
/// Results, reports and explanations all name their subjects this way.
public struct SubjectName: Sendable, Hashable {
  /// Lines of SQL; empty where nothing is to be joined.
  public let joins: String
  /// SQL for the name; null where a subject has none of its own, such as a region.
  public let name: String
  /// The person or unit that the subject is named after, for callers that look names up themselves.
  public let owner: Owner?

  /// A person or unit that others are named after.
  public struct Owner: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      case person
      case unit
      /// Either: the row says which, and the id is preceded by `p` or `u`.
      case personOrUnit
    }

    public let kind: Kind
    /// SQL for the id; null for nothing.
    public let id: String
    /// The joins that the id takes; empty for a subject that is itself the person or unit.
    public let joins: String
  }

  /// - Parameters:
  ///   - kind: the indicator's kind of subject, such as `pair`.
  ///   - subject: SQL for the subject's id.
  ///   - city: SQL for the city's code.
  public init(of kind: String, subject: String, city: String, language: Language) {
    // Subjects in `results` have the collation C; an index of the other tables is used only with the database's own one.
    let subject = "(\(subject) collate \"default\")"
    let join = SubjectJoin(subject: subject, city: city)
    self =
      switch kind {
      case "person": join.owner(.person, by: subject)
      case "unit": join.owner(.unit, by: subject)
      case "village": join.place(subject)
      case "jurisdiction": join.jurisdiction(language)
      case "post":
        join.row("posts", "post_id").then(join.person("s.person_id"), name: "p.name || ' ' || s.title")
      case "pair":
        join.person(join.part(1, by: ">")).then(
          join.person(join.part(2, by: ">"), alias: "p2"), name: "p.name || '→' || p2.name")
      case "village_person":
        join.place(join.part(1, by: ":")).then(join.person(join.part(2, by: ":")), name: "pl.name || ' ' || p.name")
      case "training_class": join.row("training_classes", "class_id").named("s.title")
      case "training_record": join.owner(.person, of: join.row("training_records", "record_id"))
      case "passport": join.owner(.person, of: join.row("passports", "passport_id"))
      case "finding": join.owner(.person, of: join.row("findings", "finding_id"))
      case "verification": join.owner(.person, of: join.row("verifications", "verification_id"))
      case "declaration": join.owner(.person, of: join.row("declarations", "declaration_id"))
      case "leave": join.owner(.person, of: join.row("leaves", "leave_id"))
      case "handover": join.owner(.person, of: join.row("handovers", "handover_id"))
      case "selection": join.owner(.person, of: join.row("selections", "selection_id"))
      case "measure": join.personOrUnit(of: join.row("measures", "measure_id"))
      case "assessment": join.personOrUnit(of: join.row("assessments", "assessment_id"))
      case "recall": join.owner(.person, of: join.recall)
      case "recall_round": join.owner(.person, of: join.recallRound)
      case "village_cadre": join.owner(.person, of: join.row("village_cadres", "vc_id"))
      case "village_vetting": join.owner(.person, of: join.row("village_vettings", "vetting_id"))
      case "village_rating": join.owner(.person, of: join.row("village_ratings", "rating_id"))
      case "young_event": join.person(join.part(1, by: ":"))
      case "village_project": join.row("village_projects", "project_id").then(join.place("s.village_id"))
      case "village_support": join.row("village_supports", "support_id").then(join.place("s.village_id"))
      case "holiday": join.holiday
      case "inspection": join.owner(.unit, of: join.row("inspections", "inspection_id"))
      case "intervention": join.owner(.unit, of: join.row("interventions", "entry_id"))
      case "risk_point": join.owner(.unit, of: join.row("risk_points", "risk_id"))
      case "decision": join.owner(.unit, of: join.row("decisions", "decision_id"))
      case "tolerance_case": join.owner(.unit, of: join.row("tolerance_cases", "case_id"))
      case "activity": join.owner(.unit, of: join.row("activities", "activity_id"))
      case "rectification":
        join.owner(.unit, of: join.row("rectifications", "item_id").then(join.inspection), by: "n.unit_id")
      default: SubjectName(joins: "", name: "null::text")
      }
  }

  fileprivate init(joins: String, name: String, owner: Owner? = nil) {
    self.joins = joins
    self.name = name
    self.owner = owner
  }

  fileprivate func then(_ next: SubjectName, name: String? = nil) -> SubjectName {
    SubjectName(joins: joins + "\n" + next.joins, name: name ?? next.name)
  }

  private func named(_ name: String) -> SubjectName {
    SubjectName(joins: joins, name: name)
  }
}

/// Single joins, each bound to the city.
private struct SubjectJoin {
  let subject: String
  let city: String

  func part(_ number: Int, by separator: String) -> String {
    "split_part(\(subject), '\(separator)', \(number))"
  }

  /// The row that the result is about, as `s`.
  func row(_ table: String, _ key: String) -> SubjectName {
    SubjectName(
      joins: "left join \(table) s on s.city_code = \(city) and s.\(key) = \(subject)", name: "null::text")
  }

  /// A public holiday is named in the calendar, which all cities share.
  var holiday: SubjectName {
    SubjectName(joins: "left join workdays w on w.day::text = \(subject)", name: "w.name")
  }

  /// A subject named after the person or unit of its row, or being one itself.
  func owner(_ kind: SubjectName.Owner.Kind, of row: SubjectName? = nil, by id: String? = nil) -> SubjectName {
    let id = id ?? (kind == .person ? "s.person_id" : "s.unit_id")
    let named = kind == .person ? person(id) : unit(id)
    let joins = row?.joins ?? ""
    return SubjectName(
      joins: row == nil ? named.joins : joins + "\n" + named.joins, name: named.name,
      owner: SubjectName.Owner(kind: kind, id: id, joins: joins))
  }

  func person(_ id: String, alias: String = "p") -> SubjectName {
    SubjectName(
      joins: "left join persons \(alias) on \(alias).city_code = \(city) and \(alias).person_id = \(id)",
      name: "\(alias).name")
  }

  func unit(_ id: String) -> SubjectName {
    SubjectName(joins: "left join units su on su.city_code = \(city) and su.unit_id = \(id)", name: "su.unit_name")
  }

  func place(_ id: String) -> SubjectName {
    SubjectName(joins: "left join places pl on pl.city_code = \(city) and pl.place_id = \(id)", name: "pl.name")
  }

  func jurisdiction(_ language: Language) -> SubjectName {
    SubjectName(
      joins: "left join cities c on c.city_code = \(city) and c.city_code = \(subject)",
      name: language == .chinese ? "c.name_zh" : "c.name_en")
  }

  /// A subject named after a person or unit, as its row's `subject_kind` says.
  func personOrUnit(of row: SubjectName) -> SubjectName {
    SubjectName(
      joins: """
        \(row.joins)
        left join persons p on p.city_code = \(city) and p.person_id = s.subject_id and s.subject_kind = 'person'
        left join units su on su.city_code = \(city) and su.unit_id = s.subject_id and s.subject_kind = 'unit'
        """, name: "coalesce(p.name, su.unit_name)",
      owner: SubjectName.Owner(
        kind: .personOrUnit,
        id: "case s.subject_kind when 'person' then 'p' || s.subject_id when 'unit' then 'u' || s.subject_id end",
        joins: row.joins))
  }

  var inspection: SubjectName {
    SubjectName(
      joins: "left join inspections n on n.city_code = \(city) and n.inspection_id = s.inspection_id",
      name: "null::text")
  }

  var recallRound: SubjectName {
    SubjectName(
      joins: """
        left join recall_rounds s on s.city_code = \(city)
          and s.recall_id = \(part(1, by: ":"))
          and s.round::text = \(part(2, by: ":"))
        """, name: "null::text")
  }

  /// All rounds of a recall are about one person.
  var recall: SubjectName {
    SubjectName(
      joins: """
        left join (
          select recall_id, min(person_id) as person_id
          from recall_rounds
          where city_code = \(city)
          group by recall_id
        ) s on s.recall_id = \(subject)
        """, name: "null::text")
  }
}
