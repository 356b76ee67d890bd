import DataContract

/// Whose facts a result depends on. Nobody writes it down: it is worked out from the rule's kind of subject and from its
/// templates (see `TemplateReading`). It decides how much is judged again when facts change.
public enum Reach: Sendable, Hashable, CaseIterable {
  /// Anybody's: after any change the indicator is judged again for the whole city.
  case city
  /// Its own person's: the person who is the subject, or whom the subject's row names. Rows that name only other persons,
  /// or only a unit, cannot change the result. Tables whose rows belong to no person (units, classes) are read, too.
  case ownPerson
  /// Its own unit's: the unit that is the subject, or that the subject's row names. Rows that name only other units cannot
  /// change the result, nor can rows that could name a unit and name only a person. Tables without units (persons) are
  /// read, too.
  case ownUnit

  /// The narrowest reach that is sure to hold for a rule.
  ///
  /// In doubt it says `city`, which costs time and is never wrong. `ReachTests` tries the narrower answers: it takes the
  /// facts of all others away and judges some subjects of every indicator.
  static func of(_ rule: any Archetype, about subjectKind: String) -> Reach {
    guard rule.judgesEachByItself else { return .city }
    let reading = TemplateReading(rule.templates)
    if reading.isWithin(Owner.person, about: subjectKind) { return .ownPerson }
    if reading.isWithin(Owner.unit, about: subjectKind) { return .ownUnit }
    return .city
  }
}

/// A kind of owner of facts, persons or units: rows that name one of them can be told from rows of the others.
struct Owner {
  /// The table of those who own facts.
  let kind: TableName
  /// The column by which rows of facts name their owner.
  let column: String
  /// The snapshot's tables whose row about one owner depends on that owner's facts alone.
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

  /// Whether the rows of a table, of the contract or of the snapshot, have an owner.
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

/// What templates read, and by which columns they join it.
struct TemplateReading {
  /// The aliases of a template, each with the tables it stands for; an alias of a subquery is not listed.
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

  /// Columns in which rows of different owners can have the same value: joined by one of these they may meet.
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

  /// Whether an equality of two columns joins only rows of one owner, or rows of which one has no owner.
  private func isWithin(_ owner: Owner, _ subjects: TableName?, _ left: Name, _ right: Name) -> Bool {
    if left.row == right.row { return true }
    let columns: Set = [left.column, right.column]
    // Where the owners themselves are the subjects, `subject_id` is an owner's id, too.
    if columns == [owner.column] || columns == [owner.column, "subject_id"] && subjects == owner.kind { return true }
    if [left, right].contains(where: { isOfNoOwner($0.row, owner) }) { return true }
    // A row may name a row of another table by its id, and the two may still be of different owners.
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
    template.utf8.split { byte in
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","): true
      default: false
      }
    }.map { String(Substring($0)) }
  }
}
