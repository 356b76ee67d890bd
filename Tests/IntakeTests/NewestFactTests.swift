import CadreTesting
import DataContract
import Testing

@testable import Intake

/// How far the data reach is noted with each import.
@Suite(.database(template: .migrated)) struct NewestFactTests {
  private func newest(of import: Int) async throws -> [String] {
    try await Imports.rows(
      """
      select table_name, coalesce(newest_on::text, 'none')
      from import_files
      where import_number = \(`import`)
        and table_name in ('activities', 'persons', 'training_records')
      order by table_name
      """)
  }

  /// Rows that are there, new, changed, and dated ahead, of a table with a date of its own and of one without.
  @Test func theLatestDayOfTheRows() async throws {
    let first = SmallDelivery(with: .activities)
    _ = try await Imports.run(first)
    let before = try await newest(of: 1)
    #expect(before.count == 2 && before[1] == "persons|none")
    let known = try #require(before[0].split(separator: "|").last)
    #expect(known < "2026-01-01" && known > "2020-01-01")

    let later = first.adding("A3,intervention_report,U1,,,,2026-02-03", to: .activities)
      .adding("A4,intervention_report,U1,,,,2026-01-03", to: .activities)
      .adding("A5,intervention_report,U1,,,,2099-01-01", to: .activities)
    _ = try await Imports.run(later)
    #expect(try await newest(of: 2).first == "activities|2026-02-03")
    // Nothing of it is new: what came in before tells.
    _ = try await Imports.run(later.adding("A6,intervention_report,U1,,,,2025-01-03", to: .activities))
    #expect(try await newest(of: 3).first == "activities|2025-01-03")
  }

  @Test func aTableOfParts() async throws {
    _ = try await Imports.run(SmallDelivery(with: .trainingRecords))
    #expect(try await newest(of: 1).last?.hasPrefix("training_records|20") == true)
  }
}
