import CadreTesting
import PostgresClient
import Schema
import Testing

/// Migration 39: of free texts nothing is gathered, whatever the server's version, and what was gathered is forgotten.
@Suite(.database(template: .unmigrated)) struct TextsWithoutStatisticsTests {
  @Test func whatWasGatheredOfNamesIsForgotten() async throws {
    let connection = try await TestDatabase.current.connect()
    let all = try Migrations.shipped()
    _ = try await Migrations(all.list.filter { $0.version < 39 }).apply(to: connection, by: "me")
    // As a server of version 18 had it.
    try await connection.run("alter table units alter column unit_name set statistics 100")
    try await connection.run("insert into cities values ('quzhou', '衢州', 'Quzhou', '33', '3308')")
    try await connection.run("set session_replication_role = replica")
    try await connection.run(
      """
      insert into units (city_code, unit_id, unit_name, region_code, unit_kind, level)
      select 'quzhou', 'U' || n, 'secret', '330800', 'organ', 'city'
      from generate_series(1, 50) as n
      """)
    try await connection.run("analyze units")
    #expect(try await connection.lines(Self.gathered) == ["city_code", "level", "unit_id", "unit_name"])

    #expect(try await all.apply(to: connection, by: "me").map(\.version).first == 39)
    #expect(try await connection.lines(Self.gathered) == ["city_code", "level", "unit_id"])
    try await connection.run("analyze units")
    #expect(try await connection.lines(Self.gathered) == ["city_code", "level", "unit_id"])
    await connection.close()
  }

  /// Of which of these columns the server has statistics.
  private static let gathered = """
    select attname::text as line
    from pg_stats
    where tablename = 'units'
      and attname in ('city_code', 'level', 'unit_id', 'unit_name')
    order by 1
    """
}
