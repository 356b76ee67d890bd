import CadreModel
import Messages
import Results
import Workbook

/// The workbook of a work list: the groups, the waivers, and a sheet for each group. Its cells are those of the files, which lie
/// in the report's draft.
struct WorkListWorkbook {
  let figures: CityFigures
  let groups: [WorkGroup]
  let grouping: WorkGrouping
  let language: Language

  /// So many groups have a sheet of their own. Every open sheet is an open file.
  static let mostSheets = 200

  /// - Parameter folder: where the files lie and the workbook is written.
  func write(to path: String, folder: String) throws {
    let title = WorkListMessages.title(figures.city)
    let header = PageHeader(unit: figures.city.label, asOf: figures.run.asOf)
    let book = try ReportWorkbook(
      path: path, folder: folder, title: title.text(in: language), header: header, language: language)
    let cover = try book.addPlainSheet(book.name(ReportWorkbookMessages.cover), widths: Cover.widths)
    let summary = try book.addSheet(book.name(WorkListMessages.groups), WorkListTables.groupColumns, frozenColumns: 2)
    try book.write(file(WorkListTables.groups, WorkListTables.groupColumns, folder), into: summary)
    let waivers = try book.addSheets(book.name(WorkListMessages.waivers), WorkListTables.waiverColumns)
    try book.write(file(WorkListTables.waivers, WorkListTables.waiverColumns, folder), into: waivers)
    let written = try writeItems(in: book, folder)
    var contents = Cover(title)
    contents.add(ReportWorkbookMessages.unit, header.unit.text(in: language))
    contents.add(ReportWorkbookMessages.asOf, figures.run.asOf)
    contents.add(ReportWorkbookMessages.newestData, figures.newestFact)
    contents.addContents(of: [summary] + waivers.sheets + written.flatMap(\.sheets))
    let notes = [WorkListMessages.reading] + (groups.count > Self.mostSheets ? [WorkListMessages.sheetsEnd(Self.mostSheets)] : [])
    contents.add(
      ReportWorkbookMessages.warnings, sentences: (figures.warnings.map(\.text) + notes).map { $0.text(in: language) })
    contents.addRun(of: figures, language)
    contents.addMissingTables(of: [figures], language)
    try contents.write(to: cover, language)
    _ = try book.writer.close()
  }

  private func file(_ name: String, _ columns: [TableColumn], _ folder: String) -> TableFile {
    TableFile(path: "\(folder)/\(name)", columns: columns, language: language)
  }

  private func writeItems(in book: ReportWorkbook, _ folder: String) throws -> [SheetSeries] {
    let heading =
      switch grouping {
      case .unit: ColumnHeadings.unitID
      case .head: WorkListMessages.headID
      case .indicator: ColumnHeadings.indicator
      }
    let column = WorkListTables.place(of: heading)
    let large = groups.sorted { $0.items > $1.items }.prefix(Self.mostSheets)
    let own = Dictionary(large.map { ($0.id, $0) }) { first, _ in first }
    var series: [String: SheetSeries] = [:]
    var others: SheetSeries?
    return try book.write(file(WorkListTables.items, WorkListTables.itemColumns, folder)) { row in
      var id = ""
      if case .text(let text) = row[column].content { id = text }
      if let known = series[id] { return known }
      guard let group = own[id] else {
        let shared = try others ?? sheets(WorkListMessages.others.text(in: language), in: book)
        others = shared
        return shared
      }
      let made = try sheets(WorkListTables.name(of: group, grouping, language), in: book)
      series[id] = made
      return made
    }
  }

  private func sheets(_ name: String, in book: ReportWorkbook) throws -> SheetSeries {
    try book.addSheets(.fitted(name, avoiding: book.writer.sheetNames), WorkListTables.itemColumns, frozenColumns: 2)
  }
}
