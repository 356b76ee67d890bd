import CadreModel
import DataContract
import FieldFormats
import IdentityNumbers
import PostgresClient

/// The rows of a delivery of the field's formats, table by table.
struct FieldRows {
  var tables: [TableName: [FieldRow]] = [:]
  var notices: [FileNotice] = []
  var monthsLeftEmpty: [TableName: [DataContract.Column: Int]] = [:]
  var resumeLinesPassed = 0
}

/// Makes rows of the contract from what the field's formats say.
///
/// Persons are found by their identity number and by nothing else; units by code or whole name. What a delivery does not say stays as
/// it is stored. Nothing is made up: where a column has to be filled and nobody says with what, the row is refused with the reason.
///
/// Runs under the city's lock: nothing that it found changes before the rows are stored.
struct FieldMatching {
  let stored: StoredCells
  let fills: [FieldFill]
  /// Seals identity numbers, by which persons are found; nil where there is no key.
  let seal: NumberSeal?
  private var register = UnitRegister()
  /// By their place in the draft; nil where they could not be matched.
  private var personIDs: [String?] = []
  private(set) var rows = FieldRows()

  init(city: City, connection: PostgresConnection, fills: [FieldFill], seal: NumberSeal?) {
    stored = StoredCells(city: city, connection: connection)
    self.fills = fills
    self.seal = seal
  }

  nonisolated(nonsending) mutating func match(_ draft: FieldDraft) async throws {
    for unit in try await stored.units() { register.add(unit.id, name: unit.name, isDissolved: unit.isDissolved) }
    try await matchUnits(draft.units)
    try await matchPersons(draft.persons)
    try await matchPosts(draft.posts)
    try await matchAssessments(draft.assessments)
    rows.notices = draft.notices.map(Self.notice)
  }

  private static func notice(_ notice: FieldNotice) -> FileNotice {
    switch notice {
    case .tablesNotRead(let names): FileNotice(file: names[0], .field(.tablesNotRead(names)))
    case .elementsNotRead(let file, let elements): FileNotice(file: file, .field(.elementsNotRead(elements)))
    case .formsNumbered(let count): FileNotice(file: "#1–#\(count)", .field(.formsNumbered(count)))
    case .assessmentsUnclear(let place): FileNotice(file: place.file, .field(.assessmentsUnclear(line: place.line)))
    case .partyUnclear(let place): FileNotice(file: place.file, .field(.partyUnclear(line: place.line)))
    }
  }

  // MARK: Units

  private nonisolated(nonsending) mutating func matchUnits(_ drafts: [UnitDraft]) async throws {
    let known = try await byKey(.units, drafts.compactMap { $0.code.map(FieldIDs.unit) })
    for draft in drafts {
      let id = draft.code.map(FieldIDs.unit) ?? ""
      var row = FieldRow(place: draft.place, cells: known[id] ?? ["unit_id": id])
      for (column, text) in draft.cells { row.set(column, text) }
      // The topmost unit's superior is written -1.
      if let superior = draft.superiorCode, superior != "-1" { row.set("parent_unit_id", FieldIDs.unit(superior)) }
      if !id.isEmpty, let name = row.cells["unit_name"] { register.add(id, name: name) }
      finish(&row, .units)
    }
  }

  // MARK: Persons

