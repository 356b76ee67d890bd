import Access
import Accounts
import AccountsTesting
import CadreTesting
import PostgresClient
import Testing

/// An account of one unit sees that unit and those below it, and nobody else's.
@Suite(.twoCities) struct UnitViewerTests {
  /// own-U1 has U2 below it and U3 below that; U4 is beside. P1 has a post in U1, P2 in U3, P3 in U4; P4 went from U2 to U4, P5
  /// retired from U2.
  private static let tree = """
    begin;
    set local cadre.city_code = 'alpha';
    update units set parent_unit_id = 'own-U1' where unit_id = 'own-U2';
    update units set parent_unit_id = 'own-U2' where unit_id = 'own-U3';
    insert into posts (
      city_code, post_id, person_id, unit_id, post_key, title, rank, role, branch, "leading", started_on, ended_on, entry
    )
    select
      'alpha', v.post, 'own-P' || v.person, 'own-U' || v.unit, v.post, 'title', 'county_division', 'principal', 'admin', true,
      v.started::date, v.ended::date, 'initial'
    from (
      values
        ('a', 2, 3, '2019-01-01', null), ('b', 3, 4, '2019-01-01', null), ('c', 4, 2, '2010-01-01', '2018-12-31'),
        ('d', 4, 4, '2019-01-01', null), ('e', 5, 2, '2010-01-01', '2020-12-31')
    ) as v (post, person, unit, started, ended);
    insert into results (city_code, result_set, ordinal, subject_id, unit_id, period, status)
    select 'alpha', repeat('a', 32), 2, 'own-P' || n, 'own-U' || n, '2025', 'met' from generate_series(1, 6) n;
    insert into unit_tallies (city_code, result_set, ordinal, unit_id, met, unmet, pending, at_risk, exempt, no_data, info)
    select 'alpha', repeat('a', 32), 2, 'own-U' || n, 1, 0, 0, 0, 0, 0, 0 from generate_series(1, 6) n;
    insert into waivers (
      city_code, waiver_id, indicator, subject_id, approved_on, approved_by, basis, valid_from, valid_to
    )
    select 'alpha', 'W' || n, 'x', 'own-P' || n, '2024-01-01', 'x', 'x', '2024-01-01', '2024-12-31' from generate_series(1, 6) n;
    commit;
    """

  private func viewer(_ unit: String) async throws -> WebFixture {
    let owner = try await TestDatabase.current.connect()
    try await owner.executeScript(Self.tree)
    await owner.close()
    return try await WebFixture.make(duties: [.reader], cities: ["alpha"], unit: unit)
  }

  private func column(_ sql: String, _ connection: PostgresConnection) async throws -> [String] {
    try await connection.query(Statement(nil, sql, [])).map { try $0.decode(0, as: String.self) }.sorted()
  }

