public import Audit
public import CadreModel
public import Files
import Messages
public import PolicyKit
public import PostgresClient
public import Results

/// Makes the work list of a city from what it was judged to be: what is unmet, at risk or falls due, unit by unit.
public struct WorkListMaker: Sendable {
  /// How far a list looks ahead where nobody says otherwise.
  public static let usualDays = OpenDuties.usualDays
  /// How far a list may look ahead.
  public static let mostDays = 366

  public let city: CityUnderPolicy
  public let asOf: Day
  private let grouping: WorkGrouping
  private let unit: String?
  private let days: Int
  private let language: Language
  private let forms: ReportForms
  private let subject: ReportSubject
  private let place: ReportPlace

  /// The list goes into `worklist/<city>` below a folder; into a sub-folder of it where another list lies there.
  ///
  /// - Parameters:
  ///   - unit: the id of the unit that is wanted, with those below it; nil for all.
  ///   - days: how far it looks ahead.
  /// - Throws: `DestinationError`, before anything is done.
  public init(
    _ city: CityUnderPolicy, asOf: Day, by grouping: WorkGrouping = .unit, unit: String? = nil, days: Int, language: Language,
    to folder: String, _ forms: ReportForms = .standard
  ) throws(DestinationError) {
    (self.city, self.asOf, self.grouping, self.unit) = (city, asOf, grouping, unit)
    (self.days, self.language, self.forms) = (days, language, forms)
    let code = city.city.code
    let scope = [code, city.isOwn ? nil : city.policy.code, grouping == .unit ? nil : grouping.rawValue, unit, "\(days)"]
    subject = ReportSubject(
      report: "worklist", asOf: asOf, scope: scope.compactMap(\.self).joined(separator: "-"),
      files: forms.files(tables: WorkListTables.all, workbook: "worklist", page: "worklist"))
    place = try ReportPlace(of: subject, in: "worklist/\(code)", below: folder)
  }

  /// The unit that a user means, by its id or its name; nil where the city has none.
  ///
  /// - Throws: `PostgresError`.
  public nonisolated(nonsending) static func unit(
    called written: String, of city: City, on pool: ConnectionPool
  ) async throws -> String? {
    try await pool.withConnection { connection in
      try await connection.withTransaction(about: city.code, .snapshot) { connection in
        try await WorkListReader.unit(called: written, in: city.code, on: connection)
      }
    }
  }

  /// Writes `worklist.csv`, `worklist_groups.csv`, `worklist_waivers.csv`, `worklist.xlsx`, `worklist.html` and `worklist.pdf`,
  /// those that are asked for, and `about.json`, from one view of the data.
  ///
  /// - Parameters:
  ///   - waived: what those that are waived would be without.
  ///   - author: who the log says hands it out.
  /// - Throws: `AuditError.notAppended`, and nothing is handed out; `ResultsError.replaced`, `OutputError`,
  ///   `WorkbookWritingError`, `PostgresError`.
  public nonisolated(nonsending) func write(
    _ judged: JudgedCity, waived: [WaivedResult], by author: AuditAuthor, on pool: ConnectionPool
  ) async throws -> WrittenReport {
    try await pool.withConnection { connection in
      let finished = try await judged.reading(on: connection) { figures, indicators, connection in
        let reader = try await WorkListReader(
          run: judged.run, indicators: indicators, waived: waived, by: grouping, unit: unit, days: days, language: language,
          connection: connection)
        return try await finish(figures, reader)
      }
      return try await finished.handOut(by: author, on: connection)
    }
  }

  private nonisolated(nonsending) func finish(_ figures: CityFigures, _ reader: WorkListReader) async throws -> FinishedReport {
    let draft = try ReportDraft(place: place)
    let groups = try await reader.groups()
    let waivers = try await reader.waivedItems()
    let notices = WorkListNotices(
      figures: figures, groups: groups, grouping: grouping, last: reader.last, parts: PageParts(language: language))
    draft.add(try await writeItems(reader, notices, in: draft.room))
    var table = CSVTable(WorkListTables.groupColumns, language: language)
    for group in groups { table.append(WorkListTables.cells(group, grouping, language)) }
    try draft.add(WorkListTables.groups, table.take(), rows: table.rows)
    var waiverTable = CSVTable(WorkListTables.waiverColumns, language: language)
    for item in waivers { waiverTable.append(WorkListTables.cells(item, asOf: asOf, language)) }
    try draft.add(WorkListTables.waivers, waiverTable.take(), rows: waiverTable.rows)
    let page = WorkListPage(notices: notices, waivers: waivers)
    let unprinted = try await draft.add(
      PrintedPage(name: "worklist", html: page.html, header: nil, language: language, isLandscape: false), in: forms
    ) { room in
      let book = WorkListWorkbook(figures: figures, groups: groups, grouping: grouping, language: language)
      try book.write(to: "\(room.path)/worklist.xlsx", folder: room.path)
    }
    return try draft.finish(
      about: About(of: subject, language: language, cities: [figures]), cities: [figures.city], policy: figures.policy.code,
      warnings: figures.namedWarnings, unprinted: unprinted)
  }

  /// Rows go to the file a thousand at a time; of each duty of a group the notices keep the first few.
  private nonisolated(nonsending) func writeItems(
    _ reader: WorkListReader, _ notices: WorkListNotices, in room: DraftFolder
  ) async throws -> WrittenFile {
    try await room.write(WorkListTables.items) { file in
      var table = CSVTable(WorkListTables.itemColumns, language: language)
      try await reader.items { item in
        table.append(WorkListTables.cells(item, asOf: asOf, language))
        notices.add(item, to: reader.group(of: item))
        if table.rows.isMultiple(of: 1_000) { try file.write(table.take()) }
      }
      try file.write(table.take())
      notices.finish()
      return (table.rows, ())
    }.0
  }
}
