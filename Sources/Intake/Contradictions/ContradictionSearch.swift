import CadreModel
public import DataContract
import IdentityNumbers
import PostgresClient

/// Looks for contradictions among a city's rows after an import's own are in, in its transaction, and keeps the table
/// `contradictions` in step with them.
struct ContradictionSearch {
  let city: City
  let connection: PostgresConnection
  /// The number that the import has or will have.
  let importNumber: Int
  let futureDates: FutureDates
  /// Opens identity numbers; nil where there is no key.
  let seal: NumberSeal?

  /// Looks again where changed rows can have made or mended a contradiction.
  ///
  /// - Parameters:
  ///   - suspects: whom the reading of a first load's training records gave reason to look at; nil where that file was not
  ///     read, or they are too many to be looked at one by one.
  ///   - doubtfulPersons: whose identity numbers the reading of a first load found unlike their rows; nil where these were not all
  ///     read.
  /// - Returns: what contradicts itself now, in the order of the kinds.
  nonisolated(nonsending) func run(
    after tables: [TableReport], suspects: [String]?, doubtfulPersons: [String]? = nil
  ) async throws -> [ContradictionsStored] {
    let changed = tables.filter { $0.rows.changed > 0 }
    let looks = ContradictionCheck.all.compactMap { look($0, changed, hasSuspects: suspects != nil) }
    if !changed.isEmpty {
      if let suspects { try await list(suspects) }
      try await listDoubts(of: looks, among: doubtfulPersons)
      try await find(looks)
      try await futureDates.addFound()
      for (check, narrowing) in looks { try await forgetMended(check, narrowing) }
      try await store()
    }
    return try await counts()
  }

  private typealias Look = (check: ContradictionCheck, narrowing: ContradictionCheck.Narrowing)

  private func look(_ check: ContradictionCheck, _ changed: [TableReport], hasSuspects: Bool) -> Look? {
    let read = changed.filter { check.reads.contains($0.table) }
    guard !read.isEmpty || check.isTimely && !changed.isEmpty else { return nil }
    guard let subjects = check.subjects else { return (check, .all) }
    if hasSuspects && check.reads.contains(.trainingRecords) { return (check, .suspected) }
    return (check, read.allSatisfy { $0.listed.contains(subjects) } ? .touched(subjects, by: Set(read.map(\.table))) : .all)
  }

  /// What numbers say of their persons cannot be asked in SQL: it is listed before.
  private nonisolated(nonsending) func listDoubts(of looks: [Look], among persons: [String]?) async throws {
    let kinds: Set<Contradiction> = [.identityAgainstBirth, .identityAgainstSex]
    guard let look = looks.first(where: { kinds.contains($0.check.kind) }) else { return }
    try await NumberDoubts(city: city, connection: connection, seal: seal).list(look.narrowing, among: persons)
  }

  private nonisolated(nonsending) func list(_ suspects: [String]) async throws {
    try await connection.execute(
      Statement(
        "list suspected persons",
        """
        create temporary table suspected_person on commit drop as
        select distinct s.person_id
        from unnest($1::text[]) as s (person_id)
        """, [.textArray(suspects)]))
    try await connection.execute(Statement("analyze suspected persons", "analyze suspected_person"))
  }

  /// All that is found, in one statement that the server may share out over processes.
  private nonisolated(nonsending) func find(_ looks: [Look]) async throws {
    let training = looks.first { $0.check.reads.contains(.trainingRecords) }
    try await connection.execute(
      Statement(
        "find contradictions",
        """
        create temporary table found_contradiction on commit drop as
        \(training.map { ContradictionCheck.training($0.narrowing) } ?? "")
        \(looks.map { $0.check.rows($0.narrowing) }.joined(separator: "\nunion all\n"))
        """, [.text(city.code)]))
  }

  private nonisolated(nonsending) func forgetMended(
    _ check: ContradictionCheck, _ narrowing: ContradictionCheck.Narrowing
  ) async throws {
    try await connection.execute(
      Statement(
        "forget mended \(check.kind.rawValue)",
        """
        delete from contradictions c
        where c.city_code = $1
          and c.kind = '\(check.kind.rawValue)'
          and not exists (
            select 1
            from found_contradiction f
            where f.kind = c.kind
              and f.row_key = c.row_key
              and f.other_key = c.other_key
          )\(narrowing.condition("c.subject_id", "c.other_id"))
        """, [.text(city.code)]))
  }

  private nonisolated(nonsending) func store() async throws {
    try await connection.execute(
      Statement(
        "store contradictions",
        """
        insert into contradictions (
          city_code, kind, table_name, row_key, other_key, subject_id, other_id, detail, import_number
        )
        select distinct on (f.kind, f.table_name, f.row_key, f.other_key)
          $1,
          f.kind,
          f.table_name,
          f.row_key,
          f.other_key,
          f.subject_id,
          f.other_id,
          f.detail,
          $2
        from found_contradiction f
        order by
          f.kind,
          f.table_name,
          f.row_key,
          f.other_key,
          f.detail
        on conflict (city_code, kind, table_name, row_key, other_key) do update set
          subject_id = excluded.subject_id,
          other_id = excluded.other_id,
          detail = excluded.detail
        """, [.text(city.code), .int(Int64(importNumber))]))
  }

  private nonisolated(nonsending) func counts() async throws -> [ContradictionsStored] {
    let rows = try await connection.query(
      Statement(
        "count contradictions",
        """
        select
          c.kind,
          count(*) as stored,
          count(*) filter (where c.import_number = $2) as new
        from contradictions c
        where c.city_code = $1
        group by c.kind
        """, [.text(city.code), .int(Int64(importNumber))]))
    var counts: [Contradiction: ContradictionsStored] = [:]
    for row in rows {
      guard let kind = Contradiction(rawValue: try row.decode("kind", as: String.self)) else { continue }
      counts[kind] = ContradictionsStored(
        kind: kind, stored: try row.decode("stored"), new: try row.decode("new"))
    }
    return Contradiction.allCases.compactMap { counts[$0] }
  }
}

/// How often a kind of contradiction stands in a city's data.
public struct ContradictionsStored: Sendable, Hashable {
  public let kind: Contradiction
  /// How often after the import.
  public let stored: Int
  /// How many of them came with the import.
  public let new: Int
}

extension ContradictionSearch {
  /// Hands over what came with the import, one after the other.
  nonisolated(nonsending) func readNew(_ body: (FoundContradiction) throws -> Void) async throws {
    let rows = try await connection.query(
      Statement(
        "new contradictions",
        """
        select
          c.kind,
          c.table_name,
          c.row_key,
          c.other_key,
          c.subject_id,
          c.detail
        from contradictions c
        where c.city_code = $1
          and c.import_number = $2
        order by
          c.kind,
          c.table_name,
          c.row_key collate "C",
          c.other_key collate "C"
        """, [.text(city.code), .int(Int64(importNumber))]))
    for row in rows {
      guard let kind = Contradiction(rawValue: try row.decode("kind", as: String.self)),
        let table = TableName(rawValue: try row.decode("table_name", as: String.self))
      else { continue }
      try body(
        FoundContradiction(
          kind: kind, table: table, row: try row.decode("row_key"), other: try row.decode("other_key"),
          subject: try row.decode("subject_id"), detail: try row.decode("detail")))
    }
  }
}
