public import CadreModel
public import PolicyKit
public import PostgresClient

/// What was judged, read for people: runs, figures, units, and results a page at a time. Judges nothing.
///
///     let reader = ResultsReader(pool: pool, library: library, language: .chinese)
///     guard let judged = try await reader.judged(city, asOf: day) else { … }
///     let figures = try await reader.figures(of: judged)
///     var page = try await reader.page(of: judged.run, ResultFilter(statuses: [.unmet]), limit: 50)
///     while let next = page.next { page = try await reader.page(of: judged.run, …, after: next, limit: 50) }
///
/// Each call reads in a transaction of its own, about the city alone, on a connection of the pool. What is of a run that
/// another has taken the place of meanwhile is refused with `ResultsError.replaced`, never mixed.
public struct ResultsReader: Sendable {
  public let pool: ConnectionPool
  public let library: PolicyLibrary
  public let language: Language

  /// - Parameters:
  ///   - library: the policies whose runs are read.
  ///   - language: of sentences and of names that stand in two.
  public init(pool: ConnectionPool, library: PolicyLibrary, language: Language) {
    self.pool = pool
    self.library = library
    self.language = language
  }

  // MARK: Runs

  /// The runs of a city, the newest first, also those whose results are gone.
  ///
  /// - Parameters:
  ///   - policy: under which they judged; nil for any.
  ///   - limit: at most so many.
  /// - Throws: `PostgresError`.
  public func runs(of city: String, policy: String? = nil, limit: Int = 100) async throws -> [RecordedRun] {
    try await reading(city) { try await RunReader(connection: $0).runs(of: city, policy: policy, limit: limit) }
  }

  /// What a city was judged to be under a policy at a date, and on the same day of last year.
  ///
  /// - Returns: nil where it was not judged at the date.
  /// - Throws: `PostgresError`.
  public func judged(_ city: CityUnderPolicy, asOf: Day) async throws -> JudgedCity? {
    let (code, policy) = (city.city.code, city.policy.code)
    let scenario = library.scenario(of: policy)
    return try await reading(code) { connection in
      let reader = RunReader(connection: connection)
      guard let run = try await reader.latest(city: code, policy: policy, scenario: scenario, asOf: asOf) else { return nil }
      return JudgedCity(
        city, run: run,
        runLastYear: try await reader.latest(
          city: code, policy: policy, scenario: scenario, asOf: JudgedCity.lastYear(of: asOf)),
        parameters: ParameterSource(of: city, in: library))
    }
  }

  // MARK: Figures

  /// The figures of a city, by indicator; `CityFigures.domains` sums them up by field of work.
  ///
  /// - Throws: `ResultsError.replaced`, `PostgresError`.
  public func figures(of judged: JudgedCity) async throws -> CityFigures {
    try await pool.withConnection { connection in
      try await judged.reading(on: connection) { figures, _, _ in figures }
    }
  }

  /// The units that have verdicts, in tree order; last, where there are any, those that are no unit's. Their tallies name
  /// indicators by their position in the city's figures.
  ///
  /// - Throws: `ResultsError`, `PostgresError`.
  public func units(of run: Run) async throws -> [UnitFigures] {
    try await reading(run) { indicators, connection in
      try await UnitReader(run: run, indicators: indicators, connection: connection).units()
    }
  }

  /// The city at the ends of months before its run, those at which it was judged. Nothing is judged for it.
  ///
  /// - Parameter withUnits: counts by unit, too, where a date's results are still stored.
  /// - Throws: `ResultsError.replaced`, `PostgresError`.
  public func trend(of judged: JudgedCity, _ dates: TrendDates, withUnits: Bool = false) async throws -> CityTrend {
    try await pool.withConnection { connection in
      try await judged.reading(on: connection) { _, _, connection in
        try await TrendReader(connection: connection).trend(of: judged, dates, withUnits: withUnits)
      }
    }
  }

  // MARK: Results

  /// So many results of a run after a key, in catalogue order, then by subject, period and class.
  ///
  /// - Parameters:
  ///   - search: part of the subject's id or name, or of the unit's name, whatever the case; empty for all.
  ///   - key: the `next` of the page before, of the same filter; nil for the first page.
  ///   - limit: how many results a page has: what is kept in memory.
  /// - Throws: `ResultsError`, `PostgresError`.
  public func page(
    of run: Run, _ filter: ResultFilter = ResultFilter(), search: String = "", after key: ResultKey? = nil, limit: Int
  ) async throws -> ResultsPage {
    try await pages(of: run, filter, search) { try await $0.page(after: key, limit: limit) }
  }

  /// How many results of a run a filter keeps, by status.
  ///
  /// - Throws: `ResultsError`, `PostgresError`.
  public func counts(
    of run: Run, _ filter: ResultFilter = ResultFilter(), search: String = ""
  ) async throws -> Tally {
    try await pages(of: run, filter, search) { try await $0.counts() }
  }

  private func pages<T>(
    of run: Run, _ filter: ResultFilter, _ search: String,
    _ body: nonisolated(nonsending) (PageReader) async throws -> T
  ) async throws -> T {
    try await reading(run) { indicators, connection in
      try await body(
        PageReader(
          run: run, indicators: filter.kept(of: indicators), filter: filter, search: search, language: language,
          connection: connection))
    }
  }

  // MARK: Transactions

  private nonisolated(nonsending) func reading<T>(
    _ city: String, _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    try await pool.withConnection { connection in
      try await connection.withTransaction(about: city, .snapshot, body)
    }
  }

  private nonisolated(nonsending) func reading<T>(
    _ run: Run, _ body: nonisolated(nonsending) ([RunIndicator], PostgresConnection) async throws -> T
  ) async throws -> T {
    guard let policy = library.policy(run.policy) else { throw ResultsError.unknownPolicy(run.policy) }
    return try await pool.withConnection { connection in
      try await connection.withResults(of: [run], in: run.city) { connection in
        try await body(try await FiguresReader(connection: connection).indicators(of: run, policy: policy), connection)
      }
    }
  }
}
