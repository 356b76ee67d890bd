import CadreModel
import DataContract
import Evaluation
import IdentityNumbers
import Intake
import Journal
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import ShippedFiles
import Testing

/// Over random histories: every result that stands otherwise is told, with one cause; the causes add up; and what was undone is
/// no cause any more.
@Suite(.cadre) struct ChangesPropertyTests {
  /// The policy with its whole numbers other ones from a day on: one less, and 2 instead of 1.
  private func amended(_ policy: String, from day: String) throws -> PolicyLibrary {
    let file = "policies/\(policy).yaml"
    let shipped = try #require(ShippedFiles.text("config/\(file)"))
    let text = shipped.replacing(/values: \[\{valid_from: (\d{4}-\d\d-\d\d), value: (\d+)\}\]/) { match in
      guard let value = Int(match.2), value > 0 else { return String(match.0) }
      let last = (Day(day) ?? Day(number: 0)).adding(days: -1)
      return
        "values: [{valid_from: \(match.1), valid_to: \(last), value: \(value)}, {valid_from: \(day), value: \(value == 1 ? 2 : value - 1)}]"
    }
    return try PolicyLibrary.shipped(with: [], files: [file: text])
  }

  /// The verdicts of a run that have one, by their keys.
  private func verdicts(of run: Run, _ policy: Policy, in city: TestCity) async throws -> [String: String] {
    let kinds = Dictionary(policy.indicators.map { ($0.id, $0.rule.kind) }) { first, _ in first }
    let rows = try await city.connection.query(
      Statement(
        "verdicts",
        """
        select i.indicator, r.subject_id, r.period, r.status, coalesce(r.class, '') as class
        from results r
        join run_indicators i on i.city_code = r.city_code and i.ordinal = r.ordinal and i.run_id = \(run.id.sqlLiteral)
        where r.city_code = $1 and r.result_set = \(run.resultSet.sqlLiteral)
        """, [.text(city.code)]))
    var verdicts: [String: String] = [:]
    for row in rows {
      let indicator: String = try row.decode("indicator")
      guard kinds[indicator] != .statistic else { continue }
      let code: String = try row.decode("class")
      let isVerdict = kinds[indicator] == .classification
      let key = [indicator, try row.decode("subject_id"), try row.decode("period"), isVerdict ? "" : code]
        .joined(separator: " ")
      #expect(verdicts.updateValue("\(try row.decode("status", as: String.self)) \(code)", forKey: key) == nil)
    }
    return verdicts
  }

  /// What a comparison must tell, from both runs read apart.
  private func expectAll(
    _ changes: Comparison, in city: TestCity, _ policy: Policy, _ place: Comment
  ) async throws {
    let before = try await verdicts(of: changes.figures.before, policy, in: city)
    let after = try await verdicts(of: changes.figures.after, policy, in: city)
    let expected = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    let keys = changes.flips.map { flip in
      let isVerdict = policy.indicator(flip.indicator)?.rule.kind == .classification
      let code = isVerdict ? "" : flip.classAfter ?? flip.classBefore ?? ""
      return [flip.indicator, flip.subjectID, flip.period, code].joined(separator: " ")
    }
    #expect(Set(keys).count == keys.count, place)
    #expect(Set(keys).symmetricDifference(expected).sorted().prefix(5) == [], place)
    #expect(changes.gaps == [], place)
    #expect(changes.flips.map(\.number) == Array(1...max(changes.flips.count, 1)).prefix(changes.flips.count).map { $0 }, place)
    // Of each that data have changed a row is told, or a table.
    let explained = Set(changes.cells.map(\.flip))
    #expect(changes.flips.filter { $0.cause == .data && !explained.contains($0.number) }.map(\.indicator) == [], place)
    let told = Set(changes.flips.filter { [.data, .facts].contains($0.cause) }.map(\.number))
    #expect(explained.isSubset(of: told), place)
  }

