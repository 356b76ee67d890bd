import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import PostgresClient
import SampleData
import Testing

/// A result depends on no facts beyond its indicator's reach.
@Suite(.cadre) struct ReachTests {
  private struct Undone: Error {}

  /// Table by table all facts of others are taken away: nothing changes for those who are left.
  @Test(arguments: Registered.cities)
  func factsOfOthersChangeNothing(code: String) async throws {
    let folder = try TemporaryFolder()
    let city = try await TestCity(code)
    let request = SampleRequest(
      city: try .named(code), persons: 150, seed: 7, years: 2023...2025, trainingPerPerson: 9,
      dialect: Dialect(headings: .english))
    _ = try request.write(into: folder.path + "/sample")
    try await folder.take(in: "sample", to: city)
    try await city.checkReferences(false)
    let day = try #require(Day("2025-08-15"))
    let policy = try #require(city.library.register.policy(of: code, on: day)?.policy)
    let judging = try #require(policy.judging(asOf: day))
    for reach in [Reach.ownPerson, .ownUnit] {
      let owners = try #require(SubjectsJudgedAgain(reach.extent))
      let indicators = policy.indicators.filter { $0.reach == reach }
      #expect(indicators.count > 3)
      try await makeList(of: owners, every: 3, in: city)
      let all = Judged(city: city, owners: owners, judging: judging)
      let before = try await all.results(of: indicators)
      #expect(before.values.map(\.count).reduce(0, +) > 10)
      // Only these subjects, as after a change: rows of others are not even read.
      let alone = Judged(city: city, owners: owners, judging: judging.of(reach.extent))
      for (id, rows) in try await alone.results(of: indicators) {
        #expect(rows == before[id], "\(id), judged alone")
      }
      let reader = NeedsReader(try Snapshot.steps(for: judging))
      for table in Table.all where !table.columns(naming: owners.kind).isEmpty {
        let readers = try indicators.filter {
          reader.needs(of: try $0.select(for: judging)).tables.contains(table.name)
        }
        if readers.isEmpty { continue }
        _ = try? await city.connection.withTransaction { _ in
          try await deleteOthers(table, owners, in: city)
          for (id, rows) in try await all.results(of: readers) {
            #expect(rows == before[id], "\(id) without others' rows of \(table.name.rawValue)")
          }
          throw Undone()
        }
      }
    }
  }

  private func makeList(of owners: SubjectsJudgedAgain, every: Int, in city: TestCity) async throws {
    try await city.execute(
      "create temporary table if not exists \(SubjectsJudgedAgain.withdrawn) (table_name text, row_key text)")
    try await city.execute(
      """
      create temporary table \(owners.table) as
      select 1 as ordinal, k.\(owners.column)
      from (
        select t.\(owners.column), row_number() over (order by t.\(owners.column)) as place
        from \(owners.kind.rawValue) t
        where t.city_code = '\(city.code)'
      ) k
      where k.place % \(every) = 0
      """)
  }

  /// Deletes the rows that name only others. Rows that name nobody stay.
  private func deleteOthers(_ table: Table, _ owners: SubjectsJudgedAgain, in city: TestCity) async throws {
    let columns = table.columns(naming: owners.kind)
    let isOwn = columns.map { "t.\($0) in (select o.\(owners.column) from \(owners.table) o)" }
    try await city.execute(
      """
      delete from \(table.name.rawValue) t
      where t.city_code = $1
        and coalesce(\(columns.map { "t.\($0)" }.joined(separator: ", "))) is not null
        and (\(isOwn.joined(separator: " or "))) is not true
      """)
  }
}

/// The results of some persons or units, by indicator.
private struct Judged {
  let city: TestCity
  let owners: SubjectsJudgedAgain
  let judging: Judging

  func results(of indicators: [Indicator]) async throws -> [String: [String]] {
    let steps = try Snapshot.steps(for: judging)
    for step in steps {
      for sql in step.statements() {
        // Outside a transaction a table that goes with it would be gone at once.
        try await city.execute(sql.replacing(" on commit drop", with: "").replacing("$1", with: city.code.sqlLiteral))
      }
    }
    var results: [String: [String]] = [:]
    for indicator in indicators {
      results[indicator.id] = try await city.lines(
        """
        select \(JudgedColumns.names.map { "j.\($0)::text" }.joined(separator: ", "))
        from (
        \(try indicator.select(for: judging))
        ) j
        where j.subject_id in (\(owners.subjects(of: indicator)))
        order by j.subject_id, j.period, j.class
        """)
    }
    for step in steps.reversed() { try await city.execute("drop table \(step.table)") }
    return results
  }
}
