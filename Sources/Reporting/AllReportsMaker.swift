public import CadreModel
public import Evaluation
import PolicyKit
public import PostgresClient

/// Makes all reports at once: the overview, and the report on each city that has handed in anything.
public struct AllReportsMaker: Sendable {
  public let evaluator: Evaluator

  public init(evaluator: Evaluator) {
    self.evaluator = evaluator
  }

  /// A report that was written.
  public struct Written: Sendable {
    public let folder: String
    /// The text of its `about.json`.
    public let about: [UInt8]
  }

  /// Writes the files of the overview into a folder and those of each city below it, from the same runs; each report
  /// whole or not at all.
  ///
  /// - Parameters:
  ///   - province: first two digits of a region code; nil for all.
  ///   - afresh: judges all again, also what was judged on the present data.
  ///   - second: another connection to the same database, of the same rights, that helps to judge and to read.
  ///   - progress: told each city that is judged.
  /// - Returns: the reports, the overview first.
  /// - Throws: `EvaluationError`, `OutputError`, `PostgresError`.
  public func write(
    asOf: Day, province: String? = nil, afresh: Bool = false, language: Language, to folder: String,
    on connection: PostgresConnection, and second: PostgresConnection, progress: (City) -> Void = { _ in }
  ) async throws -> [Written] {
    let overviews = OverviewMaker(evaluator: evaluator)
    let cities = CityReportMaker(evaluator: evaluator)
    return try await evaluator.judging(
      overviews.cities(of: province), asOf: asOf, afresh: afresh, on: [connection, second], finished: progress
    ) { judged in
      let overview = try await overviews.overview(of: judged, asOf: asOf, province: province, on: connection)
      async let overviewWritten = Written(folder: folder, about: overview.write(to: folder, language: language))
      var written: [Written] = []
      let delivered = Set(overview.cities.filter(\.hasDelivered).map(\.city))
      for city in judged where delivered.contains(city.city) {
        written.append(
          Written(
            folder: CityReportMaker.folder(of: city.city, below: folder),
            about: try await cities.write(city, language: language, to: folder, on: connection, and: second)))
      }
      return [try await overviewWritten] + written
    }
  }
}
