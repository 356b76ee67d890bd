import CadreModel
import CadreTesting
import Evaluation
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing

/// What a page of the web would ask for, of a small run.
@Suite(.planted) struct ResultsReaderTests {
  private func planted() async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["talks"], city: "alpha")
    try await connection.plant(
      "subject_id, unit_id, period, status, class, observed, required, due_on, reason, detail",
      [
        "('alpha', 'alpha.1.hours', 'P3', 'U3', '2025', 'met', null, 550.50, 550.00, '2025-12-31', 'reached', null)",
        "('alpha', 'alpha.1.hours', 'P2', null, '2025', 'no_data', null, null, null, null, 'record_missing', null)",
        "('alpha', 'alpha.1.hours', 'P2', null, '2024', 'met', null, 90, 90, '2024-12-31', 'reached', null)",
        "('alpha', 'alpha.1.talk', 'P1>P2', 'U2', '2025', 'exempt', null, null, null, '2025-12-31', 'waived', 'W, x')",
        "('alpha', 'alpha.2.rotation', 'O1', 'U2', '2025', 'unmet', null, 7, 6, '2024-01-01', 'rotation_due', null)",
        "('alpha', 'alpha.2.share', 'U2', 'U2', '2025', 'unmet', null, 0.5, 0.7, null, 'below_share', null)",
        "('alpha', 'alpha.2.figure', 'alpha', null, '2025', 'info', 'b', 3, null, null, 'figure', null)",
        "('alpha', 'alpha.2.figure', 'alpha', null, '2025', 'info', 'B', 0, null, null, 'figure', null)",
        "('alpha', 'alpha.2.figure', 'alpha', null, '2025', 'info', null, 5, null, null, 'of_tomorrow', null)",
      ])
    return connection
  }

  /// Runs `body` with a reader of a planted and judged city.
  private func reading(
    _ language: Language = .english, _ body: (ResultsReader, Run) async throws -> Void
  ) async throws {
    let connection = try await planted()
    let (run, _) = try await connection.alphaRun()
    await connection.close()
    let pool = ConnectionPool(try TestDatabase.current.configuration, size: 2)
    try await body(ResultsReader(pool: pool, library: PlantedCities.library(), language: language), run)
    await pool.close()
  }

  private func pages(
    _ reader: ResultsReader, _ run: Run, _ filter: ResultFilter = ResultFilter(), search: String = "", limit: Int
  ) async throws -> [[ResultRow]] {
    var page = try await reader.page(of: run, filter, search: search, limit: limit)
    var pages = [page.rows]
    while let next = page.next {
      page = try await reader.page(of: run, filter, search: search, after: next, limit: limit)
      pages.append(page.rows)
    }
    return pages
  }

  private func name(_ row: ResultRow) -> String {
    "\(row.indicator.id.dropFirst("alpha.".count)) \(row.subjectID) \(row.period) \(row.class?.code ?? "-")"
  }

  private static let all = [
    "1.hours P2 2024 -", "1.hours P2 2025 -", "1.hours P3 2025 -", "1.talk P1>P2 2025 -", "2.rotation O1 2025 -",
    "2.share U2 2025 -", "2.figure alpha 2025 -", "2.figure alpha 2025 B", "2.figure alpha 2025 b",
  ]

  @Test(arguments: 1...10) func everyResultStandsOnOnePageInOrder(limit: Int) async throws {
    try await reading { reader, run in
      let pages = try await pages(reader, run, limit: limit)
      let names = pages.flatMap { $0.map(name) }
      #expect(names == Self.all)
      // All are full but the last, which is not empty.
      let counts = pages.map(\.count)
      #expect(counts.dropLast().allSatisfy { $0 == limit })
      #expect((1...limit).contains(counts.last ?? 0))
    }
  }

  @Test func rowsHaveNamesUnitsAndSentences() async throws {
    try await reading { reader, run in
      let rows = try await reader.page(of: run, limit: 20).rows
      #expect(rows.map(\.subjectName) == ["-1+2", "-1+2", "王\"五\"", "张三→-1+2", "张三 局长", "=财政局", "Alpha", "Alpha", "Alpha"])
      #expect(rows.map(\.unitName) == [nil, nil, "下属, 单位", "=财政局", "=财政局", "=财政局", nil, nil, nil])
      #expect(rows.map(\.values.observed) == ["90", nil, "550.5", nil, "7", "0.5000", "5", "0", "3"])
      #expect(rows.map(\.dueOn?.description).prefix(4) == ["2024-12-31", nil, "2025-12-31", "2025-12-31"])
      #expect(
        rows.map(\.reason) == [
          "reached 90 hours; 90 required", "missing: the record needed to judge", "reached 550.5 hours; 550 required",
          "waived: W, x", "7 years in the post, 6 allowed; rotation was due 2024-01-01", "share 0.5000, below 0.7000",
          "of_tomorrow", "figure: 0 times", "figure: 3 times",
        ])
      #expect(rows[0].article.id == "alpha.1")
      let chinese = ResultsReader(pool: reader.pool, library: reader.library, language: .chinese)
      let rotation = try await chinese.page(of: run, ResultFilter(domains: [.rotation]), limit: 1).rows
      #expect(rotation.map(\.reason).allSatisfy { $0.contains("年") })
    }
  }

  @Test(arguments: [
    (ResultFilter(indicators: ["alpha.1.talk", "alpha.2.share"]), "", [3, 5]),
    (ResultFilter(statuses: [.unmet, .exempt]), "", [3, 4, 5]),
    (ResultFilter(units: ["U3", ""]), "", [0, 1, 2, 6, 7, 8]),
    (ResultFilter(domains: [.rotation, .talks]), "", [3, 4]),
    (ResultFilter(statuses: [.met], units: [""]), "", [0]),
    (ResultFilter(statuses: [.unmet], units: ["x' or true --"]), "", []),
    // Of a subject's name, a unit's, an id; a sign of a pattern is itself.
    (ResultFilter(), "局长", [4]), (ResultFilter(), "财政", [3, 4, 5]), (ResultFilter(), "p3", [2]), (ResultFilter(), "%", []),
    (ResultFilter(statuses: [.exempt]), "张三", [3]), (ResultFilter(), "'", []),
  ])
  func filters(filter: ResultFilter, search: String, kept: [Int]) async throws {
    try await reading { reader, run in
      for limit in [1, 2, 20] {
        let names = try await pages(reader, run, filter, search: search, limit: limit).joined().map(name)
        #expect(names == kept.map { Self.all[$0] })
      }
      let rows = try await reader.page(of: run, filter, search: search, limit: 20).rows
      let counts = try await reader.counts(of: run, filter, search: search)
      for status in Status.allCases {
        let shown = rows.count { $0.status == status }
        #expect(counts[status] == shown, "\(status)")
      }
    }
  }

  @Test func runsFiguresAndUnits() async throws {
    try await reading { reader, run in
      let runs = try await reader.runs(of: "alpha")
      #expect(runs.map(\.run) == [run])
      #expect(runs[0].hasResults && runs[0].evaluatedBy == "tests")
      let (others, none) = (try await reader.runs(of: "alpha", policy: "beta"), try await reader.runs(of: "alpha", limit: 0))
      #expect(others.isEmpty && none.isEmpty)
      let alpha = try PlantedCities.city("alpha")
      let judged = try #require(try await reader.judged(alpha, asOf: PlantedCities.asOf))
      #expect(judged.run == run && judged.runLastYear == nil)
      // Reading judges nothing.
      let before = try await reader.judged(alpha, asOf: PlantedCities.lastYear)
      let stored = try await reader.runs(of: "alpha")
      #expect(before == nil && stored.count == 1)
      let figures = try await reader.figures(of: judged)
      #expect(figures.total == Tally(met: 2, unmet: 2, exempt: 1, noData: 1, info: 3))
      #expect(Set(figures.domains.map(\.domain)) == [.training, .talks, .rotation])
      let units = try await reader.units(of: run)
      #expect(units.map(\.id) == ["U3", "U2", ""])
      #expect(units.map(\.depth) == [2, 1, 0])
      let ids = units[1].tallies.map { figures.indicators[$0.indicator].indicator.id }
      #expect(ids == ["alpha.1.talk", "alpha.2.rotation", "alpha.2.share"])
      #expect(units.map(\.total.judged) == [1, 3, 2])
    }
  }

  /// A run that another has taken the place of stays on record, and shows no results: neither its own nor the other's.
  @Test func whatWasReplacedIsRefused() async throws {
    try await reading { reader, run in
      let connection = try await TestDatabase.current.connect()
      let (again, _) = try await connection.alphaRun(afresh: true)
      await connection.close()
      let replaced = ResultsError.replaced(city: "alpha", asOf: PlantedCities.asOf)
      await #expect(throws: replaced) { try await reader.page(of: run, limit: 1) }
      await #expect(throws: replaced) { try await reader.counts(of: run) }
      await #expect(throws: replaced) { try await reader.units(of: run) }
      let rows = try await reader.page(of: again, limit: 20).rows
      #expect(rows.count == Self.all.count)
      let runs = try await reader.runs(of: "alpha")
      #expect(runs.map(\.run.id) == [again.id, run.id])
      #expect(runs.map(\.hasResults) == [true, false])
    }
  }

  @Test func aPolicyThatTheProgramDoesNotHave() async throws {
    try await reading { reader, run in
      let other = ResultsReader(
        pool: reader.pool, library: try PolicyLibrary([], cities: []) { _ in nil }, language: .english)
      await #expect(throws: ResultsError.unknownPolicy("alpha")) { try await other.page(of: run, limit: 1) }
    }
  }
}
