import CadreModel
import DataContract
import PostgresClient

/// Training sums as they were after an import: the stored ones, but of each that imports have changed since, what the first of
/// them noted.
struct KnownTrainingYears {
  let data: KnownData
  let connection: PostgresConnection

  private var city: String { data.city.code }

  static let before = "before_training_years"

  /// Where the sums of then are taken from.
  private enum Source {
    /// All records came since: there were none.
    case nothing
    /// What later imports noted, over the stored ones.
    case noted
    /// The records of then, added up: some later import is from before sums were noted, or they were made anew since.
    case records
  }

  private let source: Source

  /// - Parameter areRecordsNew: whether all records came since.
  static func find(
    _ data: KnownData, areRecordsNew: Bool, on connection: PostgresConnection
  ) async throws -> KnownTrainingYears {
    guard !areRecordsNew else { return KnownTrainingYears(data: data, connection: connection, source: .nothing) }
    let rows = try await connection.query(
      Statement(
        "training sums noted since",
        """
        select s.import_number
        from \(TrainingYears.formerSince) s
        where s.city_code = $1
        """, [.text(data.city.code)]))
    let since = try rows.first?.decode("import_number", as: Int.self) ?? .max
    return KnownTrainingYears(data: data, connection: connection, source: since <= data.number + 1 ? .noted : .records)
  }

  /// Sets apart what was noted, before what is left out of the stored sums is counted.
  func prepare() async throws {
    guard source == .noted else { return }
    try await make(
      holding: """
        select distinct on (f.year, f.person_id)
          f.city_code,
          \(KnownTables.list("f", TrainingYears.columns))
        from \(TrainingYears.former) f
        where f.city_code = '\(city)'
          and f.import_number > \(data.number)
        order by
          f.year,
          f.person_id,
          f.import_number
        """)
  }

  /// Covers the stored sums, by a view of the form that `KnownTables` gives its own. The tables of records and classes are
  /// covered by now.
  func cover() async throws {
    let then = """
      select
        true as is_of_then,
        \(KnownTables.list("b", columns))
      from \(Self.before) b
      """
    switch source {
    case .nothing:
      try await makeEmpty()
      try await cover(then)
    case .records:
      try await makeEmpty()
      try await connection.execute(
        Statement(
          "training records as known, added up",
          """
          insert into \(Self.before) (\(columns.joined(separator: ", ")))
          select
            '\(city)',
            \(KnownTables.list("s", TrainingYears.columns))
          from (
            \(TrainingYears.sums(of: "training_records", "training_classes", city: "'\(city)'"))
          ) s
          order by
            s.year,
            s.person_id
          """, []))
      try await finish()
      try await cover(then)
    case .noted:
      try await cover(
        """
        select
          false as is_of_then,
          \(KnownTables.list("y", columns))
        from cadre.training_years y
        union all
        \(then)
        """)
    }
  }

  private let columns = ["city_code"] + TrainingYears.columns

  private func make(holding sums: String) async throws {
    try await connection.execute(
      Statement(
        "training sums as known",
        """
        create temporary table \(Self.before) on commit drop as
        \(sums)
        """, []))
    try await finish()
  }

  private func makeEmpty() async throws {
    try await connection.execute(
      Statement(
        "make training sums as known", "create temporary table \(Self.before) (like cadre.training_years) on commit drop", []))
  }

  private func finish() async throws {
    // As the stored sums are looked up; they came in this order.
    try await connection.execute(
      Statement("find training sums as known by year and person", "create index on \(Self.before) (year, person_id)", []))
    try await connection.execute(Statement("analyze training sums as known", "analyze \(Self.before)", []))
  }

  private func cover(_ rows: String) async throws {
    try await connection.execute(
      Statement(
        "training sums as known, with the others",
        """
        create temporary view training_years as
        select
          \(KnownTables.list("u", columns))
        from (
          \(rows)
        ) u
        where u.city_code = '\(city)'
          and (
            u.is_of_then
            or not exists (
              select
              from \(Self.before) b
              where b.person_id = u.person_id
                and b.year = u.year
            )
          )
        """, []))
  }
}
