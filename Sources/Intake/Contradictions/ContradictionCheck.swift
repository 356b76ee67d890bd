import DataContract

/// How one kind of contradiction is found among a city's stored rows.
struct ContradictionCheck: Sendable {
  let kind: Contradiction
  /// The table of the row that is told of.
  let table: TableName
  /// The tables whose rows it compares: without a change in these nothing is looked at again.
  let reads: Set<TableName>
  /// Whose rows contradict each other, persons' or units', where those of others have no part in it: if an import lists all
  /// that its changed rows name, only these are looked at again. Nil: all are, for what is found of one depends on another.
  let subjects: TableName?
  /// Whether what is found depends on the day, and so is looked for with every import that changes anything.
  let isTimely: Bool
  /// Selects `row_key`, `other_key`, `subject_id`, `other_id`, `detail` of the city `$1`.
  ///
  /// - `row_key`, `other_key`: the row told of, and the one it contradicts (empty: itself)
  /// - `subject_id`, `other_id`: the persons or units whose rows these are
  /// - `detail`: what the sentence names, in its order
  let select: @Sendable (Narrowing) -> String

  init(
    _ kind: Contradiction, in table: TableName, of subjects: TableName?, reads: Set<TableName>, isTimely: Bool = false,
    select: @escaping @Sendable (Narrowing) -> String
  ) {
    self.kind = kind
    self.table = table
    self.reads = reads
    self.subjects = subjects
    self.isTimely = isTimely
    self.select = select
  }

  /// Which subjects' rows are looked at.
  enum Narrowing: Sendable {
    case all
    /// Those that the import's changed rows of these tables name.
    case touched(TableName, by: Set<TableName>)
    /// Those whom the reading of a first load's file gave reason to look at.
    case suspected

    /// The condition, as the end of a `where`: one of the columns holds such a subject.
    func condition(_ columns: String...) -> String {
      let list: String
      switch self {
      case .all: return ""
      case .touched(let kind, let tables):
        let names = tables.map(\.rawValue).sorted().map { "'\($0)'" }.joined(separator: ", ")
        list = """
          (
            select l.subject_id
            from touched_subject_list l
            where l.kind = '\(kind.rawValue)'
              and l.table_name in (\(names))
          )
          """
      case .suspected: list = "(select s.person_id from suspected_person s)"
      }
      return "\n  and (" + columns.map { "\($0) in \(list)" }.joined(separator: " or ") + ")"
    }
  }

  /// Its rows as the table `contradictions` holds them.
  func rows(_ narrowing: Narrowing) -> String {
    """
    select
      '\(kind.rawValue)' as kind,
      '\(table.rawValue)' as table_name,
      c.row_key,
      c.other_key,
      c.subject_id,
      c.other_id,
      c.detail
    from (
    \(select(narrowing))
    ) c
    """
  }

  static let all = ofPersons + ofPosts + ofUnits + ofTraining
}