  private nonisolated(nonsending) mutating func matchPersons(_ drafts: [PersonDraft]) async throws {
    let found = try await personsByNumber(drafts)
    let taken = try await byKey(.persons, drafts.compactMap { $0.systemID.map { FieldIDs.taken(over: $0, prefix: "p-") } })
    var lastNumber = drafts.contains { $0.systemID == nil } ? try await stored.lastPersonNumber() : 0
    var seen: [String: FieldPlace] = [:]
    for draft in drafts {
      let number = draft.identityNumber?.uppercased()
      let matches = number.flatMap { found[$0] } ?? []
      var row = FieldRow(place: draft.place, cells: matches.count == 1 ? matches[0] : [:])
      var problem: FieldProblem?
      if let number, let first = seen[number] {
        problem = .samePersonTwice(file: first.file, line: first.line)
      } else if number.map({ NumberMask.isMask(Array($0.utf8).span) }) ?? true {
        problem = .noIdentityNumber
      } else if matches.count > 1 {
        problem = .severalPersons
      } else if let match = matches.first {
        if let name = draft.name, plainName(name) != plainName(match["name"] ?? "") { problem = .otherPersonsNumber }
      } else if let id = draft.systemID.map({ FieldIDs.taken(over: $0, prefix: "p-") }) {
        if taken[id] == nil { row.cells["person_id"] = id } else { problem = .idTaken }
      } else {
        lastNumber += 1
        row.cells["person_id"] = FieldIDs.person(lastNumber)
      }
      if let number { seen[number] = seen[number] ?? draft.place }
      if let problem { row.problems["person_id"] = problem }
      if case .samePersonTwice? = problem, let number,
        let first = drafts.firstIndex(where: { $0.identityNumber?.uppercased() == number })
      {
        personIDs.append(personIDs[first])
      } else {
        personIDs.append(problem == nil ? row.cells["person_id"] : nil)
      }
      row.set("id_number", number)
      for (column, text) in draft.cells { row.set(column, text) }
      if problem == nil, let match = matches.first {
        row.cells["name"] = match["name"]
      } else if let name = draft.name {
        row.cells["name"] = plainName(name)
      }
      addBirthday(&row, draft, number)
      set(draft.dates, &row, .persons)
      if row.cells["person_id"] == nil { row.cells["person_id"] = "" }
      finish(&row, .persons)
    }
  }

  /// The stored persons with the numbers of the drafts, by these. They are stored sealed, and looked for sealed; what is no number is nobody's.
  private nonisolated(nonsending) func personsByNumber(_ drafts: [PersonDraft]) async throws -> [String: [[String: String]]] {
    var numbers: [String: String] = [:]
    for number in drafts.compactMap({ $0.identityNumber?.uppercased() }) {
      guard case .valid = IdentityNumberCell.parse(Array(number.utf8).span) else { continue }
      guard let seal else { throw IdentityKeyError.missing }
      numbers[try seal.seal(number)] = number
    }
    let rows = try await stored.rows(of: .persons, where: "id_number", isAmong: numbers.keys.sorted())
    return Dictionary(grouping: rows) { row in row["id_number"].flatMap { numbers[$0] } ?? "" }
  }

  /// The day within the month that the form gives, by the identity number: an official one, whose check character holds.
  private func addBirthday(_ row: inout FieldRow, _ draft: PersonDraft, _ number: String?) {
    guard let birth = draft.dates["birth_date"], birth.isMonth, (row.cells["birth_date"] ?? "").isEmpty, let number,
      case .valid = IdentityNumberCell.parse(Array(number.utf8).span)
    else { return }
    let digits = number.dropFirst(6).prefix(8)
    let day = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    if birth.covers(day) { row.cells["birth_date"] = day }
  }

  /// Blanks inside Chinese names of two characters are for looks.
  private func plainName(_ name: String) -> String {
    let plain = name.filter { !$0.isWhitespace }
    return plain.allSatisfy { !$0.isASCII } ? plain : name
  }

  // MARK: Posts

  private nonisolated(nonsending) mutating func matchPosts(_ drafts: [PostDraft]) async throws {
    let persons = Array(Set(drafts.compactMap { personID($0.person) })).sorted()
    let known = Dictionary(
      grouping: try await stored.rows(of: .posts, where: "person_id", isAmong: persons), by: { $0["person_id"] ?? "" })
    for draft in drafts {
      let unit = register.find(draft.unit)
      if case .unknown = unit, draft.isPast {
        rows.resumeLinesPassed += 1
        continue
      }
      let person = personID(draft.person)
      var given = draft.cells
      if case .unit(let id, let rest) = unit {
        given["unit_id"] = id
        if !rest.isEmpty { given["title"] = rest }
      } else if case .beginning(let text) = draft.unit {
        given["title"] = text
      }
      var row = FieldRow(
        place: draft.place,
        cells: storedPost(draft, given, among: person.flatMap { known[$0] } ?? []) ?? newPost(draft, given, person))
      if person == nil { row.problems["person_id"] = .personNotMatched }
      row.set("person_id", person)
      for (column, text) in given { row.set(column, text) }
      switch unit {
      case .unit: break
      case .unknown: row.problems["unit_id"] = .unitUnknown
      case .ambiguous(let count): row.problems["unit_id"] = .unitAmbiguous(count: count)
      }
      set(draft.dates, &row, .posts)
      finish(&row, .posts)
    }
  }

