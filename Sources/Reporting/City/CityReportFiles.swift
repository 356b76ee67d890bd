import CadreModel
import PolicyKit
import PostgresClient
import Quality
import Results

/// Writes the files of a city's report, all or none.
///
/// Two connections that see the same data share what there is to read, so that the server works on two processors: the
/// names and the units first, then each half of the exceptions, which are most of the report.
struct CityReportFiles {
  let reader: CityReportReader
  let second: CityReportReader
  let forms: ReportForms
  let trend: CityTrend

  /// Of what is read before it can be written, so many chunks are kept: some megabytes.
  private static let chunksAhead = 32

  private var figures: CityFigures { reader.figures }
  private var language: Language { reader.language }

  /// Their names.
  static func names(of city: City, _ forms: ReportForms) -> [String] {
    let names = forms.files(
      tables: ["summary.csv", "statistics.csv", "units.csv", "exceptions.csv", "due.csv", TrendTable.file], workbook: city.code,
      page: "dashboard")
    return forms.withQuality ? QualityFiles.names + names : names
  }

  nonisolated(nonsending) func write(to place: ReportPlace) async throws -> FinishedReport {
    let draft = try ReportDraft(place: place)
    var summary = summaryTable
    try draft.add("summary.csv", summary.take(), rows: summary.rows)
    var statistics = statisticsTable
    try draft.add("statistics.csv", statistics.take(), rows: statistics.rows)
    var overTime = TrendTable.table([trend], TrendLevel.usual, language)
    try draft.add(TrendTable.file, overTime.take(), rows: overTime.rows)
    async let besideNames = readUnitsAndDue()
    var names = try await reader.names()
    names.index()
    let (units, dueChunks) = try await besideNames
    let room = draft.room
    async let unitsWritten = writeUnits(units, in: room)
    let (dueFile, due) = try await writeDue(dueChunks, names, in: room)
    let (exceptionsFile, exceptions) = try await writeExceptions(names, in: room)
    draft.add(try await unitsWritten, exceptionsFile, dueFile)
    let report = CityReport(figures: figures, units: units, exceptions: exceptions, due: due)
    let page = PrintedPage(
      name: "dashboard",
      html: DashboardPage(
        report: report, trend: trend, language: language, hasQuality: forms.withQuality, stamp: forms.stamp
      ).html,
      header: PageHeader(unit: figures.city.label, asOf: report.asOf, stamp: forms.stamp), language: language)
    let unprinted = try await draft.add(page, in: forms)
    if forms.formats.contains(.xlsx) { draft.add(try await writeWorkbook(in: room)) }
    if !forms.formats.contains(.csv) { draft.dropTables() }
    if forms.withQuality {
      let doubtful = QualityReader(figures.under, asOf: report.asOf, on: reader.connection)
      _ = try await QualityFiles(reader: doubtful, language: language).write(to: draft)
    }
    return try draft.finish(
      about: About(
        of: CityReportMaker.subject(figures.under, asOf: report.asOf, forms), language: language,
        cities: [figures], trends: [trend], publication: forms.stamp), cities: [figures.city], policy: figures.policy.code,
      warnings: figures.namedWarnings, unprinted: unprinted)
  }

  /// Of the files, which have to be there.
  private nonisolated(nonsending) func writeWorkbook(in room: DraftFolder) async throws -> WrittenFile {
    let book = CityWorkbook(
      figures: figures, readings: try forms.readings(figures.policy),
      trend: trend.points,
      language: language, stamp: forms.stamp)
    let name = "\(figures.city.code).xlsx"
    try book.write(to: "\(room.path)/\(name)", folder: room.path)
    return try room.written(name)
  }

  @concurrent private func readUnitsAndDue() async throws -> ([UnitFigures], CopiedChunks) {
    let units = try await second.units()
    let due = try await second.due.chunksByDueDate(on: second.connection)
    return (units, try await due.readAhead(Self.chunksAhead))
  }

  @concurrent private func writeUnits(_ units: [UnitFigures], in room: DraftFolder) async throws -> WrittenFile {
    try await room.write("units.csv") { file in
      (try UnitsFile(figures: figures, units: units, language: language).write(into: file), ())
    }.0
  }

  private nonisolated(nonsending) func writeDue(
    _ chunks: CopiedChunks, _ names: SubjectNames, in room: DraftFolder
  ) async throws -> (WrittenFile, CopiedResults) {
    try await room.write("due.csv") { file in
      var writer = reader.due.writer(names, picking: CityReport.firstDue)
      try file.write(reader.due.headings)
      try await writer.copy(chunks, into: file)
      return (writer.count, writer.copied)
    }
  }

  private nonisolated(nonsending) func writeExceptions(
    _ names: SubjectNames, in room: DraftFolder
  ) async throws -> (WrittenFile, CopiedResults) {
    try await room.write("exceptions.csv") { file in
      let query = reader.exceptions
      let (earlier, later) = query.halves
      async let laterAhead = later.writer(names, picking: CityReport.firstExceptions).ahead(
        later.chunks(on: second.connection), Self.chunksAhead)
      var writer = earlier.writer(names, picking: CityReport.firstExceptions)
      try file.write(query.headings)
      try await writer.copy(earlier.chunks(on: reader.connection), into: file)
      var rest = try await laterAhead
      let copied = try await writer.copied + rest.copy(into: file)
      return (copied.count, copied)
    }
  }

  private var statisticsTable: CSVTable {
    var table = CSVTable(CityTables.statistics, language: language)
    for entry in figures.indicators {
      for figure in entry.statistics {
        table.append([
          entry.indicator.id, entry.title(in: language), figure.class?.code ?? "",
          figure.class?.label.text(in: language) ?? "", figure.value ?? "", figure.valueLastYear ?? "",
        ])
      }
    }
    return table
  }

  private var summaryTable: CSVTable {
    var table = CSVTable(CityTables.summary, language: language)
    for entry in figures.indicators {
      table.append(
        IndicatorColumns.cells(entry, of: figures, language: language)
          + [entry.article.id, entry.article.title.text(in: language)])
    }
    return table
  }
}
