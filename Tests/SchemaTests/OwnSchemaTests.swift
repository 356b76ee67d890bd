import CadreTesting
import PostgresClient
import Schema
import Testing

/// A database that is not as the migrations left it is refused, and what differs is named.
@Suite(.database(template: .migrated)) struct OwnSchemaTests {
  private func connected() async throws -> PostgresConnection { try await TestDatabase.current.connect() }

  private func differences(after change: String) async throws -> [SchemaDifference] {
    let connection = try await connected()
    try await connection.executeScript(change)
    let found = try await OwnSchema.differences(on: connection)
    if found.isEmpty {
      try await OwnSchema.check(connection)
    } else {
      await #expect(throws: OwnSchemaError.differs(found)) { try await OwnSchema.check(connection) }
    }
    await connection.close()
    return found
  }

  @Test func asItWasMigrated() async throws {
    #expect(try await differences(after: "select 1") == [])
  }

  /// What comes with cities and runs is no difference.
  @Test func partsAreNoDifference() async throws {
    let parts = """
      insert into cities values ('quzhou', '衢州', 'Quzhou', '33', '3308');
      select cadre.make_city_part('talks', 'quzhou', 100);
      select cadre.finish_city_part('talks', 'quzhou', array['city_code', 'talk_id']);
      """
    #expect(try await differences(after: parts) == [])
  }

  @Test(arguments: [
    ("alter table units drop column category", SchemaDifference.missing("column units.category text")),
    ("alter table units add column colour text", .unknown("column units.colour text")),
    ("alter table persons drop constraint persons_sex_known", .missing("constraint persons.persons_sex_known CHECK")),
    (
      "alter table tolerance_cases drop constraint tolerance_cases_key",
      .missing("constraint tolerance_cases.tolerance_cases_key PRIMARY KEY")
    ),
    (
      "drop index activities_by_kind_and_unit_id",
      .missing("index CREATE INDEX activities_by_kind_and_unit_id ON ONLY cadre.activities")
    ),
    ("drop table welfare", .missing("table welfare (p, LIST (city_code))")),
    ("create table cadre.more (a int)", .unknown("table more (r)")),
    ("alter table units alter column unit_name type varchar(10)", .unknown("column units.unit_name character varying(10)")),
    ("alter table units alter column unit_name drop not null", .unknown("column units.unit_name text")),
    (
      """
      create function cadre.stamp() returns trigger language plpgsql as 'begin return new; end';
      create trigger stamped before insert on units for each row execute function cadre.stamp()
      """,
      .unknown("trigger CREATE TRIGGER stamped BEFORE INSERT ON")
    ),
    (
      "create or replace function cadre.refresh_statistics(table_name text, columns text[]) returns void language sql as ''",
      .unknown("function refresh_statistics(table_name text, columns text[])")
    ),
    ("drop table cadre.schema_shape", .missing("table schema_shape (r)")),
  ])
  func whatSomebodyChangedIsNamed(_ change: String, _ expected: SchemaDifference) async throws {
    let found = try await differences(after: change)
    let isNamed = found.contains { difference in
      switch (difference, expected) {
      case (.missing(let thing), .missing(let start)), (.unknown(let thing), .unknown(let start)): thing.hasPrefix(start)
      default: false
      }
    }
    #expect(isNamed, "\(found)")
  }

  @Test func aChangedSchemaIsNotMigratedFurther() async throws {
    let connection = try await connected()
    try await connection.execute("alter table units add column colour text")
    await #expect(throws: OwnSchemaError.self) { try await Migrations.shipped().apply(to: connection, by: "me") }
    await connection.close()
  }

  /// A trigger, a default, a policy or an index may run what lies elsewhere.
  @Test(arguments: [
    "create trigger t before insert on units for each row execute function public.stranger_row()",
    "alter table units alter column category set default public.stranger()",
    "alter table units add constraint strange check (public.stranger() is not null)",
    "create policy strange on units using (public.stranger() is not null)",
    "create index strange on units (public.stranger(unit_id))",
    "create rule strange as on delete to units do also select public.stranger()",
  ])
  func foreignCodeIsRefused(_ change: String) async throws {
    let connection = try await connected()
    try await connection.executeScript(
      """
      create function public.stranger() returns text language sql immutable as $$ select 'x'::text $$;
      create function public.stranger(a text) returns text language sql immutable as $$ select a $$;
      create function public.stranger_row() returns trigger language plpgsql as $$ begin return new; end $$;
      """)
    try await OwnSchema.checkOwner(connection)
    try await connection.execute(Statement(nil, change, []))
    let error = await #expect(throws: OwnSchemaError.self) { try await OwnSchema.checkOwner(connection) }
    guard case .foreignCode(let places) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(places.first?.contains("stranger") == true)
    await connection.close()
  }

  /// Whatever a login without a superuser's rights can change must not be run by a superuser.
  @Test func aSuperuserDoesNotWorkInALesserLoginsSchema() async throws {
    let connection = try await connected()
    let login = "lesser_of_\(try TestDatabase.current.name)"
    try await connection.execute(Statement(nil, "create role \(login) login", []))
    try await connection.execute(Statement(nil, "alter schema cadre owner to \(login)", []))
    await #expect(throws: OwnSchemaError.ownedByLesser(owner: login, logins: [login])) {
      try await OwnSchema.check(connection)
    }
    await #expect(throws: OwnSchemaError.ownedByLesser(owner: login, logins: [login])) {
      try await Migrations.shipped().apply(to: connection, by: "me")
    }
    try await connection.execute(Statement(nil, "alter schema cadre owner to cadre_owner", []))
    try await connection.execute(Statement(nil, "drop role \(login)", []))
    try await OwnSchema.check(connection)
    await connection.close()
  }

  @Test func anUnmigratedDatabaseSaysSo() async throws {
    let connection = try await connected()
    try await connection.execute("drop schema cadre cascade")
    let error = await #expect(throws: MigrationError.self) { try await OwnSchema.check(connection) }
    #expect(error == .outdated(pending: try Migrations.shipped().list.count))
    await connection.close()
  }

  /// Roles are those of the whole server: who else makes them at the same time does not matter.
  @Test func rolesSixTimesAtOnce() async throws {
    let database = try TestDatabase.current
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<6 {
        group.addTask {
          let connection = try await database.connect()
          try await Roles.apply(to: connection)
          await connection.close()
        }
      }
      try await group.waitForAll()
    }
    let connection = try await database.connect()
    #expect(try await Roles.areApplied(in: connection))
    try await OwnSchema.check(connection)
    await connection.close()
  }
}
