public import Audit
public import CadreModel
import Messages
import PolicyKit
public import PostgresClient
public import Results
import Workbook

/// The files of a what-if while cities are tried one after the other: put in place at the end, all or none.
public final class WhatIfFiles {
  private let subject: ReportSubject
  private let draft: ReportDraft
  private let formats: Set<ReportFormat>
  private let language: Language
  private let asOf: Day
  private var cities: [WhatIfFigures] = []
  private var tables: [(name: String, file: OutputFile, table: CSVTable)]

  /// The files go into `whatif` below a folder; into a sub-folder of it where another what-if lies there.
  ///
  /// - Parameters:
  ///   - settings: what is tried, which tells a what-if from others of its date.
  ///   - formats: `csv` and `xlsx` are written.
  /// - Throws: `DestinationError`, `OutputError`.
  public init(
    of settings: String, asOf: Day, formats: Set<ReportFormat>, language: Language, to folder: String
  ) throws {
    self.asOf = asOf
    self.formats = formats
    self.language = language
    subject = ReportSubject(
      report: "whatif", asOf: asOf, scope: String(Run.id(of: settings).prefix(8)),
      files: (formats.contains(.csv) ? WhatIfTables.all : []) + (formats.contains(.xlsx) ? [Self.workbook] : [])
        + [About.fileName])
    draft = try ReportDraft(place: try ReportPlace(of: subject, in: "whatif", below: folder))
    let room = draft.room
    tables = try [
      (WhatIfTables.indicators, WhatIfTables.indicatorColumns), (WhatIfTables.units, WhatIfTables.unitColumns),
      (WhatIfTables.flips, WhatIfTables.flipColumns),
    ].map { name, columns in
      (name, try OutputFile(path: "\(room.path)/\(name)"), CSVTable(columns, language: language))
    }
  }

  private static let workbook = "whatif.xlsx"

  /// Writes the rows of a city.
  ///
  /// - Throws: `OutputError`, `PostgresError`.
  public nonisolated(nonsending) func add(_ reader: WhatIfReader) async throws -> WhatIfFigures {
    let figures = try await reader.figures()
    for entry in figures.indicators { tables[0].table.append(WhatIfTables.cells(entry, of: figures, language)) }
    for entry in figures.units { tables[1].table.append(WhatIfTables.cells(entry, of: figures, language)) }
    for index in tables.indices.dropLast() { try flush(index) }
    try await reader.flips(language) { page in
      for flip in page { tables[2].table.append(WhatIfTables.cells(flip, of: figures.city, language)) }
      try flush(2)
    }
    cities.append(figures)
    return figures
  }

  private func flush(_ index: Int) throws {
    try tables[index].file.write(tables[index].table.take())
  }

  /// Puts the files in their place.
  ///
  /// - Parameter author: who the log says hands them out.
  /// - Throws: `AuditError.notAppended`, `OutputError`, `WorkbookWritingError`.
  public nonisolated(nonsending) func finish(
    by author: AuditAuthor, on connection: PostgresConnection
  ) async throws -> WrittenReport {
    for index in tables.indices {
      try flush(index)
      draft.add(
        WrittenFile(name: tables[index].name, rows: tables[index].table.rows, sha256: try tables[index].file.finish()))
    }
    if formats.contains(.xlsx) {
      try writeWorkbook()
      draft.add(try draft.room.written(Self.workbook))
    }
    if !formats.contains(.csv) { draft.dropTables() }
    let finished = try draft.finish(
      about: About(of: subject, language: language, cities: [], alsoOf: cities.map(\.run)),
      cities: cities.map(\.city.city), warnings: [])
    return try await finished.handOut(by: author, on: connection)
  }

  private func writeWorkbook() throws {
    let room = draft.room
    let header = PageHeader(unit: cities.map(\.city.city.label).joined(by: Punctuation.listSeparator), asOf: asOf)
    let book = try ReportWorkbook(
      path: "\(room.path)/\(Self.workbook)", folder: room.path, title: WhatIfMessages.title.text(in: language), header: header,
      language: language)
    let cover = try book.addPlainSheet(book.name(ReportWorkbookMessages.cover), widths: Cover.widths)
    var sheets: [SheetWriter] = []
    for (name, table) in zip([WhatIfMessages.indicators, WhatIfMessages.units, WhatIfMessages.flips], tables) {
      let series = try book.addSheets(book.name(name), table.table.columns, frozenColumns: 6)
      try book.write(
        TableFile(path: "\(room.path)/\(table.name)", columns: table.table.columns, language: language), into: series)
      sheets += series.sheets
    }
    var contents = Cover(WhatIfMessages.title)
    contents.add(ReportWorkbookMessages.unit, header.unit.text(in: language))
    contents.add(ReportWorkbookMessages.asOf, asOf)
    contents.add(
      WhatIfMessages.changed,
      [
        ReportWorkbookMessages.parameter, ColumnHeadings.title, WhatIfMessages.officialValue, WhatIfMessages.scenarioValue,
      ],
      changes.map { change in
        [
          .identifier("\(change.subject.code).\(change.name)"), .text(change.title.text(in: language), style: Cover.wrapped),
          .identifier(change.shipped), .identifier(change.used),
        ]
      })
    contents.add(ReportWorkbookMessages.warnings, sentences: [WhatIfMessages.notStored.text(in: language)])
    contents.addContents(of: sheets)
    try contents.write(to: cover, language)
    _ = try book.writer.close()
  }

  /// What is tried, once each.
  private var changes: [ConfigurationChange] { cities.flatMap(\.changes).distinct }
}
