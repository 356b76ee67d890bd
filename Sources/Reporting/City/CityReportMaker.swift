public import CadreModel
public import Evaluation
public import PolicyKit
public import PostgresClient

/// Makes the report on one city: judges it if need be, reads, writes.
public struct CityReportMaker: Sendable {
  public let evaluator: Evaluator

  public init(evaluator: Evaluator) {
    self.evaluator = evaluator
  }

  /// Writes `summary.csv`, `statistics.csv`, `units.csv`, `exceptions.csv`, `due.csv`, `dashboard.html`, `quality.csv`,
  /// `quality.html` and `about.json` into `city/<city>` below a folder, from one view of the data; into a sub-folder of it named
  /// after the date where another report lies there.
  ///
  /// - Parameters:
  ///   - afresh: judges again also what was judged on the present data.
  ///   - second: another connection to the same database, of the same rights, that helps to judge and to read.
  /// - Returns: nil before the city is judged under the policy: then nothing is written.
  /// - Throws: `DestinationError`, before anything is done; `EvaluationError`, `OutputError`, `PostgresError`.
  public func write(
    _ city: CityUnderPolicy, asOf: Day, afresh: Bool = false, language: Language, to folder: String,
    on connection: PostgresConnection, and second: PostgresConnection
  ) async throws -> WrittenReport? {
    let place = try ReportPlace(
      of: Self.subject(city, asOf: asOf), in: Self.folder(of: city.city), below: folder)
    return try await evaluator.judging([city], asOf: asOf, afresh: afresh, on: [connection, second]) { judged in
      guard let judged = judged.first else { return nil }
      return try await write(judged, language: language, to: place, on: connection, and: second)
    }
  }

  /// What a report on a city is, beside others.
  static func subject(_ city: CityUnderPolicy, asOf: Day) -> ReportSubject {
    ReportSubject(
      report: "city", asOf: asOf, scope: city.isOwn ? city.city.code : "\(city.city.code)-\(city.policy.code)",
      files: CityReportFiles.names)
  }

  /// Writes the report on a city that is judged.
  nonisolated(nonsending) func write(
    _ judged: JudgedCity, language: Language, to place: ReportPlace, on connection: PostgresConnection,
    and second: PostgresConnection
  ) async throws -> WrittenReport {
    try await judged.reading(on: connection) { figures, indicators, connection in
      return try await second.withTransaction(
        about: judged.city.code, .snapshot(of: connection.shareSnapshot())
      ) { second in
        let files = CityReportFiles(
          reader: CityReportReader(figures: figures, indicators: indicators, language: language, connection: connection),
          second: CityReportReader(figures: figures, indicators: indicators, language: language, connection: second))
        return try await files.write(to: place)
      }
    }
  }

  /// Where the report on a city goes, below the folder that the user named.
  static func folder(of city: City) -> String {
    "city/\(city.code)"
  }

  /// The report as a value; nil before the city is judged under the policy.
  public func report(
    _ city: CityUnderPolicy, asOf: Day, language: Language, on connection: PostgresConnection
  ) async throws -> CityReport? {
    try await evaluator.judging([city], asOf: asOf, afresh: false, on: [connection]) { judged in
      try await judged.first?.reading(on: connection) { figures, indicators, connection in
        let reader = CityReportReader(
          figures: figures, indicators: indicators, language: language, connection: connection)
        let names = try await reader.names()
        var exceptions = reader.exceptions.writer(names, picking: CityReport.firstExceptions)
        try await exceptions.copy(reader.exceptions.chunks(on: connection), into: nil)
        var due = reader.due.writer(names, picking: CityReport.firstDue)
        try await due.copy(reader.due.chunksByDueDate(on: connection), into: nil)
        return CityReport(
          figures: figures, units: try await reader.units(), exceptions: exceptions.copied, due: due.copied)
      }
    }
  }
}
