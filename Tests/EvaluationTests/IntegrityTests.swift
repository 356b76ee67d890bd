import CadreModel
import DataContract
import Evaluation
import IdentityNumbers
import Intake
import Integrity
import Journal
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import Testing

/// A row that was changed, added or removed past the program is found, in whatever table it is.
@Suite(.cadre) struct IntegrityTests {
  /// A small city, with an import after the first and results of two dates.
  private func city() async throws -> (TestCity, City) {
    let (city, folder) = try await TestCity.sampled("quzhou", seed: 5)
    var history = try History(folder: folder, seed: 5)
    for step in 1...3 {
      try history.writeChanges(step)
      let gone = try await city.lines(
        "select t.record_id from training_records t where t.city_code = $1 order by t.record_id desc limit 2")
      try folder.write(
        ["table,key,reason"] + gone.map { "training_records,\($0),twice" }, to: "step\(step)/withdrawals.csv")
      try await folder.take(in: "step\(step)", to: city)
      _ = try await city.evaluate("2025-12-31")
    }
    _ = try await city.evaluate("2025-06-30")
    return (city, try #require(city.library.city("quzhou")))
  }

  private func check(_ place: City, in city: TestCity, judges: Bool = false) async throws -> [IntegrityFinding] {
    try await DeepCheck(library: city.library, judges: judges).run(place, on: city.connection)
  }

  @Test func whatTheProgramStoredIsSound() async throws {
    let (city, place) = try await city()
    #expect(try await check(place, in: city, judges: true) == [])
  }

  /// Each table of the contract: a row changed, a row gone, a row come.
  @Test func everyTablesRowsAreWatched() async throws {
    let (city, place) = try await city()
    try await city.checkReferences(false)
    var watched = 0
    for table in Table.all {
      let name = quotedIdentifier(table.name.rawValue)
      let rows = try #require(
        try await city.lines("select count(*)::text from \(name) where city_code = $1").first.flatMap(Int.init))
      guard rows > 0 else { continue }
      watched += 1
      let columns = table.columns.filter { !table.key.contains($0.name) }
      let one =
        "t.ctid = (select min(o.ctid) from \(name) o where o.city_code = $1) and t.city_code = $1 and t.tableoid = "
        + "(select o.tableoid from \(name) o where o.city_code = $1 limit 1)"
      var ways = ["delete from \(name) t where \(one)"]
      if let column = columns.first(where: { column in
        if case .tags = column.type { false } else { column.presence == .optional }
      }) {
        let cell = quotedIdentifier(column.name)
        let value = try await value(for: column, in: table, of: city)
        ways.append("update \(name) t set \(cell) = case when t.\(cell) is null then \(value) end where \(one)")
      }
      for way in ways {
        try await city.connection.execute("begin")
        do {
          try await city.execute(way)
          let found = try await contents(place, city)
          #expect(found.contains(table.name.rawValue), "\(way)")
        } catch let error as PostgresError where [.checkViolation, .notNullViolation].contains(error.sqlState) {
          // Such a row the server itself refuses.
        }
        try await city.connection.execute("rollback")
      }
    }
    #expect(watched > 30)
  }

  /// A value that the column takes.
  private func value(for column: DataContract.Column, in table: Table, of city: TestCity) async throws -> String {
    switch column.type {
    case .date: "date '2001-02-03'"
    case .bool: "true"
    case .number, .integer: "7"
    case .code(let codes): (codes.first?.code ?? "x").sqlLiteral
    case .tags: "'{}'::text[]"
    default: "'x'"
    }
  }

  /// The tables whose contents are not what they must be.
  private func contents(_ place: City, _ city: TestCity) async throws -> [String] {
    // The check has a transaction of its own; here it reads in ours.
    let check = ContentCheck(city: place, connection: city.connection)
    return try await check.run().compactMap { finding in
      if case .content(_, let table, _, _, _) = finding { table } else { nil }
    }
  }

