import CadreTesting
import DataContract
import Testing

@testable import Intake

/// Whom and what changed rows name: kept for the evaluation that follows.
@Suite(.database(template: .migrated)) struct NamedInChangesTests {
  private func touched() async throws -> [String] {
    try await Imports.rows(
      """
      select table_name, 'person', person_id from touched_persons
      union all
      select table_name, 'unit', unit_id from touched_units
      order by 1, 2, 3
      """)
  }

  /// Of the last import.
  private func listed() async throws -> [String] {
    try await Imports.rows(
      """
      select table_name, persons_listed::text, units_listed::text
      from import_files
      where import_number = (select max(import_number) from import_files)
      order by table_name
      """)
  }

  @Test func aFirstLoadListsNothing() async throws {
    _ = try await Imports.run(SmallDelivery(with: .activities))
    #expect(try await touched() == [])
    #expect(try await Imports.rows("select count(*)::text from import_files where persons_listed or units_listed") == ["0"])
  }

  /// A1 was P1's and becomes P2's; a new activity is U1's.
  @Test func personsAndUnitsOfOneTable() async throws {
    let first = SmallDelivery(with: .activities)
    _ = try await Imports.run(first)
    _ = try await Imports.run(
      first.with(.activities, "person_id", "P2").adding("A3,intervention_report,U1,,,,2024-05-02", to: .activities))
    #expect(try await touched() == ["activities|person|P1", "activities|person|P2", "activities|unit|U1"])
    #expect(try await listed().contains("activities|true|true"))
  }

  /// A1 moves from 1 May to 9 April, and so its old day and its new one are told; of a row that no one date stands for, none.
  @Test func theDaysOfTheRows() async throws {
    let first = SmallDelivery(with: .activities)
    _ = try await Imports.run(first)
    _ = try await Imports.run(
      first.with(.activities, "held_on", "2024-04-09").adding("A3,intervention_report,U1,,,,2024-05-02", to: .activities)
        .with(.units, "unit_name", "财政局", row: 2))
    #expect(
      try await Imports.rows("select person_id, first_on, last_on from touched_persons") == [
        "P1|2024-04-09|2024-05-01"
      ])
    #expect(
      try await Imports.rows("select table_name, unit_id, first_on, last_on from touched_units order by 1, 2") == [
        "activities|U1|2024-05-02|2024-05-02", "units|U1|∅|∅", "units|U2|∅|∅",
      ])
  }

  /// A unit's row names the unit and its superior one; whom it concerns, nobody can tell.
  @Test func aUnitsOwnRow() async throws {
    let first = SmallDelivery(.units)
    _ = try await Imports.run(first)
    _ = try await Imports.run(first.with(.units, "unit_name", "财政局", row: 2))
    #expect(try await touched() == ["units|unit|U1", "units|unit|U2"])
    #expect(try await listed() == ["units|false|true"])
  }

  /// An average income names neither person nor unit.
  @Test func aTableThatNamesNothingIsNotListed() async throws {
    let first = SmallDelivery(with: .pay)
    _ = try await Imports.run(first)
    _ = try await Imports.run(first.with(.pay, "average_income", "81234.57"))
    #expect(try await touched() == [])
    #expect(try await listed().contains("pay|false|false"))
  }
}
