public import DataContract

/// The kind of subject that a result is about, by the code that results carry.
public struct SubjectKind: Sendable, Hashable {
  /// `person`, `pair`, `training_record`.
  public let code: String

  private init(_ code: String) {
    self.code = code
  }

  /// - Parameter code: as results say it; nil for a kind that there is not.
  public init?(code: String) {
    guard Self.all.contains(where: { $0.code == code }) else { return nil }
    self.code = code
  }

  /// All kinds: the rows of each table, then the kinds that are no rows.
  public static let all: [SubjectKind] =
    Table.all.map { row(of: $0.name) } + [
      jurisdiction, pair, recall, region, regionRank, villagePerson, youngEvent, holiday,
    ]

  /// A row of a table, by its key.
  public static func row(of table: TableName) -> SubjectKind { SubjectKind(Table[table].subjectKind) }

  public static let person = row(of: .persons)
  public static let unit = row(of: .units)
  public static let village = row(of: .villages)
  /// The city whose data is judged.
  public static let jurisdiction = SubjectKind("jurisdiction")
  /// Two persons: `from>to`.
  public static let pair = SubjectKind("pair")
  /// All rounds of one recall.
  public static let recall = SubjectKind("recall")
  /// A county region: `330602`.
  public static let region = SubjectKind("region")
  /// A rank in a county region: `330602:township_section`.
  public static let regionRank = SubjectKind("region_rank")
  /// A person in one village: `village:person`.
  public static let villagePerson = SubjectKind("village_person")
  /// What happened to a young person this year: `person:event`.
  public static let youngEvent = SubjectKind("young_event")
  /// A public holiday, by its first day.
  public static let holiday = SubjectKind("holiday")
}