  @Test(arguments: [
    ("update imports set imported_by = 'somebody' where city_code = $1 and import_number = 2", "imports"),
    ("delete from touched_persons where city_code = $1", "touched_persons"),
    ("update import_files set rows_updated = rows_updated + 1 where city_code = $1 and import_number = 2", "import_files"),
    ("update runs set evaluated_by = 'somebody' where city_code = $1", "runs"),
    ("update run_indicators set met = met + 1 where city_code = $1 and ordinal = 1", "run_indicators"),
    ("delete from contradictions where city_code = $1", "contradictions"),
    (
      "update former_training_years_since set import_number = import_number + 1 where city_code = $1",
      "former_training_years_since"
    ),
    (
      """
      insert into contradictions (city_code, kind, table_name, row_key, other_key, subject_id, detail, import_number)
      values ($1, 'future_date', 'talks', 'x', '', 'x', '{}', 1)
      """, "contradictions"
    ),
  ])
  func recordsAreWatched(way: String, table: String) async throws {
    let (city, place) = try await city()
    let rows = try await city.connection.execute(Statement(nil, way, [.text("quzhou")]))
    guard rows > 0 else { return }
    #expect(try await contents(place, city).contains(table))
  }

  /// The journal and the digests themselves can't be changed by anybody who has not switched their triggers off.
  @Test func theJournalIsWatched() async throws {
    let (city, place) = try await city()
    await #expect(throws: PostgresError.self) { try await city.execute("delete from journal where city_code = $1") }
    await #expect(throws: PostgresError.self) { try await city.execute("delete from digest_changes where city_code = $1") }
    try await city.execute("alter table journal disable trigger all")
    try await city.execute("update journal set reason = 'other' where city_code = $1")
    #expect(try await contents(place, city) == ["journal"])
    try await city.execute("alter table former_training_years disable trigger all")
    try await city.execute("update former_training_years set hours = hours + 1 where city_code = $1")
    #expect(try await contents(place, city) == ["journal", "former_training_years"])
  }

  /// A row that the journal tells of is named.
  @Test func changedRowsAreNamed() async throws {
    let (city, place) = try await city()
    let key = try #require(
      try await city.lines(
        """
        select j.row_key
        from journal j
        where j.city_code = $1
          and j.table_name = 'training_records'
          and j.change <> 'withdrawn'
          and exists (select from training_records t where t.city_code = $1 and t.record_id = j.row_key)
        limit 1
        """
      ).first)
    try await city.execute("update training_records set hours = hours + 100 where city_code = $1 and record_id = '\(key)'")
    let found = try await check(place, in: city)
    let named = found.compactMap { finding -> [String]? in
      if case .content(_, "training_records", _, _, let keys) = finding { keys } else { nil }
    }
    #expect(named == [[key]])
    #expect(found.contains { if case .trainingSums = $0 { true } else { false } })
  }

  /// Sums, counts and results are found, and made anew.
  @Test func derivedRowsAreFoundAndMadeAnew() async throws {
    let (city, place) = try await city()
    try await city.execute("update training_years set hours = hours + 1 where city_code = $1")
    try await city.execute("update unit_tallies set met = met + 1 where city_code = $1 and ordinal = 1")
    let found = try await check(place, in: city)
    #expect(found.contains { if case .trainingSums = $0 { true } else { false } })
    #expect(found.contains { if case .results = $0 { true } else { false } })
    #expect(found.contains { if case .counts = $0 { true } else { false } })
    _ = try await Rebuild.run(place, takesDigests: false, identityKey: .forTests, on: city.connection)
    #expect(try await check(place, in: city) == [])
  }

  @Test func aResultChangedIsFoundByUnitAndByJudging() async throws {
    let (city, place) = try await city()
    try await city.execute(
      """
      update results r
      set reason = 'other'
      where r.city_code = $1
        and (r.result_set, r.ordinal, r.subject_id, r.period) = (
          select o.result_set, o.ordinal, o.subject_id, o.period
          from results o
          where o.city_code = $1
          order by o.result_set, o.ordinal, o.subject_id
          limit 1
        )
      """)
    let found = try await check(place, in: city)
    #expect(found.count == 1)
    #expect(found.allSatisfy { if case .results(_, _, _, let units) = $0 { units.count == 1 } else { false } })
    // Who brings the counts into line with it is found by judging.
    _ = try await RunCounts.rebuild(of: "quzhou", on: city.connection)
    #expect(try await check(place, in: city) == [])
    #expect(try await check(place, in: city, judges: true).count == 1)
  }

  /// After changes have been looked into, what is there is taken for right.
  @Test func digestsAreTakenAnew() async throws {
    let (city, place) = try await city()
    try await city.execute("update persons set name = '某某' where city_code = $1 and person_id = 'P0000001'")
    #expect(try await contents(place, city) == ["persons"])
    _ = try await Rebuild.run(place, takesDigests: true, identityKey: .forTests, on: city.connection)
    #expect(try await check(place, in: city) == [])
  }
}
