import CadreTesting
import PostgresClient
import Schema
import Testing

/// Migration 13, over data that were there before it.
@Suite(.database(template: .unmigrated)) struct CityPartitionsTests {
  private static let before = [
    "insert into cities values ('quzhou', '衢州', 'Quzhou', '33', '3308'), ('jingxian', '泾县', 'Jingxian', '34', '341823')",
    """
    insert into units (city_code, unit_id, unit_name, region_code, unit_kind, level)
    values ('quzhou', 'U1', '市委办', '330800', 'organ', 'city'), ('jingxian', 'U1', '县委办', '341823', 'organ', 'county')
    """,
    """
    insert into persons (city_code, person_id, name, sex, birth_date, political_status, hired_on, managed_by)
    values
      ('quzhou', 'P1', '甲', '1', '1980-01-01', '01', '2000-01-01', 'city'),
      ('quzhou', 'P2', '乙', '2', '1980-01-01', '01', '2000-01-01', 'city')
    """,
    """
    insert into posts (
      city_code, post_id, person_id, unit_id, post_key, title, rank, role, branch, "leading", started_on, entry
    )
    values ('quzhou', 'T1', 'P1', 'U1', 'K1', '主任', 'county_division', 'principal', 'admin', true, '2020-01-01', 'initial')
    """,
    """
    insert into handovers (
      city_code, handover_id, person_id, post_id, left_on, work_items, economic_items, personnel_items, petition_items,
      other_items
    )
    values ('quzhou', 'H1', 'P1', 'T1', '2024-01-01', true, true, true, true, true)
    """,
    """
    insert into talks values
      ('quzhou', 'L1', 'P1', 'P2', '2024-01-01', 'summon'),
      ('jingxian', 'L1', 'P1', 'P2', '2024-02-01', 'summon')
    """,
  ]

  @Test func whatWasThereComesAlong() async throws {
    let connection = try await TestDatabase.current.connect()
    let all = try Migrations.shipped()
    _ = try await Migrations(all.list.filter { $0.version < 13 }).apply(to: connection, by: "me")
    for sql in Self.before { try await connection.run(sql) }
    let described = """
      select concat_ws('|', c.relname, obj_description(c.oid)) as line
      from pg_class c
      where c.relname in ('posts', 'talks', 'activities', 'leaves', 'assessments', 'welfare')
      order by 1
      """
    let constrained = """
      select concat_ws('|', k.conrelid::regclass::text, k.conname, pg_get_constraintdef(k.oid)) as line
      from pg_constraint k
      where k.conrelid::regclass::text in (
          'posts', 'talks', 'activities', 'leaves', 'assessments', 'welfare', 'handovers'
        )
        and k.conparentid = 0
      order by 1
      """
    let constraints = try await connection.lines(constrained)

    // Later ones add columns and codes.
    let parted = try Migrations(all.list.filter { $0.version <= 19 })
    #expect(try await parted.apply(to: connection, by: "me").map(\.version).first == 13)
    let descriptions = try await connection.lines(described)
    #expect(descriptions.count == 6)
    #expect(descriptions.allSatisfy { $0.contains("按城市分区") })
    #expect(try await connection.lines(constrained) == constraints)
    #expect(
      try await connection.lines(
        "select concat_ws('|', tableoid::regclass::text, talk_id, held_on) as line from talks order by 1")
        == ["talks_earlier|L1|2024-01-01", "talks_earlier|L1|2024-02-01"])
    #expect(
      try await connection.lines(
        "select concat_ws('|', tableoid::regclass::text, post_id) as line from posts")
        == ["posts_earlier|T1"])
    try await all.apply(to: connection, by: "me")
    await #expect(throws: PostgresError.self) {
      try await connection.run("delete from posts where post_id = 'T1'")
    }
    await #expect(throws: PostgresError.self) {
      try await connection.run("update posts set person_id = 'nobody'")
    }
    await connection.close()
  }
}
