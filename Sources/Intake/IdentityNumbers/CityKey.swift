public import CadreModel
import DataContract
public import IdentityNumbers
import Journal
public import PostgresClient

/// By which key a city's identity numbers are sealed, as the database has it: its name, never the key. Inside a transaction about the
/// city.
public struct CityKey: Sendable {
  let city: City
  let connection: PostgresConnection

  public init(city: City, connection: PostgresConnection) {
    self.city = city
    self.connection = connection
  }

  /// The key in use.
  public struct InUse: Sendable, Hashable {
    public let id: String
    let probe: String
    /// The day, as text.
    public let since: String
  }

  /// Nil before the first number is sealed.
  /// - Throws: `PostgresError`.
  public nonisolated(nonsending) func inUse() async throws -> InUse? {
    let rows = try await connection.query(
      Statement(
        "key of a city",
        """
        select
          k.key_id,
          k.probe,
          to_char(k.made_on at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as made_on
        from identity_keys k
        where k.city_code = $1
          and k.retired_on is null
        """, [.text(city.code)]))
    return try rows.first.map {
      InUse(id: try $0.decode("key_id"), probe: try $0.decode("probe"), since: try $0.decode("made_on"))
    }
  }

  /// What seals and opens the city's numbers; nil without a key. A wrong key is refused before anything is done with it.
  /// - Throws: `IdentityKeyError`, `PostgresError`.
  public nonisolated(nonsending) func seal(by key: IdentityKey?) async throws -> NumberSeal? {
    guard let key else { return nil }
    let seal = try NumberSeal(key, city: city.code)
    guard let inUse = try await inUse() else { return seal }
    guard inUse.id == key.id else { throw IdentityKeyError.otherKey(city: city.name, inUse: inUse.id, given: key.id) }
    guard inUse.probe == (try seal.probe()) else { throw IdentityKeyError.unlikeProbe(city: city.name, key: inUse.id) }
    return seal
  }

  /// Notes that the city's numbers are sealed by this key from now on.
  /// - Throws: `IdentityKeyError`, `PostgresError`.
  nonisolated(nonsending) func use(_ seal: NumberSeal, by author: String) async throws {
    try await connection.execute(
      Statement(
        "retire keys",
        """
        update identity_keys k
        set retired_on = now()
        where k.city_code = $1
          and k.key_id <> $2
          and k.retired_on is null
        """, [.text(city.code), .text(seal.key.id)]))
    try await connection.execute(
      Statement(
        "use key",
        """
        insert into identity_keys as k (city_code, key_id, made_by, login, probe)
        values ($1, $2, $3, session_user, $4)
        on conflict (city_code, key_id) do update set
          retired_on = null
        where k.retired_on is not null
        """, [.text(city.code), .text(seal.key.id), .text(author), .text(try seal.probe())]))
  }

  /// How many numbers are sealed, and how many an earlier version stored in the clear.
  public nonisolated(nonsending) func counts() async throws -> (sealed: Int, clear: Int) {
    let rows = try await connection.query(
      Statement(
        "count identity numbers",
        """
        select
          count(*) filter (where p.id_number like 'sealed:%') as sealed,
          count(*) filter (where p.id_number not like 'sealed:%') as clear
        from persons p
        where p.city_code = $1
        """, [.text(city.code)]))
    guard let row = rows.first else { return (0, 0) }
    return (try row.decode("sealed"), try row.decode("clear"))
  }

  /// Whether a row or the journal holds a number in the clear. From the first use of a key on none does.
  public static func hasClearNumbers(_ city: String, on connection: PostgresConnection) async throws -> Bool {
    let rows = try await connection.query(
      Statement(
        "find numbers in the clear",
        """
        select
          not exists (
            select
            from identity_keys k
            where k.city_code = $1
          )
          and (
            exists (
              select
              from persons p
              where p.city_code = $1
                and p.id_number not like 'sealed:%'
            )
            or exists (
              select
              from (
                \(Self.journalNumbers(of: city))
              ) j
              where j.number not like 'sealed:%'
            )
          ) as found
        """, [.text(city)]))
    return try rows.first?.decode("found") ?? false
  }

  /// SQL of the numbers in the journal's texts of persons: `row_key`, `import_number`, `number`.
  static func journalNumbers(of city: String) -> String {
    """
    select
      e.row_key,
      e.import_number,
      (\(JournalRow.row("e.row_before", fields: "e.fields", of: .persons, city: city))).id_number as number
    from journal e
    where e.city_code = '\(city)'
      and e.table_name = '\(TableName.persons.rawValue)'
      and e.row_before is not null
    """
  }
}
