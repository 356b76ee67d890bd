import Access
public import CadreModel
public import DataContract
import Files
public import IdentityNumbers
import Messages
public import PostgresClient
import Workbook

/// Workbooks that a city fills in and hands in: a sheet for each table of the contract, empty or with the city's rows.
///
/// An import reads them as they are: what is not changed in them changes nothing.
public struct Template: Sendable {
  public enum Arrangement: Sendable, Hashable {
    case oneWorkbook
    case workbookPerTable
  }

  public let city: City
  public let language: Language
  public let arrangement: Arrangement
  private let examples: FormExamples
  private let created: Int
  /// How many rows a sheet takes, with its headings.
  var rowLimit = SheetLimits.rows

  /// - Parameters:
  ///   - created: when, in seconds since 1970, as the workbooks say of themselves.
  public init(
    _ city: City, arrangement: Arrangement, examples: FormExamples, created: Int, in language: Language
  ) {
    self.city = city
    self.arrangement = arrangement
    self.examples = examples
    self.created = created
    self.language = language
  }

  /// Writes the workbooks into a folder, which is made where it is missing.
  ///
  /// - Parameters:
  ///   - connection: where the city's rows are read, all as they are at one moment; nil for empty sheets.
  ///   - numbers: how identity numbers are written: an import takes masked ones for unchanged.
  ///   - progress: called now and then with a table and how many of its rows are written.
  /// - Throws: `WorkbookOutputError`, also where one of the files is there already; `IdentityKeyError`, `PostgresError`,
  ///   `CancellationError`.
  public func write(
    into folder: String, rowsFrom connection: PostgresConnection?, numbers: ShownNumbers = .hidden,
    progress: @escaping @Sendable (TableName, Int) -> Void = { _, _ in }
  ) async throws -> TemplateSummary {
    do { try Folder.make(folder) } catch { throw WorkbookOutputError.system(path: folder, error) }
    let parts = parts(in: folder)
    if let present = parts.first(where: { FileStatus($0.path) != nil }) { throw WorkbookOutputError.isThere(path: present.path) }
    guard let connection else { return try await write(parts, from: nil, numbers, progress) }
    return try await connection.withTransaction(.snapshot) { connection in
      try await connection.see([city.code])
      return try await write(parts, from: connection, numbers, progress)
    }
  }

  private nonisolated(nonsending) func write(
    _ parts: [Part], from connection: PostgresConnection?, _ numbers: ShownNumbers,
    _ progress: @Sendable (TableName, Int) -> Void
  ) async throws -> TemplateSummary {
    var summary = TemplateSummary()
    for part in parts {
      let written = try await WorkbookDraft(for: part.path).write { path in
        try await write(part.tables, to: path, from: connection, numbers, progress)
      }
      summary.files.append(part.path)
      summary.rows += written.rows
      summary.cutCells += written.cutCells
    }
    return summary
  }

  /// One workbook.
  private struct Part {
    let path: String
    let tables: [Table]
  }

  private func parts(in folder: String) -> [Part] {
    let folder = folder.hasSuffix("/") ? folder : folder + "/"
    switch arrangement {
    case .oneWorkbook:
      return [Part(path: "\(folder)\(TemplateMessages.fileName(cityName).text(in: language)).xlsx", tables: Table.all)]
    case .workbookPerTable:
      return Table.all.map { table in
        Part(path: "\(folder)\(language(zh: table.label, en: table.name.rawValue)).xlsx", tables: [table])
      }
    }
  }

  private var cityName: CityName { CityName(code: city.code, chinese: city.nameChinese, english: city.nameEnglish) }

  private nonisolated(nonsending) func write(
    _ tables: [Table], to path: String, from connection: PostgresConnection?, _ numbers: ShownNumbers,
    _ progress: @Sendable (TableName, Int) -> Void
  ) async throws -> (rows: Int, cutCells: Int) {
    let title = GuideMessages.title(cityName).text(in: language)
    let workbook = try WorkbookWriter(
      path: path, mode: .constantMemory(),
      properties: WorkbookProperties(title: title, author: FormStyles.author, created: created),
      listSheetName: FormMessages.listSheet.text(in: language))
    // First in the workbook, written last: only then the rows are counted.
    let guide = try workbook.addSheet(.fitted(FormMessages.guideSheet.text(in: language)), layout: TemplateGuide.layout)
    var entries: [TemplateGuide.Entry] = []
    for table in tables {
      let form = FormSheet(table, examples: examples, in: language)
      let series = try FormSeries(form, in: workbook, rowLimit: rowLimit)
      var rows: Int?
      if let connection {
        let stored = StoredRows(table: table, city: city.code)
        rows = try await copy(stored, of: form, from: connection, to: series, numbers, progress)
      }
      try series.finish()
      entries.append(TemplateGuide.Entry(table: table, sheet: form.name, rows: rows))
    }
    try TemplateGuide(title: title, city: city.code, entries: entries, language: language).write(to: guide)
    let summary = try workbook.close()
    return (entries.reduce(0) { $0 + ($1.rows ?? 0) }, summary.cutCellCount)
  }

  private nonisolated(nonsending) func copy(
    _ rows: StoredRows, of form: FormSheet, from connection: PostgresConnection, to series: FormSeries,
    _ numbers: ShownNumbers, _ progress: @Sendable (TableName, Int) -> Void
  ) async throws -> Int {
    var count = 0
    let number = rows.table.columns.firstIndex { $0.type == .identityNumber }
    for try await row in try await connection.stream(rows.statement) {
      var cells: [Cell] = []
      cells.reserveCapacity(form.columns.count)
      for (index, column) in form.columns.enumerated() {
        var text = try row.decode(index, as: String?.self)
        if index == number { text = try text.map { try numbers.text($0) } }
        cells.append(column.cell(text))
      }
      try series.append(cells)
      count += 1
      if count.isMultiple(of: 10_000) {
        try Task.checkCancellation()
        progress(rows.table.name, count)
      }
    }
    return count
  }
}

/// What was written.
public struct TemplateSummary: Sendable, Hashable {
  public internal(set) var files: [String] = []
  public internal(set) var rows = 0
  /// Cells whose text is longer than a sheet's can be.
  public internal(set) var cutCells = 0
}