  /// The stored post that is meant: by its id, or the only one of the person with this unit and title that began then.
  private func storedPost(
    _ draft: PostDraft, _ given: [String: String], among known: [[String: String]]
  ) -> [String: String]? {
    let id = draft.systemID.map { FieldIDs.taken(over: $0, prefix: "t-") }
    if let id, let post = known.first(where: { $0["post_id"] == id }) { return post }
    let same = known.filter { post in
      post["unit_id"] == given["unit_id"] && post["title"] == given["title"]
        && draft.dates["started_on"].map { $0.covers(post["started_on"] ?? "") } ?? true
    }
    return same.count == 1 ? same[0] : nil
  }

  /// A post of one person in one unit with one title is the same whenever the person is appointed to it again: its `post_key`.
  private func newPost(_ draft: PostDraft, _ given: [String: String], _ person: String?) -> [String: String] {
    let parts = (person ?? "", given["unit_id"] ?? "", given["title"] ?? "")
    let id =
      draft.systemID.map { FieldIDs.taken(over: $0, prefix: "t-") }
      ?? FieldIDs.derived("t-", parts.0, parts.1, parts.2, draft.dates["started_on"]?.cell ?? "", "\(draft.place.line)")
    return ["post_id": id, "post_key": FieldIDs.derived("k-", parts.0, parts.1, parts.2)]
  }

  // MARK: Assessments

  private nonisolated(nonsending) mutating func matchAssessments(_ drafts: [AssessmentDraft]) async throws {
    let persons = Array(Set(drafts.compactMap { personID($0.person) })).sorted()
    let known = try await stored.rows(of: .assessments, where: "subject_id", isAmong: persons).filter {
      $0["subject_kind"] == "person"
    }
    let byYear = Dictionary(grouping: known) { "\($0["subject_id"] ?? "") \($0["year"] ?? "")" }
    for draft in drafts {
      let person = personID(draft.person)
      let year = draft.cells["year"] ?? ""
      let matches = person.flatMap { byYear["\($0) \(year)"] } ?? []
      var row = FieldRow(
        place: draft.place,
        cells: matches.count == 1
          ? matches[0] : ["assessment_id": FieldIDs.derived("a-", person ?? "\(draft.place)", year), "subject_kind": "person"])
      if person == nil { row.problems["subject_id"] = .personNotMatched }
      if matches.count > 1 { row.problems["assessment_id"] = .severalAssessments }
      row.set("subject_id", person)
      for (column, text) in draft.cells { row.set(column, text) }
      finish(&row, .assessments)
    }
  }

  // MARK: All

  private func personID(_ place: Int?) -> String? {
    place.flatMap { personIDs.indices.contains($0) ? personIDs[$0] : nil }
  }

  private nonisolated(nonsending) func byKey(_ table: Table, _ ids: [String]) async throws -> [String: [String: String]] {
    let key = table.key[0]
    let rows = try await stored.rows(of: table, where: key, isAmong: ids)
    return Dictionary(rows.map { ($0[key] ?? "", $0) }) { first, _ in first }
  }

  private mutating func set(_ dates: [String: FieldDate], _ row: inout FieldRow, _ table: Table) {
    for column in table.columns {
      guard let date = dates[column.name] else { continue }
      if row.set(column.name, of: table, date) { rows.monthsLeftEmpty[table.name, default: [:]][column, default: 0] += 1 }
    }
  }

  /// Fills what was given for all rows, and says of what is still missing that no form has it.
  private mutating func finish(_ row: inout FieldRow, _ table: Table) {
    for fill in fills where fill.table == table.name && (row.cells[fill.column] ?? "").isEmpty {
      row.cells[fill.column] = fill.value
    }
    for column in table.columns
    where column.presence == .required && (row.cells[column.name] ?? "").isEmpty && row.problems[column.name] == nil
      && column.nationalNames.isEmpty && !table.key.contains(column.name)
    {
      row.problems[column.name] = .notCarried(table.name, column)
    }
    rows.tables[table.name, default: []].append(row)
  }
}
