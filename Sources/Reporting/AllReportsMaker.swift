public import Audit
public import CadreModel
public import Files
public import PolicyKit
public import PostgresClient
public import Results

/// Makes all reports at once from what cities were judged to be: the overview, and the report on each city that has handed
/// in anything.
public struct AllReportsMaker: Sendable {
  private let overviews: OverviewMaker
  private let language: Language
  private let forms: ReportForms
  private let months: Int
  /// The folder below which all reports go.
  private let root: String

  /// The files of the overview go into a folder and those of each city below it. Where a report of another date lies in one
  /// of these places, all go below a sub-folder named after theirs.
  ///
  /// - Parameters:
  ///   - library: whose cities the reports are on.
  ///   - province: first two digits of a region code; nil for all.
  ///   - months: over how many the trends go; the ends of months that were not judged are left out.
  /// - Throws: `DestinationError`, before anything is done.
  public init(
    library: PolicyLibrary, asOf: Day, province: String? = nil, language: Language, to folder: String,
    _ forms: ReportForms = .standard, months: Int = TrendDates.usualMonths
  ) throws(DestinationError) {
    overviews = OverviewMaker(library: library, asOf: asOf, province: province, months: months)
    self.language = language
    self.forms = forms
    self.months = months
    let subjects = overviews.cities.map { city in
      (folder: CityReportMaker.folder(of: city.city), subject: CityReportMaker.subject(city, asOf: asOf, forms))
    }
    root = try ReportPlace.root(
      for: [("", Overview.subject(asOf: asOf, province: province, forms))] + subjects, below: folder)
  }

  /// The cities that the reports are on, each under its own policy, also those whose policy is not in force yet.
  public var cities: [CityUnderPolicy] { overviews.cities }

  /// Writes the reports, all from the same runs, each whole or not at all.
  ///
  /// - Parameters:
  ///   - author: who the log says hands them out.
  ///   - pool: of two connections at least, which read at once.
  /// - Returns: the reports, the overview first.
  /// - Throws: `AuditError.notAppended`, `ResultsError.replaced`, `OutputError`, `PostgresError`.
  public nonisolated(nonsending) func write(
    _ judged: [JudgedCity], by author: AuditAuthor, on pool: ConnectionPool
  ) async throws -> [WrittenReport] {
    var written: [WrittenReport] = []
    for report in try await finish(judged, on: pool) {
      written.append(try await pool.withConnection { try await report.handOut(by: author, on: $0) })
    }
    return written
  }

  /// Writes the files of all reports, and hands nothing out yet.
  nonisolated(nonsending) func finish(_ judged: [JudgedCity], on pool: ConnectionPool) async throws -> [FinishedReport] {
    let overview = try await overviews.overview(of: judged, on: pool)
    let (root, language, forms) = (root, language, forms)
    async let overviewFinished = overview.finish(at: ReportPlace(root: root, folder: root), language: language, forms)
    var finished: [FinishedReport] = []
    let delivered = Set(overview.cities.filter(\.hasDelivered).map(\.city))
    for city in judged where delivered.contains(city.city) {
      let place = ReportPlace(root: root, folder: ReportPlace.join(root, CityReportMaker.folder(of: city.city)))
      let maker = CityReportMaker(city.under, asOf: overviews.asOf, language: language, to: place, forms, months: months)
      finished.append(try await maker.finish(city, on: pool))
    }
    return [try await overviewFinished] + finished
  }
}
