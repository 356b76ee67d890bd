public import CadreModel
public import Evaluation
import Files
import PolicyKit
public import PostgresClient

/// Makes all reports at once: the overview, and the report on each city that has handed in anything.
public struct AllReportsMaker: Sendable {
  public let evaluator: Evaluator

  public init(evaluator: Evaluator) {
    self.evaluator = evaluator
  }

  /// Writes the files of the overview into a folder and those of each city below it, from the same runs; each report
  /// whole or not at all. Where a report of another date lies in one of these places, all go below a sub-folder named after
  /// theirs.
  ///
  /// - Parameters:
  ///   - province: first two digits of a region code; nil for all.
  ///   - afresh: judges all again, also what was judged on the present data.
  ///   - second: another connection to the same database, of the same rights, that helps to judge and to read.
  ///   - progress: told each city that is judged.
  /// - Returns: the reports, the overview first.
  /// - Throws: `DestinationError`, before anything is done; `EvaluationError`, `OutputError`, `PostgresError`.
  public func write(
    asOf: Day, province: String? = nil, afresh: Bool = false, language: Language, to folder: String,
    on connection: PostgresConnection, and second: PostgresConnection, progress: (City) -> Void = { _ in }
  ) async throws -> [WrittenReport] {
    let overviews = OverviewMaker(evaluator: evaluator)
    let cities = CityReportMaker(evaluator: evaluator)
    let root = try root(below: folder, asOf: asOf, province: province)
    return try await evaluator.judging(
      overviews.cities(of: province, asOf: asOf), asOf: asOf, afresh: afresh, on: [connection, second], finished: progress
    ) { judged in
      let overview = try await overviews.overview(of: judged, asOf: asOf, province: province, on: connection)
      async let overviewWritten = overview.write(
        to: ReportPlace(root: root, folder: root), language: language)
      var written: [WrittenReport] = []
      let delivered = Set(overview.cities.filter(\.hasDelivered).map(\.city))
      for city in judged where delivered.contains(city.city) {
        let place = ReportPlace(
          root: root, folder: ReportPlace.join(root, CityReportMaker.folder(of: city.city)))
        written.append(
          try await cities.write(city, language: language, to: place, on: connection, and: second))
      }
      return [try await overviewWritten] + written
    }
  }

  /// The folder below which all reports go.
  private func root(below folder: String, asOf: Day, province: String?) throws(DestinationError) -> String {
    let cities = OverviewMaker(evaluator: evaluator).cities(of: province, asOf: asOf).map { city in
      (folder: CityReportMaker.folder(of: city.city), subject: CityReportMaker.subject(city, asOf: asOf))
    }
    return try ReportPlace.root(
      for: [("", Overview.subject(asOf: asOf, province: province))] + cities, below: folder)
  }
}
