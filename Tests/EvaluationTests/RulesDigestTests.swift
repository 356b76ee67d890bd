import DataContract
import Evaluation
import PolicyKit
import PolicyTesting
import Results
import ShippedFiles
import Testing

/// An update judges again what it changes, and nothing else.
@Suite(.cadre) struct RulesDigestTests {
  /// Quzhou with some parameters' values replaced.
  private func library(_ values: [(name: String, old: String, new: String)]) throws -> PolicyLibrary {
    let text = try #require(ShippedFiles.text("config/policies/quzhou.yaml"))
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for value in values {
      let heading = try #require(lines.firstIndex { $0.hasPrefix("  \(value.name):") })
      let line = try #require(lines[heading...].firstIndex { $0.contains("value: \(value.old)}") })
      lines[line] = lines[line].replacing("value: \(value.old)}", with: "value: \(value.new)}")
    }
    return try PolicyLibrary.shipped(with: [], files: ["policies/quzhou.yaml": lines.joined(separator: "\n")])
  }

  private func judgedAgain(in city: TestCity) async throws -> [String] {
    try await city.lines(
      """
      select distinct i.indicator
      from results r
      join result_sets s using (city_code, result_set)
      join run_indicators i using (city_code, run_id, ordinal)
      where r.city_code = $1
        and r.detail is distinct from 'old'
      order by 1
      """)
  }

  @Test func exactlyThoseThatAnUpdateChangesAreJudgedAgain() async throws {
    let before = try await TestCity("quzhou")
    try await SmallCity.store(in: before)
    try await before.setWatermark("a")
    let old = try #require(try await before.evaluate("2025-06-30"))
    try await before.execute("update results set detail = 'old' where city_code = $1")

    let updated = try library([
      ("a1.self-assessment.count", "1", "2"), ("a2.matters.days", "30", "31"), ("a7.self-check.count", "1", "3"),
    ])
    let after = try await TestCity("quzhou", library: updated)
    let run = try #require(try await after.evaluate("2025-06-30"))
    #expect(run.id != old.id)
    #expect(run.rulesDigest != old.rulesDigest)
    #expect(run.resultSet == old.resultSet)
    #expect(
      try await judgedAgain(in: after) == [
        "quzhou.a1.self-assessment", "quzhou.a2.matters", "quzhou.a2.unreported", "quzhou.a7.self-check",
      ])

    // Nothing of the old rules is left: a full judging comes to the same.
    let full = try #require(try await after.evaluate("2025-06-30", afresh: true))
    #expect(full.rulesDigest == run.rulesDigest)
    let required = try await after.lines(
      """
      select distinct r.required::text
      from results r
      join result_sets s using (city_code, result_set)
      join run_indicators i using (city_code, run_id, ordinal)
      where r.city_code = $1
        and i.indicator = 'quzhou.a7.self-check'
        and r.required is not null
      """)
    #expect(required == ["3"])
  }

  @Test func theSameRulesOnTheSameDataAreTheSameRun() async throws {
    let city = try await TestCity("quzhou")
    try await SmallCity.store(in: city)
    try await city.setWatermark("a")
    let first = try #require(try await city.evaluate("2025-06-30"))
    let again = try await TestCity("quzhou", library: try library([]))
    #expect(try await again.evaluate("2025-06-30") == first)
  }

  /// Deadlines of working days alone depend on the calendar.
  @Test func anotherCalendarJudgesAgainWhatReadsIt() async throws {
    let city = try await TestCity("jingxian")
    try await SmallCity.store(in: city)
    try await city.setWatermark("a")
    let first = try #require(try await city.evaluate("2025-06-30", under: "jingxian"))
    let digests = try await digests(of: first, in: city)
    #expect(digests.count > 20)
    try await city.execute("delete from workdays where day >= '2025-01-01'")
    let run = try #require(try await city.evaluate("2025-06-30", under: "jingxian"))
    #expect(run.rulesDigest != first.rulesDigest)
    #expect(run.resultSet == first.resultSet)
    let changed = Set(try await self.digests(of: run, in: city)).subtracting(digests)
    #expect(Set(changed.map { $0.prefix { $0 != "," } }) == ["jingxian.3.2.handover", "jingxian.3.2.handover-made"])
  }

  private func digests(of run: Run, in city: TestCity) async throws -> [String] {
    try await city.lines(
      """
      select i.indicator, i.rules_digest
      from run_indicators i
      where i.city_code = $1
        and i.run_id = '\(run.id)'
      order by i.ordinal
      """)
  }
}
