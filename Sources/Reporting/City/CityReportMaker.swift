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

  /// Writes `summary.csv`, `units.csv`, `exceptions.csv`, `due.csv`, `dashboard.html` and `about.json` into
  /// `city/<city>` below a folder, from one view of the data.
  ///
  /// - Parameters:
  ///   - afresh: judges again also what was judged on the present data.
  ///   - second: another connection to the same database, of the same rights, that helps to judge and to read.
  /// - Returns: the text of `about.json`; nil before the policy is in effect: then nothing is written.
  /// - Throws: `EvaluationError`, `OutputError`, `PostgresError`.
  public func write(
    city: City, policy: Policy, asOf: Day, afresh: Bool = false, language: Language, to folder: String,
    on connection: PostgresConnection, and second: PostgresConnection
  ) async throws -> [UInt8]? {
    try await evaluator.judging(
      [(city, policy)], asOf: asOf, afresh: afresh, on: [connection, second]
    ) { judged in
      guard let judged = judged.first else { return nil }
      return try await write(judged, language: language, to: folder, on: connection, and: second)
    }
  }

  /// Writes the report on a city that is judged.
  nonisolated(nonsending) func write(
    _ judged: JudgedCity, language: Language, to folder: String, on connection: PostgresConnection,
    and second: PostgresConnection
  ) async throws -> [UInt8] {
    try await judged.reading(on: connection) { figures, indicators, connection in
      return try await second.withTransaction(
        about: judged.city.code, .snapshot(of: connection.shareSnapshot())
      ) { second in
        let files = CityReportFiles(
          reader: CityReportReader(figures: figures, indicators: indicators, language: language, connection: connection),
          second: CityReportReader(figures: figures, indicators: indicators, language: language, connection: second))
        return try await files.write(to: Self.folder(of: judged.city, below: folder))
      }
    }
  }

  /// Where the report on a city goes.
  public static func folder(of city: City, below folder: String) -> String {
    "\(folder)/city/\(city.code)"
  }

  /// The report as a value; nil before the policy is in effect.
  public func report(
    city: City, policy: Policy, asOf: Day, language: Language, on connection: PostgresConnection
  ) async throws -> CityReport? {
    try await evaluator.judging([(city, policy)], asOf: asOf, afresh: false, on: [connection]) { judged in
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
