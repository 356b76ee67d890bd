public import DataContract

/// Rows of the contract, to be written in the field's own formats: what these can hold of them.
public struct FieldExport: Sendable {
  /// By table; each row as texts by column, codes and days as they are stored.
  private let rows: [TableName: [[String: String]]]

  /// By their ids.
  private let unitNames: [String: String]

  /// - Parameter units: the units that posts are in, where not all of them are among the rows.
  public init(_ rows: [TableName: [[String: String]]], units: [[String: String]] = []) {
    self.rows = rows
    let named = (rows[.units] ?? []) + units
    unitNames = Dictionary(named.map { ($0["unit_id"] ?? "", $0["unit_name"] ?? "") }) { first, _ in first }
  }

  // MARK: An exchange

  /// The attributes of a table's rows, in the order in which they are written.
  func exchangeRows(of table: ExchangeTable) -> [[(name: String, value: String)]] {
    (rows[table.contractTable.name] ?? []).compactMap { cells(of: $0, table) }
  }

  /// A row's attributes; nil for one that is none of the table: an assessment of a unit.
  private func cells(of row: [String: String], _ table: ExchangeTable) -> [(name: String, value: String)]? {
    var cells: [(name: String, value: String)] = []
    switch table {
    case .persons: cells.append(("A0000", row["person_id"] ?? ""))
    case .posts:
      cells.append(("A0000", row["person_id"] ?? ""))
      cells.append(("A0200", row["post_id"] ?? ""))
      cells.append(("A0201A", unitName(row["unit_id"])))
      cells.append(("A0219", ["true", "1"].contains(row["leading"]) ? "1" : "2"))
      cells.append(("A0255", (row["ended_on"] ?? "").isEmpty ? "1" : "0"))
    case .assessments:
      guard row["subject_kind"] == "person" else { return nil }
      cells.append(("A0000", row["subject_id"] ?? ""))
    case .units: cells.append(("B0117", row["region_code"] ?? ""))
    }
    for column in table.contractTable.columns {
      guard let name = column.nationalNames.first else { continue }
      cells.append((name, column.nationalText(row[column.name] ?? "")))
    }
    return cells
  }

  private func unitName(_ id: String?) -> String {
    id.flatMap { unitNames[$0] } ?? ""
  }

  // MARK: Forms

  /// An appointment form of each person.
  public var forms: [AppointmentForm] {
    let posts = Dictionary(grouping: rows[.posts] ?? []) { $0["person_id"] ?? "" }
    let assessments = Dictionary(grouping: (rows[.assessments] ?? []).filter { $0["subject_kind"] == "person" }) {
      $0["subject_id"] ?? ""
    }
    return (rows[.persons] ?? []).map { person in
      let id = person["person_id"] ?? ""
      return form(person, posts[id] ?? [], assessments[id] ?? [])
    }
  }

  private func form(
    _ person: [String: String], _ posts: [[String: String]], _ assessments: [[String: String]]
  ) -> AppointmentForm {
    var form = AppointmentForm(file: (person["person_id"] ?? "") + ".lrmx", [:])
    func label(_ column: String) -> String { Table.persons.column(column)?.label(of: person[column] ?? "") ?? "" }
    form[.name] = person["name"] ?? ""
    form[.sex] = label("sex")
    form[.ethnicity] = label("ethnicity")
    form[.birth] = month(person["birth_date"])
    form[.hired] = month(person["hired_on"])
    form[.identityNumber] = person["id_number"] ?? ""
    let isMember = ["01", "02"].contains(person["political_status"])
    form[.joinedParty] = isMember ? month(person["joined_party_on"]) : label("political_status")
    let lines = posts.sorted { ($0["started_on"] ?? "") < ($1["started_on"] ?? "") }.map(resumeLine)
    form[.resume] = Resume.text(lines)
    form[.presentPost] = lines.last { $0.to == nil }?.text ?? ""
    let years = assessments.sorted { ($0["year"] ?? "") < ($1["year"] ?? "") }.compactMap { row -> AssessedYear? in
      guard let grade = row["grade"], !grade.isEmpty else { return nil }
      let label = Table.assessments.column("grade")?.label(of: grade) ?? grade
      return AssessedYear(year: row["year"] ?? "", grade: label)
    }
    form[.assessments] = AssessmentText.text(years)
    return form
  }

  private func resumeLine(_ post: [String: String]) -> ResumeLine {
    ResumeLine(
      from: FieldDate(post["started_on"] ?? "") ?? .other(""), to: FieldDate(post["ended_on"] ?? ""),
      text: unitName(post["unit_id"]) + (post["title"] ?? ""), line: 0)
  }

  private func month(_ day: String?) -> String {
    String((FieldDate(day ?? "")?.compact ?? "").prefix(6))
  }
}

extension Column {
  /// A stored cell as the national sets have it.
  fileprivate func nationalText(_ text: String) -> String {
    switch type {
    case .date: FieldDate(text)?.compact ?? ""
    case .code(let codes): codes.first { $0.code == text }?.nationalCode ?? text
    default: text
    }
  }

  fileprivate func label(of code: String) -> String {
    guard case .code(let codes) = type else { return code }
    return codes.first { $0.code == code }?.label ?? code
  }
}

extension Code {
  /// Codes of the standards are ours already; ours in words have the standard's beside them.
  fileprivate var nationalCode: String {
    code.first?.isASCIIDigit == true ? code : otherNames.first ?? code
  }
}
