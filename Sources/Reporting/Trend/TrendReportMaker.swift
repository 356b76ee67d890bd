public import Audit
public import CadreModel
public import Files
import Messages
public import PolicyKit
public import PostgresClient
public import Results
import Workbook

/// Makes the report on cities over time from what they were judged to be.
public struct TrendReportMaker: Sendable {
  public let cities: [CityUnderPolicy]
  public let dates: TrendDates
  private let levels: Set<TrendLevel>
  private let unit: String?
  private let language: Language
  private let place: ReportPlace
  private let forms: ReportForms
  private let subject: ReportSubject

  /// The report goes into `trend` below a folder; into a sub-folder of it named after the date where another report lies
  /// there.
  ///
  /// - Parameters:
  ///   - named: whether these cities alone were asked for; a report on all is another.
  ///   - unit: the id of the unit that is wanted, with those below it; nil for all.
  /// - Throws: `DestinationError`, before anything is done.
  public init(
    _ cities: [CityUnderPolicy], _ dates: TrendDates, _ levels: Set<TrendLevel> = TrendLevel.usual, named: Bool,
    unit: String? = nil,
    language: Language, to folder: String, _ forms: ReportForms = .standard
  ) throws(DestinationError) {
    self.cities = cities
    self.dates = dates
    self.levels = levels
    self.unit = unit
    self.language = language
    self.forms = forms
    subject = ReportSubject(
      report: "trend", asOf: dates.asOf,
      scope: named ? (cities.map(\.city.code) + (unit.map { [$0] } ?? [])).joined(separator: "-") : nil,
      files: forms.files(tables: [TrendTable.file], workbook: "trend", page: "trend"))
    place = try ReportPlace(of: subject, in: "trend", below: folder)
  }

  /// Writes `trend.csv`, `trend.xlsx`, `trend.html`, `trend.pdf`, those that are asked for, and `about.json`.
  ///
  /// - Parameter author: who the log says hands it out.
  /// - Throws: `AuditError.notAppended`, `ResultsError.replaced`, `OutputError`, `WorkbookWritingError`, `PostgresError`.
  public nonisolated(nonsending) func write(
    _ judged: [JudgedCity], by author: AuditAuthor, on pool: ConnectionPool
  ) async throws -> WrittenReport {
    var trends: [CityTrend] = []
    var figures: [CityFigures] = []
    for city in judged {
      let read = try await pool.withConnection { connection in
        try await city.reading(on: connection) { figures, _, connection in
          (
            figures,
            try await TrendReader(connection: connection).trend(
              of: city, dates, withUnits: !levels.isDisjoint(with: TrendLevel.ofUnits), unit: unit)
          )
        }
      }
      figures.append(read.0)
      trends.append(read.1)
    }
    let draft = try ReportDraft(place: place)
    var table = TrendTable.table(trends, levels, language)
    try draft.add(TrendTable.file, table.take(), rows: table.rows)
    let page = PrintedPage(
      name: "trend",
      html: TrendPage(
        trends: trends, figures: figures, levels: levels, asOf: dates.asOf, ofOneBranch: unit != nil,
        parts: PageParts(language: language)
      ).html,
      header: header, language: language)
    let unprinted = try await draft.add(page, in: forms) { try writeWorkbook(trends, figures, in: $0) }
    let finished = try draft.finish(
      about: About(
        of: subject, language: language, cities: figures, notInEffect: cities.filter { !$0.isInForce(on: dates.asOf) },
        trends: trends), cities: figures.map(\.city),
      warnings: figures.flatMap(\.namedWarnings), unprinted: unprinted)
    return try await pool.withConnection { try await finished.handOut(by: author, on: $0) }
  }

  private var header: PageHeader {
    PageHeader(unit: cities.map(\.city.label).joined(by: Punctuation.listSeparator), asOf: dates.asOf)
  }

  private func writeWorkbook(_ trends: [CityTrend], _ figures: [CityFigures], in room: DraftFolder) throws {
    let book = try ReportWorkbook(
      path: "\(room.path)/trend.xlsx", folder: room.path, title: TrendMessages.title.text(in: language), header: header,
      language: language)
    let cover = try book.addPlainSheet(book.name(ReportWorkbookMessages.cover), widths: Cover.widths)
    let sheets = TrendSheets(trends: trends, language: language)
    let charted = try sheets.writeCities(in: book)
    let written = (charted.map { [$0] } ?? []) + (try sheets.writeAll(in: book, folder: room.path))
    var contents = Cover(TrendMessages.title)
    contents.add(ReportWorkbookMessages.unit, header.unit.text(in: language))
    contents.add(ReportWorkbookMessages.asOf, dates.asOf)
    contents.add(ReportWorkbookMessages.newestData, figures.compactMap(\.newestFact).max())
    contents.addContents(of: written)
    for city in figures { contents.addRun(of: city, language) }
    contents.add(ReportWorkbookMessages.warnings, sentences: figures.flatMap(\.namedWarnings).map { $0.text(in: language) })
    contents.addMissingTables(of: figures, language)
    try contents.write(to: cover, language)
    _ = try book.writer.close()
  }
}
