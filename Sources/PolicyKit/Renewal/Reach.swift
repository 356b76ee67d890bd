import DataContract

/// Whose facts a result depends on: told from what the rule is about and what its templates read.
public enum Reach: Sendable, Hashable, CaseIterable {
  /// Any of the city's.
  case city
  /// Beside units, classes and the like, those that name its own person, who is the subject or whom the subject's row
  /// names: a row that names only other persons, or only a unit, changes nothing.
  case ownPerson
  /// Those that name its own unit, which is the subject or which the subject's row names, and facts about persons: a
  /// row that names only other units, or only a person in their stead, changes nothing.
  case ownUnit

  /// The narrowest that holds of a rule.
  ///
  /// Wrong in one direction only: what looks as if it met the facts of others reaches the whole city. A test judges some
  /// subjects of every indicator while the facts of all others are gone.
  static func of(_ rule: any Archetype, about subjectKind: String) -> Reach {
    guard rule.judgesEachByItself else { return .city }
    let reading = TemplateReading(rule.templates)
    if reading.isWithin(Owner.person, about: subjectKind) { return .ownPerson }
    if reading.isWithin(Owner.unit, about: subjectKind) { return .ownUnit }
    return .city
  }
}

/// Whom facts can be told apart by.
struct Owner {
  /// The table of those who own facts.
  let kind: TableName
  /// The column by which rows of facts name them: rows of others are not read.
  let column: String
  /// What the snapshot knows of one of them without looking at others.
  let snapshot: Set<String>

  static let person = Owner(
    kind: .persons, column: "person_id",
    snapshot: [
      "live_unit", "current_post", "on_roll", "on_roll_at_half", "current_charge", "tenure", "village_in_city",
      "current_village_cadre", "village_office", "working_day",
    ])

  static let unit = Owner(
    kind: .units, column: "unit_id",
    snapshot: ["live_unit", "current_post", "unit_head", "team_member", "current_charge", "working_day"])

  /// Whether rows of a table, or of the snapshot, are told apart.
  func tellsApart(_ source: String) -> Bool {
    if let table = TableName(rawValue: source) { return Table[table].columns(naming: kind).contains(column) }
    switch source {
    case "current_post", "current_charge", "team_member", "unit_head": return true
    case "live_unit": return kind == .units
    case "on_roll", "on_roll_at_half", "current_village_cadre", "village_office": return kind == .persons
    default: return false
    }
  }
}

/// What templates read, and by which columns they bring it together.
struct TemplateReading {
  /// Names that rows go by, with what they are rows of; none for rows of a subquery.
  private var sources: [String: Set<String>] = [:]
  private var snapshot: Set<String> = []
  private var equalities: [(left: Name, right: Name)] = []
  private var partitions: [Name?] = []
  private var windows = 0

  private struct Name: Hashable {
    let row: String
    let column: String
  }

  init(_ templates: [String]) {
    let steps = Set(Snapshot.templates.map(\.table))
    for template in templates {
      let words = Self.words(of: template)
      for (index, word) in words.enumerated() {
        switch word {
        case "from", "join":
          guard index + 2 < words.count else { continue }
          let source = words[index + 1]
          if source.hasPrefix("{") {
            sources[words[index + 2], default: []].insert(String(source.dropFirst().dropLast()))
          } else if steps.contains(source) {
            sources[words[index + 2], default: []].insert(source)
          }
        case "=": addEquality(in: words, at: index)
        case "over", "window": windows += word == "over" ? 1 : 0
        case "partition": partitions.append(index + 2 < words.count ? Self.name(words[index + 2]) : nil)
        default: break
        }
        if steps.contains(word) { snapshot.insert(word) }
      }
    }
  }

  private mutating func addEquality(in words: [String], at index: Int) {
    guard index > 0, index + 1 < words.count, let left = Self.name(words[index - 1]),
      let right = Self.name(words[index + 1])
    else { return }
    equalities.append((left, right))
  }

  /// Columns that rows of several owners have in common.
  private static let shared: Set<String> = [
    "person_id", "unit_id", "village_id", "region_code", "category", "township_id", "parent_unit_id", "charged_unit_id",
    "target_id", "post_key", "year", "half",
  ]

  func isWithin(_ owner: Owner, about subjectKind: String) -> Bool {
    guard isOwned(subjectKind, by: owner), snapshot.isSubset(of: owner.snapshot) else { return false }
    guard windows == 0 || !partitions.isEmpty && partitions.allSatisfy({ $0?.column == owner.column }) else {
      return false
    }
    let subjects = Table.all.first { $0.subjectKind == subjectKind }?.name
    return equalities.allSatisfy { isWithin(owner, subjects, $0.left, $0.right) }
  }

  private func isOwned(_ subjectKind: String, by owner: Owner) -> Bool {
    guard let table = Table.all.first(where: { $0.subjectKind == subjectKind }) else { return false }
    if table.name == owner.kind { return true }
    return table.columns(naming: owner.kind).contains(owner.column)
      && table.column(owner.column)?.presence == .required
  }

  /// Rows are brought together that belong to the same owner, or of which one belongs to none.
  private func isWithin(_ owner: Owner, _ subjects: TableName?, _ left: Name, _ right: Name) -> Bool {
    if left.row == right.row { return true }
    let columns: Set = [left.column, right.column]
    // Where owners are the subjects, a subject's id is an owner's.
    if columns == [owner.column] || columns == [owner.column, "subject_id"] && subjects == owner.kind { return true }
    if [left, right].contains(where: { isOfNoOwner($0.row, owner) }) { return true }
    // Rows of two tables may be of two owners though one names the other by its id.
    let areOfTables = sources[left.row] != nil && sources[right.row] != nil
    if !areOfTables && columns.isDisjoint(with: Self.shared.union([owner.column])) { return true }
    return equalities.contains {
      Set([$0.left.row, $0.right.row]) == [left.row, right.row]
        && $0.left.column == owner.column && $0.right.column == owner.column
    }
  }

  private func isOfNoOwner(_ row: String, _ owner: Owner) -> Bool {
    guard let sources = sources[row] else { return false }
    return !sources.contains(where: owner.tellsApart)
  }

  private static func name(_ word: String) -> Name? {
    let parts = word.split(separator: ".")
    return parts.count == 2 ? Name(row: String(parts[0]), column: String(parts[1])) : nil
  }

  /// Names with their row (`p.unit_id`), placeholders with their braces, and signs.
  private static func words(of template: String) -> [String] {
    template.split { $0.isWhitespace || "(),".contains($0) }.map(String.init)
  }
}
