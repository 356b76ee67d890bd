public import Audit
public import CadreModel
import Messages
import PolicyKit
public import PostgresClient
public import Results
import Workbook

/// The files of a report of changes: filled while the two sides are held, put in place at the end, all or none.
public final class ChangesFiles {
  private let subject: ReportSubject
  private let draft: ReportDraft
  private let forms: ReportForms
  private let language: Language
  private var written: (figures: ChangesFigures, first: [Flip])?

  /// The files go into `changes` below a folder; into a sub-folder of it where another comparison lies there.
  ///
  /// - Parameters:
  ///   - compared: what is compared, which tells a comparison from others of its date.
  /// - Throws: `DestinationError`, `OutputError`.
  public init(
    of compared: String, asOf: Day, language: Language, to folder: String, _ forms: ReportForms = .standard
  ) throws {
    self.forms = forms
    self.language = language
    subject = ReportSubject(
      report: "changes", asOf: asOf, scope: String(Run.id(of: compared).prefix(8)),
      files: forms.files(tables: Self.tables.map(\.name), workbook: "changes", page: "changes"))
    draft = try ReportDraft(place: try ReportPlace(of: subject, in: "changes", below: folder))
  }

  private static let tables = [
    (name: ChangesTables.summary, sheet: ChangesMessages.indicators, columns: ChangesTables.summaryColumns),
    (name: ChangesTables.causes, sheet: ChangesMessages.causes, columns: ChangesTables.causeColumns),
    (name: ChangesTables.flips, sheet: ChangesMessages.flips, columns: ChangesTables.flipColumns),
    (name: ChangesTables.rows, sheet: ChangesMessages.rows, columns: ChangesTables.rowColumns),
  ]

  /// Writes the tables. A page of rows at a time is in memory.
  ///
  /// - Throws: `OutputError`, `PostgresError`.
  public nonisolated(nonsending) func write(_ reader: ChangesReader) async throws -> ChangesFigures {
    let figures = try await reader.figures()
    let (city, language) = (figures.city, language)
    try await table(Self.tables[0]) { _, table, _ in
      for entry in figures.indicators { table.append(ChangesTables.cells(entry, of: city, language)) }
    }
    try await table(Self.tables[1]) { _, table, _ in
      for entry in figures.indicators {
        for cause in entry.causes { table.append(ChangesTables.cells(cause, of: entry, in: city, language)) }
      }
    }
    var first: [Flip] = []
    try await table(Self.tables[2]) { file, table, flush in
      try await reader.flips(language) { page in
        first += page.prefix(ChangesPage.listed - first.count)
        for flip in page { table.append(ChangesTables.cells(flip, of: city, language)) }
        try flush(file, &table)
      }
    }
    try await table(Self.tables[3]) { file, table, flush in
      var waiting = 0
      try await reader.cells { cell in
        table.append(ChangesTables.cells(cell, language))
        waiting += 1
        guard waiting == Self.rowsAtOnce else { return }
        waiting = 0
        try flush(file, &table)
      }
    }
    written = (figures, first)
    return figures
  }

  private static let rowsAtOnce = 5_000

  private nonisolated(nonsending) func table(
    _ entry: (name: String, sheet: Message, columns: [TableColumn]),
    _ body: nonisolated(nonsending) (OutputFile, inout CSVTable, (OutputFile, inout CSVTable) throws -> Void) async throws -> Void
  ) async throws {
    let file = try OutputFile(path: "\(draft.room.path)/\(entry.name)")
    var table = CSVTable(entry.columns, language: language)
    try await body(file, &table) { try $0.write($1.take()) }
    try file.write(table.take())
    draft.add(WrittenFile(name: entry.name, rows: table.rows, sha256: try file.finish()))
  }

  /// Makes page and workbook, and puts the files in their place.
  ///
  /// - Parameter author: who the log says hands them out.
  /// - Throws: `AuditError.notAppended`, `OutputError`, `WorkbookWritingError`.
  public nonisolated(nonsending) func finish(
    by author: AuditAuthor, on connection: PostgresConnection
  ) async throws -> WrittenReport? {
    guard let (figures, first) = written else { return nil }
    let header = PageHeader(unit: figures.city.city.label, asOf: figures.after.asOf)
    let html = ChangesPage(figures: figures, first: first, parts: PageParts(language: language)).html
    let unprinted = try await draft.add(
      PrintedPage(name: "changes", html: html, header: header, language: language), in: forms
    ) { try writeWorkbook(figures, header, in: $0) }
    let finished = try draft.finish(
      about: About(of: subject, language: language, cities: [], alsoOf: [figures.before, figures.after]),
      cities: [figures.city.city], policy: figures.city.policy.code, warnings: [], unprinted: unprinted)
    return try await finished.handOut(by: author, on: connection)
  }

  private func writeWorkbook(_ figures: ChangesFigures, _ header: PageHeader, in room: DraftFolder) throws {
    let path = room.path
    let book = try ReportWorkbook(
      path: "\(path)/changes.xlsx", folder: path, title: ChangesMessages.title.text(in: language), header: header,
      language: language)
    let cover = try book.addPlainSheet(book.name(ReportWorkbookMessages.cover), widths: Cover.widths)
    var sheets: [SheetWriter] = []
    for table in Self.tables {
      let series = try book.addSheets(book.name(table.sheet), table.columns, frozenColumns: 5)
      try book.write(TableFile(path: "\(path)/\(table.name)", columns: table.columns, language: language), into: series)
      sheets += series.sheets
    }
    var contents = Cover(ChangesMessages.title)
    contents.add(ReportWorkbookMessages.unit, header.unit.text(in: language))
    contents.add(ChangesMessages.from, figures.before.asOf)
    contents.add(ChangesMessages.to, figures.after.asOf)
    contents.add(
      ChangesMessages.causes, [ChangesMessages.cause, ChangesMessages.flipCount],
      figures.causes.map { [.text($0.cause.label.text(in: language)), .integer($0.flips, style: CellStyle(alignment: .left))] })
    contents.add(
      ChangesMessages.parametersChanged,
      [ReportWorkbookMessages.parameter, ColumnHeadings.title, ChangesMessages.valueBefore, ChangesMessages.valueAfter],
      figures.parameters.map { parameter in
        [
          .identifier(parameter.name), .text(parameter.title.text(in: language), style: Cover.wrapped),
          .identifier(parameter.before), .identifier(parameter.after),
        ]
      })
    var notes = [ChangesMessages.reading]
    if let before = figures.imports.before, let after = figures.imports.after {
      notes.insert(ChangesMessages.known(before: before, after: after), at: 0)
    }
    contents.add(ReportWorkbookMessages.warnings, sentences: notes.map { $0.text(in: language) })
    contents.addContents(of: sheets)
    try contents.write(to: cover, language)
    _ = try book.writer.close()
  }
}
