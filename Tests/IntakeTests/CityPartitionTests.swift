import CadreTesting
import DataContract
import PostgresClient
import Schema
import Testing

@testable import Intake

/// A city's own parts of the largest tables, after its first load.
@Suite(.database(template: .migrated)) struct CityPartitionTests {
  private static let parted =
    "('posts', 'talks', 'activities', 'leaves', 'assessments', 'welfare', 'training_records', 'scores', 'score_items', "
    + "'selections', 'commitments', 'decisions', 'archives', 'village_vettings', 'attestations', 'passports')"

  @Test func eachHasTheKeysOfItsTable() async throws {
    _ = try await Imports.run(SmallDelivery())
    let constraints = """
      select %@, k.contype::text, pg_get_constraintdef(k.oid) as definition
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      where %@
        and k.contype in ('p', 'u', 'f', 'x')
      order by 1, 2, 3
      """
    func all(_ name: String, _ which: String) -> String {
      constraints.replacing("%@", with: name, maxReplacements: 1).replacing("%@", with: which, maxReplacements: 1)
    }
    let ofTables = try await Imports.rows(all("c.relname::text", "c.relname in \(Self.parted)"))
    #expect(ofTables.count == 35)
    #expect(
      try await Imports.rows(
        all(
          "substring(c.relname, '(.*)_quzhou')",
          "c.relname like '%\\_quzhou' and c.relname !~ '^(training_years|journal)_'"))
        == ofTables)
    // None was made a second time when the part was put in its place.
    #expect(
      try await Imports.rows(
        """
        select conname
        from pg_constraint
        where conrelid = 'posts_quzhou'::regclass
          and conparentid = 0
          and contype in ('p', 'u', 'f', 'x')
        """
      )
      .isEmpty)
    #expect(
      try await Imports.rows("select indexdef from pg_indexes where tablename = 'activities_quzhou' order by 1") == [
        "CREATE INDEX activities_quzhou_kind_unit_id_idx ON cadre.activities_quzhou USING btree (kind, unit_id)",
        "CREATE UNIQUE INDEX activities_quzhou_key ON cadre.activities_quzhou USING btree (city_code, activity_id)",
      ])
  }

  @Test func theCityIsThatOfThePart() async throws {
    _ = try await Imports.run(SmallDelivery())
    #expect(
      try await Imports.rows("select distinct city_code, tableoid::regclass from posts") == ["quzhou|posts_quzhou"])
  }

  /// Of keys, dates and codes; of texts and sets nobody needs them.
  @Test func statisticsAreGathered() async throws {
    _ = try await Imports.run(SmallDelivery())
    let columns = try await Imports.rows("select attname from pg_stats where tablename = 'posts_quzhou'")
    #expect(Set(columns).isSuperset(of: ["post_id", "person_id", "rank", "started_on"]))
    #expect(Set(columns).isDisjoint(with: ["title", "sensitive"]))
    // Every reader names the city: the server has to know that a part holds no other.
    // Of the journal nothing is known yet: a first load is not noted row by row.
    let parts = try await Imports.rows(
      "select relname from pg_class where relkind = 'r' and relname like '%\\_quzhou' and relname <> 'journal_quzhou'")
    let known = try await Imports.rows("select tablename from pg_stats where attname = 'city_code'")
    #expect(parts.count == 17)
    #expect(Set(known).isSuperset(of: parts))
  }

  /// A city that was there before its table had parts goes on where its rows are.
  @Test func rowsThatWereThereBeforeAreMergedWith() async throws {
    _ = try await Imports.rows(
      "insert into talks values ('quzhou', 'L99', 'P1', 'P2', '2020-01-01', 'summon') returning talk_id")
    let report = try await Imports.run(SmallDelivery())
    #expect(report.outcome == .stored)
    #expect(try await Imports.rows("select distinct tableoid::regclass from talks") == ["talks_earlier"])
    #expect(try await Imports.rows("select talk_id from talks where talk_id = 'L99'") == ["L99"])
    #expect(try await Imports.rows("select count(*) > 1 from talks") == ["t"])
  }

  /// Its rights are enough for the first load, and for the next.
  @Test func theImportersRoleLoadsACity() async throws {
    let connection = try await TestDatabase.current.connect()
    try await Roles.apply(to: connection)
    try await connection.execute(Statement("become the importer", "set role cadre_importer"))
    let importer = Importer(city: SmallDelivery.quzhou, options: .forTests)
    let first = try SmallDelivery().write()
    #expect(try await importer.run([first.path], on: connection).outcome == .stored)
    let next = try SmallDelivery().with(.posts, "title", "主任").write()
    #expect(try await importer.run([next.path], on: connection).rows.updated == 1)
    await connection.close()
  }

  @Test func otherWritersAreHeldToItsForeignKeys() async throws {
    _ = try await Imports.run(SmallDelivery())
    await #expect(throws: PostgresError.self) {
      _ = try await Imports.rows("update posts set person_id = 'nobody' returning post_id")
    }
  }
}
