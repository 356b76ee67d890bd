import CadreModel
import DataContract
import Evaluation
import IdentityNumbers
import Intake
import PolicyKit
import PolicyTesting
import Results
import Testing

/// Judging after an import was undone is judging as if it had never come.
@Suite(.cadre) struct UndoRenewalTests {
  @Test(arguments: [("quzhou", 11), ("quzhou", 16), ("shaoxing", 12), ("jingxian", 15), ("kunming", 14)])
  func resultsAreThoseFromBefore(code: String, seed: UInt64) async throws {
    let (city, folder) = try await TestCity.sampled(code, seed: seed)
    let imported = try #require(city.library.city(code))
    var number = 1
    var changes = 0
    var history = try History(folder: folder, seed: seed)
    for step in 1...4 {
      let before = try await results(city)
      try history.writeChanges(step)
      try folder.write(
        ["table,key,reason", "training_records,\(try await aKey(city)),twice"], to: "step\(step)/withdrawals.csv")
      try await folder.take(in: "step\(step)", to: city)
      number += 1
      let changed = try await results(city)
      if step % 2 == 0 { continue }
      let undo = ImportUndo(number, of: imported, undoneBy: "tests", programVersion: "test", identityKey: .forTests)
      _ = try await undo.run(on: city.connection)
      number += 1
      if changed != before { changes += 1 }
      #expect(Set(try await results(city)).symmetricDifference(before).sorted().prefix(6) == [])
    }
    #expect(changes > 0)
    let renewed = try await results(city)
    let full = try #require(try await city.evaluate("2025-12-31", afresh: true))
    let expected = try await city.results(of: full, columns: ResultColumns.everything)
    #expect(Set(expected).symmetricDifference(renewed).sorted().prefix(6) == [])
    #expect(expected.count == renewed.count)
  }

  private func results(_ city: TestCity) async throws -> [String] {
    let run = try #require(try await city.evaluate("2025-12-31"))
    return try await city.results(of: run, columns: ResultColumns.everything)
  }

  private func aKey(_ city: TestCity) async throws -> String {
    try #require(
      try await city.lines(
        """
        select t.record_id
        from training_records t
        where t.city_code = $1
          and t.completed_on >= '2025-01-01'
        order by t.record_id desc
        limit 1
        """
      ).first)
  }
}
