public import Audit
public import CadreModel
public import PolicyKit
public import PostgresClient
public import Quality
import Results

/// Looks through a city's data, and writes what is doubtful in them.
public struct QualityReportMaker: Sendable {
  public let city: CityUnderPolicy
  public let asOf: Day

  public init(_ city: CityUnderPolicy, asOf: Day) {
    self.city = city
    self.asOf = asOf
  }

  /// What is doubtful, without a file.
  ///
  /// - Parameter author: who the log says it is shown to.
  /// - Throws: `AuditError.notAppended`, `PostgresError`.
  public func report(by author: AuditAuthor, on connection: PostgresConnection) async throws -> QualityReport {
    let report = try await connection.withTransaction(about: city.city.code, .snapshot) { connection in
      try await QualityReader(city, asOf: asOf, on: connection).read()
    }
    var entry = AuditEntry(.report, cities: [city.city.code], asOf: asOf)
    entry.policy = city.policy.code
    try await AuditLog(author: author).append(entry, on: connection)
    return report
  }

  /// Writes `quality.csv`, `quality.html` and `about.json` into a folder; into a sub-folder of it named after the date where
  /// another report lies there.
  ///
  /// - Parameter author: who the log says hands it out.
  /// - Throws: `DestinationError`, before anything is done; `AuditError.notAppended`, `OutputError`, `PostgresError`.
  public func write(
    to folder: String, language: Language, by author: AuditAuthor, on connection: PostgresConnection
  ) async throws -> (QualityReport, WrittenReport) {
    let subject = ReportSubject(
      report: "quality", asOf: asOf, scope: city.city.code, files: QualityFiles.names + [About.fileName])
    let place = try ReportPlace(of: subject, in: "", below: folder)
    let (report, finished) = try await connection.withTransaction(about: city.city.code, .snapshot) { connection in
      let draft = try ReportDraft(place: place)
      let files = QualityFiles(reader: QualityReader(city, asOf: asOf, on: connection), language: language)
      let report = try await files.write(to: draft)
      let about = About(of: subject, language: language, cities: [], newest: report.newest)
      return (report, try draft.finish(about: about, cities: [city.city], policy: city.policy.code, warnings: []))
    }
    return (report, try await finished.handOut(by: author, on: connection))
  }
}