  @Test(arguments: [
    ("own-U1", ["own-U1", "own-U2", "own-U3"], ["own-P1", "own-P2", "own-P5"]),
    ("own-U2", ["own-U2", "own-U3"], ["own-P2", "own-P5"]), ("own-U4", ["own-U4"], ["own-P3", "own-P4"]),
    ("own-U6", ["own-U6"], []), ("nowhere", [], []), ("SECRET-U1", [], []),
  ]) func itsTreeIsAllThatIsSeen(unit: String, units: [String], persons: [String]) async throws {
    let web = try await viewer(unit)
    try await web.viewer.withTransaction(web.pool, as: .reader, seeing: ["alpha"]) { connection in
      let seen = try await column("select unit_id from units", connection)
      #expect(seen == units)
      #expect(try await column("select person_id from persons", connection) == persons)
      #expect(try await column("select unit_id from results", connection) == units)
      #expect(try await column("select unit_id from unit_tallies", connection) == units)
      #expect(
        try await column("select distinct person_id from posts where person_id not in ('own-P4')", connection)
          == persons.filter { $0 != "own-P4" })
      #expect(try await column("select subject_id from waivers", connection) == persons)
      // What the city was judged by is no unit's.
      #expect(try await column("select run_id from runs", connection).count == 1)
    }
    await web.close()
  }

  /// Talks are seen of who talks and of who is talked to.
  @Test func talksAreSeenFromBothSides() async throws {
    for (unit, isSeen) in [("own-U1", true), ("own-U4", false)] {
      let web = try await WebFixture.make("of-\(unit.lowercased())", duties: [.reader], cities: ["alpha"], unit: unit)
      try await web.viewer.withTransaction(web.pool, as: .reader, seeing: ["alpha"]) { connection in
        let talks = try await column("select talk_id from talks", connection)
        #expect(talks.isEmpty != isSeen)
      }
      await web.close()
    }
  }

  /// Whatever else the login becomes, its account is of one unit.
  @Test(arguments: [
    "select 'row' from units where unit_id = 'own-U4'", "select 'row' from talks_alpha",
    "set role cadre_reader;; select 'row' from units", "set role cadre_reader;; select 'row' from persons",
    "set role cadre_several_cities;; select 'row' from units", "set role cadre_importer;; select 'row' from units",
    "select 'row' from journal", "select 'row' from contradictions", "select 'row' from publication_contents",
    "select 'row' from results_\(String(repeating: "a", count: 32))",
    "set role cadre_reader;; select 'row' from results_\(String(repeating: "a", count: 32))",
    "select 'row' from pay", "select 'row' from villages", "select 'row' from touched_persons",
    "set cadre.city_code = 'beta';; select 'row' from units",
  ]) func noWayLeadsOutOfIt(sql: String) async throws {
    let web = try await viewer("own-U1")
    try await web.viewer.withConnection(web.pool, as: .reader) { connection in
      var learnt = Learnt()
      await learnt.run("set cadre.city_code = 'alpha';; " + sql, connection)
      #expect(!learnt.text.contains("row") || learnt.states.first == "42501", "\(learnt.text.prefix(300))")
      #expect(!learnt.text.contains(TwoCities.secret))
    }
    await web.close()
  }

  /// Whose account is of no unit, and who is a login, reads by the same plan as before.
  @Test func othersPlansAreTheSame() async throws {
    let web = try await WebFixture.make(duties: [.reader], cities: ["alpha"])
    let ofAccount = try await web.viewer.withTransaction(web.pool, as: .reader, seeing: ["alpha"]) { try await plan($0) }
    let login = try await TwoCities.connect([.reader])
    let ofLogin = try await login.withTransaction { connection in
      try await connection.see(["alpha"])
      return try await plan(connection)
    }
    #expect(ofAccount == ofLogin && !ofLogin.contains("units_seen"))
    await login.close()
    await web.close()
  }

  private func plan(_ connection: PostgresConnection) async throws -> String {
    try await connection.query(
      "explain (costs off) select r.subject_id, u.unit_name from results r join units u on u.city_code = r.city_code and u.unit_id = r.unit_id where r.city_code = 'alpha'"
    ).map { try $0.decode(0, as: String.self) }.joined(separator: "\n")
  }

  /// Every table of a city that has a person or a unit is narrowed, or not read at all.
  @Test func everyTableIsNarrowedOrClosed() async throws {
    let owner = try await TestDatabase.current.connect()
    let open = try await owner.query(
      """
      select c.relname::text as name
      from pg_class c
      where c.relnamespace = 'cadre'::regnamespace
        and c.relkind in ('r', 'p')
        and has_table_privilege('cadre_unit_reader', c.oid, 'select')
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_unit')
      order by 1
      """
    ).map { try $0.decode("name", as: String.self) }
    #expect(
      open == [
        "cities", "import_files", "imports", "result_sets", "run_indicators", "runs", "schema_migrations", "schema_shape",
        "training_classes", "workdays",
      ])
    await owner.close()
  }
}
