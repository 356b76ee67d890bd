import CadreTesting
import PostgresClient
import Schema
import Testing

@Suite(.database(template: .unmigrated)) struct MigrationsTests {
  private func migration(_ version: Int, _ text: String) throws -> Migration {
    try Migration(path: "sql/migrations/000\(version)_step\(version).sql", text: text)
  }

  private var two: Migrations {
    get throws {
      try Migrations([
        migration(1, "create table a (x int); insert into a values (1);"), migration(2, "create table b (x int);"),
      ])
    }
  }

  private func tables() async throws -> [String] {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query(
      "select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'cadre'::regnamespace order by 1")
    await connection.close()
    return try rows.map { try $0.decode("name", as: String.self) }
  }

  @Test func appliesWhatIsMissingOnce() async throws {
    let connection = try await TestDatabase.current.connect()
    #expect(try await two.status(of: connection).pending.count == 2)
    #expect(try await two.apply(to: connection, by: "me").map(\.version) == [1, 2])
    #expect(try await two.apply(to: connection, by: "me").isEmpty)
    #expect(try await tables() == ["a", "b", "schema_migrations", "schema_shape"])
    let rows = try await connection.query("select version, name, digest, applied_by from schema_migrations order by 1")
    #expect(try rows.map { try $0.decode("name", as: String.self) } == ["step1", "step2"])
    #expect(try rows.map { try $0.decode("applied_by", as: String.self) } == ["me", "me"])
    #expect(try rows.map { try $0.decode("digest", as: String.self) } == two.list.map(\.digest))
    #expect(try two.list[1].digest.count == 64)
    #expect(try await two.status(of: connection).isUpToDate)
    await connection.close()
  }

  @Test func twentyAtOnceTakeTurns() async throws {
    let migrations = try two
    let database = try TestDatabase.current
    let applied = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<20 {
        group.addTask {
          let connection = try await database.connect()
          let count = try await migrations.apply(to: connection, by: "me").count
          await connection.close()
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(applied == 2)
    let connection = try await database.connect()
    #expect(try await connection.query("select x from a").count == 1)
    await connection.close()
  }

  @Test func aFailingMigrationLeavesNothingOfItself() async throws {
    let connection = try await TestDatabase.current.connect()
    let migrations = try Migrations([
      migration(1, "create table a (x int);"), migration(2, "create table b (x int);\n\nselect nonsense;"),
    ])
    let error = await #expect(throws: PostgresError.self) { try await migrations.apply(to: connection, by: "me") }
    #expect(error?.statementName == "migration 2 step2, line 3")
    #expect(try await tables() == ["a", "schema_migrations", "schema_shape"])
    #expect(try await migrations.status(of: connection).version == 1)
    await connection.close()
  }

  @Test func aChangedFileIsRefused() async throws {
    let connection = try await TestDatabase.current.connect()
    try await two.apply(to: connection, by: "me")
    let changed = try Migrations([migration(1, "create table a (x bigint);"), two.list[1], migration(3, "select 1;")])
    let error = await #expect(throws: MigrationError.self) { try await changed.apply(to: connection, by: "me") }
    guard case .changed(let version, let comparison) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(version == 1)
    #expect(comparison.applied.count == 2)
    #expect(comparison.shipped.count == 3)
    #expect(comparison.description.contains("! database: 1 step1"))
    await connection.close()
  }

  @Test func aNewerDatabaseIsRefused() async throws {
    let connection = try await TestDatabase.current.connect()
    try await two.apply(to: connection, by: "me")
    let older = try Migrations([two.list[0]])
    let error = await #expect(throws: MigrationError.self) { try await older.apply(to: connection, by: "me") }
    guard case .newerDatabase = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    await connection.close()
  }

  @Test func gapsAndFileNamesAreRefused() throws {
    #expect(throws: MigrationError.numbering(expected: 2, found: 3)) {
      try Migrations([migration(1, ""), migration(3, "")])
    }
    #expect(throws: MigrationError.numbering(expected: 2, found: 1)) {
      try Migrations([migration(1, ""), migration(1, "")])
    }
    #expect(throws: MigrationError.fileName("sql/migrations/2_x.sql")) {
      try Migration(path: "sql/migrations/2_x.sql", text: "")
    }
  }
}
