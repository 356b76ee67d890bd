import CadreModel
import DataContract
import Journal
import PostgresClient

/// The rows of persons and of the journal that hold a number which is sealed anew, on their way back.
struct ResealedRows {
  let city: City
  let connection: PostgresConnection

  private static let persons = Table.persons
  private var personHash: String { ContentDigest.hash(of: "p", columns: ContentDigest.columns(of: Self.persons)) }

  // MARK: The list

  /// Every number as it is stored, and as it is to be.
  static let list = "number_to_seal"

  /// A script: several cities may come one after the other in a transaction.
  static func makeList(of city: String) -> String {
    """
    drop table if exists \(list), resealed_person, resealed_entry;
    create temporary table \(list) on commit drop as
    select
      n.number as old,
      null::text as new
    from (
      select p.id_number as number
      from persons p
      where p.city_code = '\(city)'
      union
      select j.number
      from (
        \(CityKey.journalNumbers(of: city))
      ) j
    ) n
    where n.number is not null;
    create unique index on \(list) (old);
    """
  }

  static func note(_ old: [String], _ new: [String]) -> Statement {
    Statement(
      "note sealed numbers",
      """
      update \(list) s
      set new = n.new
      from unnest($1::text[], $2::text[]) as n (old, new)
      where s.old = n.old
      """, [.textArray(old), .textArray(new)])
  }

  // MARK: Storing

  /// Puts the new texts in the place of the old ones, and notes by how much that changes the digests.
  func store(by key: String) async throws -> KeyRotation.Outcome {
    try await run("analyze numbers to seal", "analyze \(Self.list)")
    var outcome = KeyRotation.Outcome(city: city)
    outcome.persons = try await storePersons()
    outcome.entries = try await storeEntries()
    let origin = "key \(key) \(try await stamp())"
    try await noteDigest(
      Self.persons.name.rawValue, of: "resealed_person", fields: ContentDigest.columns(of: Self.persons).count, by: origin)
    try await noteDigest(Journal.table, of: "resealed_entry", fields: nil, by: origin)
    return outcome
  }

  private func storePersons() async throws -> Int {
    try await run(
      "digests of persons before",
      """
      create temporary table resealed_person on commit drop as
      select
        p.person_id,
        s.new,
        \(personHash) as digest_before,
        null::bigint as digest_after
      from persons p
      join \(Self.list) s on s.old = p.id_number
      where p.city_code = '\(city.code)'
      """)
    try await run("find resealed persons", "create unique index on resealed_person (person_id)")
    try await run("analyze resealed persons", "analyze resealed_person")
    let count = try await run(
      "seal numbers of persons",
      """
      update persons p
      set id_number = r.new
      from resealed_person r
      where p.city_code = '\(city.code)'
        and p.person_id = r.person_id
      """)
    try await run(
      "digests of persons after",
      """
      update resealed_person r
      set digest_after = \(personHash)
      from persons p
      where p.city_code = '\(city.code)'
        and p.person_id = r.person_id
      """)
    return count
  }

  /// Of a row's last entry the journal knows the hash of the stored row, too: it follows, where it was right.
  private func storeEntries() async throws -> Int {
    try await run(
      "entries to seal",
      """
      create temporary table resealed_entry on commit drop as
      with last as (
        select
          j.row_key,
          max(j.import_number) as import_number
        from journal j
        where j.city_code = '\(city.code)'
          and j.table_name = '\(Self.persons.name.rawValue)'
        group by j.row_key
      ),
      number as (
        \(CityKey.journalNumbers(of: city.code))
      ),
      sealed as (
        select
          n.row_key,
          n.import_number,
          s.old,
          s.new
        from number n
        join \(Self.list) s on s.old = n.number
      )
      select
        j.row_key,
        j.import_number,
        hash_record_extended(j, 0) as digest_before,
        null::bigint as digest_after,
        case when s.old is null then j.row_before
          else replace(j.row_before, ',' || s.old || ',', ',' || s.new || ',') end as row_before,
        case when r.person_id is null then j.row_digest else r.digest_after end as row_digest
      from journal j
      left join sealed s
        on s.row_key = j.row_key
        and s.import_number = j.import_number
      left join last l
        on l.row_key = j.row_key
        and l.import_number = j.import_number
      left join resealed_person r
        on r.person_id = l.row_key
        and r.digest_before = j.row_digest
      where j.city_code = '\(city.code)'
        and j.table_name = '\(Self.persons.name.rawValue)'
        and (s.old is not null or r.person_id is not null)
      """)
    try await run("find resealed entries", "create unique index on resealed_entry (row_key, import_number)")
    try await run("analyze resealed entries", "analyze resealed_entry")
    let condition = """
      j.city_code = '\(city.code)'
        and j.table_name = '\(Self.persons.name.rawValue)'
        and j.row_key = r.row_key
        and j.import_number = r.import_number
      """
    let count = try await run(
      "seal numbers of the journal",
      """
      update journal j
      set
        row_before = r.row_before,
        row_digest = r.row_digest
      from resealed_entry r
      where \(condition)
      """)
    try await run(
      "digests of entries after",
      """
      update resealed_entry r
      set digest_after = hash_record_extended(j, 0)
      from journal j
      where \(condition)
      """)
    return count
  }

  /// Only of a table whose digest is known in its present form: else it is taken whole by the next import, or by
  /// `cadre rebuild --digests`.
  ///
  /// - Parameter fields: how many columns count; nil where all of the table's do.
  private func noteDigest(_ table: String, of rows: String, fields: Int?, by origin: String) async throws {
    let known = try await connection.query(
      Statement(
        "known digest of \(table)",
        """
        select max(c.fields) as fields
        from digest_changes c
        where c.city_code = $1
          and c.table_name = $2
        """, [.text(city.code), .text(table)]))
    guard let known = try known.first?.decode("fields", as: Int?.self), known == fields ?? known else { return }
    try await ContentDigest.store(
      table,
      """
      select
        0 as rows,
        coalesce(sum(r.digest_after), 0) - coalesce(sum(r.digest_before), 0) as digest
      from \(rows) r
      """, fields: String(known), by: origin, of: city.code, on: connection)
  }

  private func stamp() async throws -> String {
    let rows = try await connection.query(Statement("stamp of a key", "select clock_timestamp()::text as on"))
    return try rows.first?.decode("on") ?? ""
  }

  @discardableResult
  private func run(_ name: String, _ sql: String) async throws -> Int {
    try await connection.execute(Statement(name, sql, []))
  }
}
