import CadreTesting
import PostgresClient
import Schema
import Testing

/// Migration 29, over training sums that were there before it.
@Suite(.database(template: .unmigrated)) struct TrainingDaysByModeTests {
  private static let before = [
    "insert into cities values ('quzhou', '衢州', 'Quzhou', '33', '3308')",
    "create table cadre.training_records_quzhou partition of training_records for values in ('quzhou')",
    "alter table cadre.training_records_quzhou owner to cadre_owner",
    // Rows without those that they refer to.
    "set session_replication_role = replica",
    """
    insert into training_classes (
      city_code, class_id, title, organizer_unit_id, provider, mode, main_class, admin_level, started_on, ended_on
    )
    values
      ('quzhou', 'L1', '一', 'U1', 'base', 'off_job', false, 'city', '2024-03-01', '2024-03-05'),
      ('quzhou', 'L2', '二', 'U1', 'online', 'online', false, 'city', '2025-01-10', '2025-01-20'),
      ('quzhou', 'L3', '三', 'U1', 'base', 'on_job', false, 'city', '2024-05-01', '2024-05-02')
    """,
    """
    insert into training_records (city_code, record_id, person_id, class_id, completed_on, hours, days)
    values
      ('quzhou', 'R1', 'P1', 'L1', '2024-03-05', 4000, 500),
      ('quzhou', 'R2', 'P1', 'L2', '2024-12-31', 800, 100),
      ('quzhou', 'R3', 'P1', 'L3', '2024-05-02', 1600, 200),
      ('quzhou', 'R4', 'P1', null, '2024-06-01', 100, 25),
      ('quzhou', 'R5', 'P2', null, '2024-06-01', 100, 25)
    """,
    """
    insert into training_years (
      city_code, person_id, year, records, hours, days, class_days, first_on, settled_on
    )
    values
      ('quzhou', 'P1', 2024, 4, 6500, 825, 700, '2024-03-05', '2024-12-31'),
      ('quzhou', 'P2', 2024, 1, 100, 25, 0, '2024-06-01', '2024-06-01')
    """,
  ]

  @Test func sumsThatWereThereAreTalliedAnew() async throws {
    let connection = try await TestDatabase.current.connect()
    let all = try Migrations.shipped()
    _ = try await Migrations(all.list.filter { $0.version < 29 }).apply(to: connection, by: "me")
    for sql in Self.before { try await connection.run(sql) }

    #expect(try await all.apply(to: connection, by: "me").map(\.version).first == 29)
    // The online class begins after the record was completed: before that day the year is not settled.
    #expect(
      try await connection.lines(
        """
        select
          concat_ws(
            '|', y.person_id, y.days, y.off_job_days, y.on_job_days, y.online_days, y.self_study_days, y.settled_on
          ) as line
        from training_years y
        order by y.person_id
        """)
        == ["P1|825|500|200|100|0|2025-01-10", "P2|25|0|0|0|0|2024-06-01"])
    await connection.close()
  }
}
