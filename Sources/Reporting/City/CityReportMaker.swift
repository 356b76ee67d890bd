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
  /// - Returns: the text of `about.json`; nil before the policy is in effect: then nothing is written.
  /// - Throws: `EvaluationError`, `OutputError`, `PostgresError`.
  public func write(
    city: City, policy: Policy, asOf: Day, language: Language, to folder: String, on connection: PostgresConnection
  ) async throws -> [UInt8]? {
    guard
      let figures = try await CityFigures.evaluated(
        city: city, policy: policy, asOf: asOf, by: evaluator, on: connection)
    else { return nil }
    return try await connection.withTransaction(about: city.code, .snapshot) { connection in
      let reader = try await reader(figures, language, connection)
      let files = CityReportFiles(figures: figures, reader: reader, language: language)
      return try await files.write(to: "\(folder)/city/\(city.code)")
    }
  }

  /// The report as a value; nil before the policy is in effect.
  public func report(
    city: City, policy: Policy, asOf: Day, language: Language, on connection: PostgresConnection
  ) async throws -> CityReport? {
    guard
      let figures = try await CityFigures.evaluated(
        city: city, policy: policy, asOf: asOf, by: evaluator, on: connection)
    else { return nil }
    return try await connection.withTransaction(about: city.code, .snapshot) { connection in
      let reader = try await reader(figures, language, connection)
      let names = try await reader.names()
      return CityReport(
        figures: figures, units: try await reader.units(),
        exceptions: try await reader.copyExceptions(into: nil, names), due: try await reader.copyDue(into: nil, names))
    }
  }

  private func reader(
    _ figures: CityFigures, _ language: Language, _ connection: PostgresConnection
  ) async throws -> CityReportReader {
    CityReportReader(
      figures: figures,
      indicators: try await FiguresReader(connection: connection).indicators(of: figures.run, policy: figures.policy),
      language: language, connection: connection)
  }
}
