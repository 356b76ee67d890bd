public import Audit
public import CadreModel
public import Files
import Messages
public import PolicyKit
public import PostgresClient
public import Results
import Workbook

/// Makes the calendar of what falls due in a city from what it was judged to be.
public struct CalendarMaker: Sendable {
  private let city: CityUnderPolicy
  private let asOf: Day
  private let unit: String?
  private let days: Int
  private let language: Language
  private let forms: ReportForms
  private let subject: ReportSubject
  private let place: ReportPlace

  /// So many of those whom an entry is about are named: in the events of a unit more than in a table.
  private static let (mostNames, mostNamesOfUnit) = (5, 50)

  /// The calendar goes into `calendar/<city>` below a folder; into a sub-folder of it where another one lies there.
  ///
  /// - Parameters:
  ///   - unit: the id of the unit that is wanted, with those below it; nil for all.
  ///   - days: how far it looks ahead.
  /// - Throws: `DestinationError`, before anything is done.
  public init(
    _ city: CityUnderPolicy, asOf: Day, unit: String? = nil, days: Int, language: Language, to folder: String,
    _ forms: ReportForms = .standard
  ) throws(DestinationError) {
    (self.city, self.asOf, self.unit, self.days) = (city, asOf, unit, days)
    (self.language, self.forms) = (language, forms)
    let code = city.city.code
    let scope = [code, city.isOwn ? nil : city.policy.code, unit, "\(days)"]
    subject = ReportSubject(
      report: "calendar", asOf: asOf, scope: scope.compactMap(\.self).joined(separator: "-"),
      files: forms.files(
        tables: [CalendarTables.days, CalendarTables.groups], workbook: "calendar", page: "calendar")
        + (unit == nil ? [] : [CalendarTables.events]))
    place = try ReportPlace(of: subject, in: "calendar/\(code)", below: folder)
  }

  /// Writes `calendar.csv`, `calendar_groups.csv`, `calendar.xlsx`, `calendar.html` and `calendar.pdf`, those that are asked for; of
  /// one unit also `calendar.ics`; and `about.json`.
  ///
  /// - Parameter author: who the log says hands it out.
  /// - Throws: `AuditError.notAppended`, and nothing is handed out; `ResultsError.replaced`, `OutputError`,
  ///   `WorkbookWritingError`, `PostgresError`.
  public nonisolated(nonsending) func write(
    _ judged: JudgedCity, by author: AuditAuthor, on pool: ConnectionPool
  ) async throws -> WrittenReport {
    try await pool.withConnection { connection in
      let finished = try await judged.reading(on: connection) { figures, indicators, connection in
        let reader = try await CalendarReader(
          run: judged.run, indicators: indicators, unit: unit, upTo: asOf.adding(days: days),
          names: unit == nil ? Self.mostNames : Self.mostNamesOfUnit, language: language, connection: connection)
        return try await finish(figures, reader)
      }
      return try await finished.handOut(by: author, on: connection)
    }
  }

  private nonisolated(nonsending) func finish(_ figures: CityFigures, _ reader: CalendarReader) async throws -> FinishedReport {
    let draft = try ReportDraft(place: place)
    var (lines, groups) = (CalendarDays(), DueGroups())
    var events = unit.map {
      CalendarEvents(of: $0, city.city, city.policy, asOf: asOf, language, mostNames: Self.mostNamesOfUnit)
    }
    let unitName = unit.map(reader.name)
    let (file, _) = try await draft.room.write(CalendarTables.days) { file in
      var table = CSVTable(CalendarTables.dayColumns, language: language)
      try await reader.entries { entry in
        table.append(CalendarTables.cells(entry, language))
        lines.add(entry)
        groups.add(entry)
        events?.add(entry)
        if table.rows.isMultiple(of: 1_000) { try file.write(table.take()) }
      }
      try file.write(table.take())
      return (table.rows, ())
    }
    draft.add(file)
    var table = CSVTable(CalendarTables.groupColumns, language: language)
    for group in CalendarLevel.allCases.flatMap({ groups.of($0).flatMap(\.members) }) {
      table.append(CalendarTables.cells(group, language))
    }
    try draft.add(CalendarTables.groups, table.take(), rows: table.rows)
    if let events, let unitName {
      let calendar = ICalendar(name: CalendarMessages.calendar(unitName).text(in: language), asOf: asOf, events: events.all)
      try draft.add(CalendarTables.events, Array(calendar.text.utf8), rows: nil)
    }
    let page = CalendarPage(
      figures: figures, unit: unitName, isOfSeveralUnits: reader.isOfSeveralUnits, last: reader.last, days: lines, groups: groups,
      parts: PageParts(language: language))
    let header = PageHeader(unit: figures.city.label, asOf: asOf)
    let unprinted = try await draft.add(
      PrintedPage(name: "calendar", html: page.html, header: header, language: language, isLandscape: false), in: forms
    ) { try writeWorkbook(figures, header, in: $0) }
    return try draft.finish(
      about: About(of: subject, language: language, cities: [figures]), cities: [figures.city], policy: figures.policy.code,
      warnings: figures.namedWarnings, unprinted: unprinted)
  }

  private func writeWorkbook(_ figures: CityFigures, _ header: PageHeader, in room: DraftFolder) throws {
    let title = CalendarMessages.title(figures.city)
    let book = try ReportWorkbook(
      path: "\(room.path)/calendar.xlsx", folder: room.path, title: title.text(in: language), header: header, language: language)
    let cover = try book.addPlainSheet(book.name(ReportWorkbookMessages.cover), widths: Cover.widths)
    let days = try book.addSheets(book.name(CalendarMessages.days), CalendarTables.dayColumns, frozenColumns: 1)
    try book.write(
      TableFile(path: "\(room.path)/\(CalendarTables.days)", columns: CalendarTables.dayColumns, language: language), into: days)
    var levels: [String: SheetSeries] = [:]
    for level in CalendarLevel.allCases {
      levels[level.label.text(in: language)] = try book.addSheets(
        book.name(level.heading), CalendarTables.groupColumns, frozenColumns: 3)
    }
    let written = try book.write(
      TableFile(path: "\(room.path)/\(CalendarTables.groups)", columns: CalendarTables.groupColumns, language: language)
    ) { row in
      if case .text(let level) = row[0].content, let series = levels[level] { return series }
      return days
    }
    var contents = Cover(title)
    contents.add(ReportWorkbookMessages.unit, header.unit.text(in: language))
    contents.add(ReportWorkbookMessages.asOf, asOf)
    contents.add(ReportWorkbookMessages.newestData, figures.newestFact)
    contents.addContents(of: days.sheets + written.flatMap(\.sheets))
    contents.add(
      ReportWorkbookMessages.warnings,
      sentences: (figures.warnings.map(\.text) + [CalendarMessages.reading]).map { $0.text(in: language) })
    contents.addRun(of: figures, language)
    contents.addMissingTables(of: [figures], language)
    try contents.write(to: cover, language)
    _ = try book.writer.close()
  }
}
