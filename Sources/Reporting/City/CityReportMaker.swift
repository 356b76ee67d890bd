public import Audit
public import CadreModel
public import Files
public import PolicyKit
public import PostgresClient
public import Results

/// Makes the report on one city from what it was judged to be: reads and writes.
public struct CityReportMaker: Sendable {
  public let city: CityUnderPolicy
  public let asOf: Day
  public let language: Language
  private let place: ReportPlace
  private let forms: ReportForms
  private let dates: TrendDates

  /// The report goes into `city/<city>` below a folder; into a sub-folder of it named after the date where another report
  /// lies there.
  ///
  /// - Throws: `DestinationError`, before anything is done.
  public init(
    _ city: CityUnderPolicy, asOf: Day, language: Language, to folder: String, _ forms: ReportForms = .standard,
    months: Int = TrendDates.usualMonths
  ) throws(DestinationError) {
    self.init(
      city, asOf: asOf, language: language,
      to: try ReportPlace(of: Self.subject(city, asOf: asOf, forms), in: Self.folder(of: city.city), below: folder), forms,
      months: months)
  }

  init(
    _ city: CityUnderPolicy, asOf: Day, language: Language, to place: ReportPlace, _ forms: ReportForms, months: Int
  ) {
    dates = TrendDates(upTo: asOf, months: months)
    self.city = city
    self.asOf = asOf
    self.language = language
    self.place = place
    self.forms = forms
  }

  /// Writes `summary.csv`, `statistics.csv`, `units.csv`, `exceptions.csv`, `due.csv` and `trend.csv`, `<city>.xlsx`, `dashboard.html`,
  /// `dashboard.pdf`, `quality.csv` and `quality.html`, those that are asked for, and `about.json`, from one view of the data. A page that cannot be printed
  /// holds up none of the others: the report says why.
  ///
  /// - Parameters:
  ///   - author: who the log says hands it out.
  ///   - pool: of two connections at least, which read at once.
  /// - Throws: `AuditError.notAppended`, and nothing is handed out; `ResultsError.replaced`, `OutputError`,
  ///   `WorkbookWritingError`, `PostgresError`.
  public nonisolated(nonsending) func write(
    _ judged: JudgedCity, by author: AuditAuthor, on pool: ConnectionPool
  ) async throws -> WrittenReport {
    let report = try await finish(judged, on: pool)
    return try await pool.withConnection { try await report.handOut(by: author, on: $0) }
  }

  /// Writes the files, and hands nothing out yet.
  nonisolated(nonsending) func finish(_ judged: JudgedCity, on pool: ConnectionPool) async throws -> FinishedReport {
    try await pool.withConnection { connection in
      try await judged.reading(on: connection) { figures, indicators, connection in
        let snapshot = try await connection.shareSnapshot()
        return try await pool.withConnection { second in
          try await second.withTransaction(about: judged.city.code, .snapshot(of: snapshot)) { second in
            let files = CityReportFiles(
              reader: CityReportReader(figures: figures, indicators: indicators, language: language, connection: connection),
              second: CityReportReader(figures: figures, indicators: indicators, language: language, connection: second),
              forms: forms, trend: try await TrendReader(connection: connection).trend(of: judged, dates))
            return try await files.write(to: place)
          }
        }
      }
    }
  }

  /// What a report on a city is, beside others.
  static func subject(_ city: CityUnderPolicy, asOf: Day, _ forms: ReportForms = .standard) -> ReportSubject {
    ReportSubject(
      report: "city", asOf: asOf, scope: city.isOwn ? city.city.code : "\(city.city.code)-\(city.policy.code)",
      files: CityReportFiles.names(of: city.city, forms))
  }

  /// Where the report on a city goes, below the folder that the user named.
  static func folder(of city: City) -> String {
    "city/\(city.code)"
  }
}

extension CityReport {
  /// Reads the report as a value.
  ///
  /// - Throws: `ResultsError.replaced`, `PostgresError`.
  public init(of judged: JudgedCity, language: Language, on pool: ConnectionPool) async throws {
    self = try await pool.withConnection { connection in
      try await judged.reading(on: connection) { figures, indicators, connection in
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