  @Test(arguments: [
    ("quzhou", "quzhou", 31), ("shaoxing", "shaoxing", 32), ("jingxian", "jingxian", 33), ("kunming", "kunming", 34),
  ])
  func everyChangeHasACauseAndUndoneItHasNone(code: String, policy: String, seed: UInt64) async throws {
    let (city, folder) = try await TestCity.sampled(code, seed: seed)
    let imported = try #require(city.library.city(code))
    let library = try amended(policy, from: "2025-08-01")
    let judged = try #require(library.policy(policy))
    let (june, december) = ("2025-06-30", "2025-12-31")
    func compare(
      _ from: String, _ to: String, known: (KnownAsOf?, KnownAsOf?) = (nil, nil), by other: PolicyLibrary? = nil
    ) async throws -> Comparison {
      try await city.compare(from, to, under: policy, by: other ?? library, known: known)
    }
    // What is reported in June, with the data of then.
    let day = try #require(Day(june))
    let reported = try #require(
      try await Evaluator(library: library, evaluatedBy: "tests").evaluate(
        city: code, policy: judged, asOf: day, on: city.connection))
    let quiet = try await compare(june, december)
    try await expectAll(quiet, in: city, judged, "nothing came")
    #expect(quiet.count(of: .data) == 0 && quiet.count(of: .rules) == 0)
    #expect(quiet.count(of: .parameters) > 0 && quiet.count(of: .facts) > 0 && quiet.count(of: .duePassed) > 0)

    var history = try History(folder: folder, seed: seed)
    for step in 1...6 {
      try history.writeChanges(step)
      let gone = try await city.lines(
        """
        (
          select 'training_records,' || t.record_id
          from training_records t
          where t.city_code = $1
            and t.completed_on between '2025-01-01' and '2025-06-30'
          order by md5(t.record_id || '\(step)')
          limit 5
        )
        union all
        (
          select 'activities,' || a.activity_id
          from activities a
          where a.city_code = $1
            and a.held_on between '2025-01-01' and '2025-06-30'
          order by md5(a.activity_id || '\(step)')
          limit 20
        )
        union all
        (
          select 'leaves,' || l.leave_id
          from leaves l
          where l.city_code = $1
            and l.left_on between '2025-01-01' and '2025-12-31'
          order by md5(l.leave_id || '\(step)')
          limit 3
        )
        """)
      try folder.write(
        ["table,key,reason"] + gone.map { "\($0),twice" }, to: "step\(step)/withdrawals.csv")
      try await folder.take(in: "step\(step)", to: city)
    }
    // One date, before and after the imports; and each stretch of them.
    var whole = try await compare(december, december, known: (.importNumber(1), nil))
    try await expectAll(whole, in: city, judged, "one date")
    #expect(!whole.flips.isEmpty && whole.flips.allSatisfy { $0.cause == .data })
    for (begin, end) in [(1, 3), (3, 7), (5, 2)] {
      let part = try await compare(december, december, known: (.importNumber(begin), .importNumber(end)))
      try await expectAll(part, in: city, judged, "imports \(begin) to \(end)")
      #expect(part.flips.allSatisfy { $0.cause == .data })
    }
    // Two dates: what was reported against now, and from what was known to what was known.
    let both = try await compare(june, december)
    try await expectAll(both, in: city, judged, "two dates")
    #expect(both.figures.before == reported)
    #expect(both.count(of: .data) > 0 && both.count(of: .parameters) > 0)
    let known = try await compare(june, december, known: (.importNumber(2), .importNumber(5)))
    try await expectAll(known, in: city, judged, "two dates, two imports")
    try await expectAll(try await compare("2024-12-31", "2025-03-31"), in: city, judged, "a year's end")
    // The same by the runs' ids: of what is stored, and of what was known then and is judged once more.
    let byRuns = try await city.compare(runs: known.figures.before.id, known.figures.after.id, by: library)
    #expect(byRuns.flips == known.flips && byRuns.cells == known.cells)
    let ofStored = try await city.compare(runs: reported.id, both.figures.after.id, by: library)
    #expect(ofStored.flips == both.flips && ofStored.figures.before == reported)

    // Undo the imports, from the last one back: what data had changed is not changed any more, all else is.
    for number in stride(from: 7, through: 2, by: -1) {
      _ = try await ImportUndo(number, of: imported, undoneBy: "tests", programVersion: "test", identityKey: .forTests).run(
        on: city.connection)
    }
    whole = try await compare(december, december, known: (.importNumber(1), nil))
    #expect(whole.keys.prefix(5) == [])
    let undone = try await compare(june, december)
    #expect(undone.count(of: .data) == 0)
    #expect(undone.keys == quiet.keys)
    #expect(undone.flips.map(\.cause) == quiet.flips.map(\.cause))
    // Without the amendment nothing changes by a parameter, and that was all that the amendment did.
    let plain = try await compare(june, december, by: city.library)
    #expect(plain.count(of: .parameters) == 0)
  }
}
