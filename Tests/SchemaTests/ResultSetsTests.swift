import CadreTesting
import PostgresClient
import Schema
import Testing

/// Migrations 15, 16 and 28, over runs that were there before them.
@Suite(.database(template: .unmigrated)) struct ResultSetsTests {
  private static let set = String(repeating: "a", count: 32)
  private static let before = [
    "insert into cities values ('quzhou', '衢州', 'Quzhou', '33', '3308')",
    """
    insert into runs (
      city_code, run_id, result_set, policy, as_of, policy_version, schema_version, watermark, result_count, evaluated_by
    )
    values ('quzhou', '\(set)', '\(set)', 'quzhou', '2025-06-30', 'v', 14, '', 2, 'me')
    """,
    "insert into run_indicators values ('quzhou', '\(set)', 1, 'quzhou.a2.matters', 'unit', '{}')",
    "create table cadre.results_\(set) partition of results for values in ('\(set)')",
    "alter table cadre.results_\(set) owner to cadre_owner",
    """
    insert into results (city_code, result_set, ordinal, subject_id, unit_id, period, status)
    values ('quzhou', '\(set)', 1, 'U1', 'U1', '2025', 'met'), ('quzhou', '\(set)', 1, 'U2', 'U2', '2025', 'unmet')
    """,
    """
    insert into unit_tallies values
      ('quzhou', '\(set)', 1, 'U1', 1, 0, 0, 0, 0, 0, 0),
      ('quzhou', '\(set)', 1, 'U2', 0, 1, 0, 0, 0, 0, 0)
    """,
  ]

  @Test func runsThatWereThereComeAlong() async throws {
    let connection = try await TestDatabase.current.connect()
    let all = try Migrations.shipped()
    _ = try await Migrations(all.list.filter { $0.version < 15 }).apply(to: connection, by: "me")
    for sql in Self.before { try await connection.run(sql) }

    #expect(try await all.apply(to: connection, by: "me").map(\.version).first == 15)
    #expect(
      try await connection.lines(
        """
        select concat_ws('|', t.tableoid::regclass::text, t.ordinal, pg_typeof(t.ordinal), t.unit_id, t.met, t.unmet) as line
        from unit_tallies t
        order by 1
        """)
        == ["unit_tallies_earlier|1|integer|U1|1|0", "unit_tallies_earlier|1|integer|U2|0|1"])
    #expect(
      try await connection.lines(
        """
        select concat_ws('|', pg_typeof(r.ordinal), pg_typeof(i.ordinal), r.subject_id, r.status) as line
        from results r
        join result_sets s on s.result_set = r.result_set
        join run_indicators i on i.run_id = s.run_id and i.ordinal = r.ordinal
        order by 1
        """)
        == ["integer|integer|U1|met", "integer|integer|U2|unmet"])
    #expect(
      try await connection.lines(
        "select obj_description('unit_tallies'::regclass) as line"
      ).first?.contains("按结果集分区") == true)
    #expect(
      try await connection.lines(
        "select concat_ws('|', i.indicator, i.met, i.unmet, i.pending, i.info) as line from run_indicators i")
        == ["quzhou.a2.matters|1|1|0|0"])
    await connection.close()
  }
}
