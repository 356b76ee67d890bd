import CadreTesting
import DataContract
import Evaluation
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import Testing

/// Properties that results have, whatever the data.
@Suite(.cadre) struct PropertyTests {
  private func city(backwards: Bool = false) async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await SmallCity.store(in: city, backwards: backwards)
    return city
  }

  @Test(arguments: ["2024-12-31", "2025-02-28", "2025-06-30"])
  func theOrderOfRowsDoesNotMatter(date: String) async throws {
    let city = try await city()
    let run = try #require(try await city.evaluate(date))
    let results = try await city.results(of: run, columns: ResultColumns.everything)
    try await city.checkReferences(false)
    for table in Table.all { try await city.execute("delete from \(table.name.rawValue) where city_code = $1") }
    try await SmallCity.store(in: city, backwards: true)
    let again = try #require(try await city.evaluate(date, afresh: true))
    #expect(results.count > 30)
    #expect(try await city.results(of: again, columns: ResultColumns.everything) == results)
  }

  @Test(arguments: ["2024-12-31", "2025-02-28", "2025-06-30"])
  func whatIsDatedLaterChangesNothing(date: String) async throws {
    let city = try await city()
    let run = try #require(try await city.evaluate(date))
    let results = try await city.results(of: run, columns: ResultColumns.everything)
    try await LaterFacts.store(after: date, in: city)
    let again = try #require(try await city.evaluate(date, afresh: true))
    #expect(try await city.results(of: again, columns: ResultColumns.everything) == results)
    // They are facts all the same, a year later.
    let later = try #require(try await city.evaluate("2026-12-31"))
    let withoutThem = try await TestCity("shaoxing")
    try await SmallCity.store(in: withoutThem)
    let plain = try #require(try await withoutThem.evaluate("2026-12-31", under: "quzhou"))
    #expect(try await city.results(of: later) != withoutThem.results(of: plain))
  }

  @Test func everySubjectAppearsOncePerPeriod() async throws {
    let city = try await city()
    for policy in city.library.policies.map(\.code) {
      for date in ["2024-02-29", "2025-06-30", "2025-12-31"] {
        let run = try #require(try await city.evaluate(date, under: policy))
        #expect(try await city.duplicates(in: run) == [], "\(policy) \(date)")
      }
    }
  }

  /// On roll at the end of June: P1, P2 (main post in U1, where it ranks higher) and P3, hired in March.
  @Test func everyPersonOnRollIsJudgedOnce() async throws {
    let city = try await city()
    let run = try #require(try await city.evaluate("2025-06-30"))
    let lines = try await city.results(of: run).filter { $0.hasPrefix("quzhou.a5.coverage,") }
    #expect(
      lines == [
        "quzhou.a5.coverage,person,P1,U1,2025,met,,1,1,2025-12-31",
        "quzhou.a5.coverage,person,P2,U1,2025,pending,,0,1,2025-12-31",
        "quzhou.a5.coverage,person,P3,U2,2025,exempt,,,,2025-12-31",
      ])
  }

  @Test func anotherCitysDataChangeNothing() async throws {
    let city = try await city()
    let run = try #require(try await city.evaluate("2025-06-30"))
    let results = try await city.results(of: run, columns: ResultColumns.everything)
    let neighbour = try await TestCity("jingxian")
    try await SmallCity.store(in: neighbour)
    try await LaterFacts.store(after: "2025-01-01", in: neighbour)
    let again = try #require(try await city.evaluate("2025-06-30", afresh: true))
    #expect(try await city.results(of: again, columns: ResultColumns.everything) == results)
  }
}

extension TestCity {
  /// Results of one indicator that exist twice for the same subject, period and class.
  func duplicates(in run: Run) async throws -> [String] {
    try await lines(
      """
      select r.ordinal::text, r.subject_id, r.period, r.class
      from results r
      where r.city_code = $1
        and r.result_set = '\(run.resultSet)'
      group by r.ordinal, r.subject_id, r.period, r.class
      having count(*) > 1
      """)
  }
}

/// Facts after a date, made of those that are there.
enum LaterFacts {
  /// Ends, answers and results that are still open come 3000 days after the date; and each row with a date of its own
  /// happens once more, 10 days after it.
  static func store(after date: String, in city: TestCity) async throws {
    for table in Table.all {
      let name = table.name.rawValue
      for column in table.columns where column.type == .date(.event) && column.presence == .optional {
        try await city.execute(
          "update \(name) set \(column.name) = date '\(date)' + 3000 where city_code = $1 and \(column.name) is null")
      }
      guard let own = table.columns.first(where: { $0.type == .date(.own) }), let key = table.key.first,
        table.column(key)?.type == .id
      else { continue }
      let values = table.columns.map { column in
        let quoted = quotedIdentifier(column.name)
        if column.name == key { return "\(quoted) || '-later'" }
        if column.name == own.name { return "date '\(date)' + 10" }
        if column.type == .date(.event) { return "date '\(date)' + 20" }
        return quoted
      }
      try await city.execute(
        """
        insert into \(name) (city_code, \(table.columns.map { quotedIdentifier($0.name) }.joined(separator: ", ")))
        select city_code, \(values.joined(separator: ", "))
        from \(name)
        where city_code = $1
        """)
    }
    try await city.addUpTraining()
  }
}
