public import Audit
public import CadreModel
public import Files
import Messages
public import PolicyKit
public import PostgresClient
public import Results
import Workbook

/// Makes the page for a meeting from what cities were judged to be.
public struct BriefMaker: Sendable {
  public let cities: [CityUnderPolicy]
  private let asOf: Day
  private let language: Language
  private let forms: ReportForms
  private let subject: ReportSubject
  private let place: ReportPlace

  static let table = "brief.csv"

  static let columns = [
    TableColumn(.text, BriefMessages.sectionColumn), TableColumn(.text, ColumnHeadings.city),
    TableColumn(.identifier, TrendMessages.id), TableColumn(.words, BriefMessages.name),
    TableColumn(.text, BriefMessages.measure), TableColumn(.text, BriefMessages.value),
    TableColumn(.count, BriefMessages.sourceNumber), TableColumn(.sentence, BriefMessages.source),
  ]

  /// The page goes into `brief` below a folder; into a sub-folder of it where another one lies there.
  ///
  /// - Parameter named: whether these cities alone were asked for; a page on all is another.
  /// - Throws: `DestinationError`, before anything is done.
  public init(
    _ cities: [CityUnderPolicy], asOf: Day, named: Bool, language: Language, to folder: String, _ forms: ReportForms = .standard
  ) throws(DestinationError) {
    (self.cities, self.asOf, self.language, self.forms) = (cities, asOf, language, forms)
    subject = ReportSubject(
      report: "brief", asOf: asOf, scope: named ? cities.map(\.city.code).joined(separator: "-") : nil,
      files: forms.files(tables: [Self.table], workbook: "brief", page: "brief"))
    place = try ReportPlace(of: subject, in: "brief", below: folder)
  }

  /// Writes `brief.csv`, `brief.xlsx`, `brief.html` and `brief.pdf`, those that are asked for, and `about.json`.
  ///
  /// - Parameters:
  ///   - judged: with the same day of last year.
  ///   - author: who the log says hands it out.
  /// - Throws: `AuditError.notAppended`, `ResultsError.replaced`, `OutputError`, `WorkbookWritingError`, `PostgresError`.
  public nonisolated(nonsending) func write(
    _ judged: [JudgedCity], by author: AuditAuthor, on pool: ConnectionPool
  ) async throws -> WrittenReport {
    var briefs: [CityBrief] = []
    for city in judged {
      briefs.append(
        try await pool.withConnection { connection in
          try await city.reading(on: connection) { figures, indicators, connection in
            try await BriefReader(figures: figures, indicators: indicators, language: language, connection: connection).brief()
          }
        })
    }
    let content = BriefContent(briefs, asOf: asOf, language: language)
    let draft = try ReportDraft(place: place)
    var table = CSVTable(Self.columns, language: language)
    for row in content.rows { for cells in self.cells(row, content) { table.append(cells) } }
    try draft.add(Self.table, table.take(), rows: table.rows)
    let figures = briefs.map(\.figures)
    let page = PrintedPage(
      name: "brief", html: BriefPage(content: content, parts: PageParts(language: language)).html, header: nil,
      language: language, isLandscape: false)
    let unprinted = try await draft.add(page, in: forms) { try writeWorkbook(content, figures, in: $0) }
    let finished = try draft.finish(
      about: About(
        of: subject, language: language, cities: figures, notInEffect: cities.filter { !$0.isInForce(on: asOf) }),
      cities: figures.map(\.city), warnings: figures.flatMap(\.namedWarnings), unprinted: unprinted)
    return try await pool.withConnection { try await finished.handOut(by: author, on: $0) }
  }

  /// A row for each number.
  private func cells(_ row: BriefRow, _ content: BriefContent) -> [[String]] {
    zip(row.section.measures, row.numbers).map { measure, number in
      [
        row.section.heading.text(in: language), row.city.name(in: language), row.id,
        row.labels.dropFirst().joined(separator: " "), measure.text(in: language), number.text, String(number.source),
        content.sources[number.source - 1],
      ]
    }
  }

  private func writeWorkbook(_ content: BriefContent, _ figures: [CityFigures], in room: DraftFolder) throws {
    let header = PageHeader(unit: figures.map(\.city.label).joined(by: Punctuation.listSeparator), asOf: asOf)
    let book = try ReportWorkbook(
      path: "\(room.path)/brief.xlsx", folder: room.path, title: BriefMessages.title.text(in: language), header: header,
      language: language)
    let cover = try book.addPlainSheet(book.name(ReportWorkbookMessages.cover), widths: Cover.widths)
    let sheet = try book.addSheet(book.name(BriefMessages.title), Self.columns, frozenColumns: 2)
    try book.write(TableFile(path: "\(room.path)/\(Self.table)", columns: Self.columns, language: language), into: sheet)
    var contents = Cover(BriefMessages.title)
    contents.add(ReportWorkbookMessages.unit, header.unit.text(in: language))
    contents.add(ReportWorkbookMessages.asOf, asOf)
    contents.add(ReportWorkbookMessages.newestData, figures.compactMap(\.newestFact).max())
    contents.addContents(of: [sheet])
    contents.add(BriefMessages.sources, sentences: content.runs)
    contents.add(
      ReportWorkbookMessages.warnings,
      sentences: [BriefMessages.reading.text(in: language)] + figures.flatMap(\.namedWarnings).map { $0.text(in: language) })
    for city in figures { contents.addRun(of: city, language) }
    contents.addMissingTables(of: figures, language)
    try contents.write(to: cover, language)
    _ = try book.writer.close()
  }
}
