public import Audit
public import CadreModel
public import Files
import Messages
public import PolicyKit
public import PostgresClient
public import Results
import Workbook

/// Makes the report that compares cities duty by duty, from what they were judged to be under their own and under the others'
/// policies.
public struct ComparisonMaker: Sendable {
  public let asOf: Day
  /// Each under its own policy, also those whose policy is not in force yet.
  public let cities: [CityUnderPolicy]
  private let duties: SharedDuties
  private let language: Language
  private let forms: ReportForms
  private let subject: ReportSubject
  private let place: ReportPlace

  /// The report goes into `comparison` below a folder; into a sub-folder of it named after the date where another report lies
  /// there.
  ///
  /// - Parameters:
  ///   - library: whose cities are compared.
  ///   - province: first two digits of a region code; nil for all.
  /// - Throws: `DestinationError`, before anything is done.
  public init(
    library: PolicyLibrary, _ duties: SharedDuties, asOf: Day, province: String? = nil, language: Language, to folder: String,
    _ forms: ReportForms = .standard
  ) throws(DestinationError) {
    self.asOf = asOf
    self.duties = duties
    self.language = language
    self.forms = forms
    cities = OverviewMaker(library: library, asOf: asOf, province: province).cities
    subject = ReportSubject(
      report: "comparison", asOf: asOf, scope: province,
      files: forms.files(
        tables: [ComparisonTables.rows, ComparisonTables.yardstick], workbook: "comparison", page: "comparison"))
    place = try ReportPlace(of: subject, in: "comparison", below: folder)
  }

  /// Each city that is judged at the date under every other city's policy.
  public var underOthers: [CityUnderPolicy] {
    var policies: [Policy] = []
    let cities = cities.filter { $0.isInForce(on: asOf) }
    for city in cities where !policies.contains(where: { $0.code == city.policy.code }) { policies.append(city.policy) }
    return cities.flatMap { city in
      policies.filter { $0.code != city.policy.code }.map { policy in
        CityUnderPolicy(city: city.city, policy: policy, since: policy.configuration.effectiveOn, isOwn: false)
      }
    }
  }

  /// Writes `comparison.csv` and `yardstick.csv`, `comparison.xlsx`, `comparison.html`, `comparison.pdf`, those that are asked
  /// for, and `about.json`.
  ///
  /// - Parameters:
  ///   - own: the cities under their own policies.
  ///   - others: the same under others.
  ///   - author: who the log says hands it out.
  /// - Throws: `AuditError.notAppended`, `ResultsError.replaced`, `OutputError`, `WorkbookWritingError`, `PostgresError`, `RenderingError`.
  public nonisolated(nonsending) func write(
    _ own: [JudgedCity], others: [JudgedCity], by author: AuditAuthor, on pool: ConnectionPool
  ) async throws -> WrittenReport {
    let comparison = try await pool.withConnection { connection in
      try await ComparisonReader(duties.all).comparison(of: own, others: others, asOf: asOf, on: connection)
    }
    let tables = ComparisonTables(comparison: comparison, readings: forms.readings, language: language)
    let draft = try ReportDraft(place: place)
    var rows = try tables.rowTable()
    try draft.add(ComparisonTables.rows, rows.take(), rows: rows.rows)
    var yardstick = tables.yardstickTable()
    try draft.add(ComparisonTables.yardstick, yardstick.take(), rows: yardstick.rows)
    let page = PrintedPage(
      name: "comparison", html: try ComparisonPage(tables: tables, parts: PageParts(language: language)).html, header: header,
      language: language)
    let unprinted = try await draft.add(page, in: forms) { try writeWorkbook(comparison, in: $0) }
    let finished = try draft.finish(
      about: About(
        of: subject, language: language, province: subject.scope, cities: comparison.cities,
        notInEffect: cities.filter { !$0.isInForce(on: asOf) }, alsoOf: others.map(\.run)),
      cities: comparison.cities.map(\.city), warnings: comparison.cities.flatMap(\.namedWarnings), unprinted: unprinted)
    return try await pool.withConnection { try await finished.handOut(by: author, on: $0) }
  }

  private var header: PageHeader {
    PageHeader(unit: cities.map(\.city.label).joined(by: Punctuation.listSeparator), asOf: asOf)
  }

  private func writeWorkbook(_ comparison: DutyComparison, in room: DraftFolder) throws {
    let book = try ReportWorkbook(
      path: "\(room.path)/comparison.xlsx", folder: room.path, title: ComparisonMessages.title.text(in: language),
      header: header, language: language)
    let cover = try book.addPlainSheet(book.name(ReportWorkbookMessages.cover), widths: Cover.widths)
    let sheets = [
      (ComparisonMessages.title, ComparisonTables.rows, ComparisonTables.rowColumns),
      (ComparisonMessages.yardstick, ComparisonTables.yardstick, ComparisonTables.yardstickColumns),
    ]
    let written = try sheets.map { name, file, columns in
      let sheet = try book.addSheet(book.name(name), columns, frozenColumns: 5)
      try book.write(TableFile(path: "\(room.path)/\(file)", columns: columns, language: language), into: sheet)
      return sheet
    }
    var contents = Cover(ComparisonMessages.title)
    contents.add(ReportWorkbookMessages.unit, header.unit.text(in: language))
    contents.add(ReportWorkbookMessages.asOf, asOf)
    contents.add(ReportWorkbookMessages.newestData, comparison.cities.compactMap(\.newestFact).max())
    contents.addContents(of: written)
    let notes = [ComparisonMessages.reading(verdicts: DutyOfCity.verdictsForRank), ComparisonMessages.yardstickReading]
    contents.add(ReportWorkbookMessages.warnings, sentences: notes.map { $0.text(in: language) })
    for city in comparison.cities { contents.addRun(of: city, language) }
    contents.addMissingTables(of: comparison.cities, language)
    contents.addChanges(of: comparison.cities, language)
    try contents.write(to: cover, language)
    _ = try book.writer.close()
  }
}
