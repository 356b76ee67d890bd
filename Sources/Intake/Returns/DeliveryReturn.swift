import CadreModel
import DataContract
import Files
import Forms
import Messages
import Workbook

/// A delivery as a workbook to be mended: a sheet a file, what is wrong coloured and commented, and a first sheet that sums up
/// and leads there. Mended, it is a delivery.
///
/// The rows are read from the files once more and written as they are read: memory grows with the marks alone.
struct DeliveryReturn {
  let city: City
  /// In the contract's order.
  let files: [DeliveredFile]
  let workbooks: OpenWorkbooks
  let marks: ReturnMarks
  let summary: [FindingSummary]
  /// In seconds since 1970.
  let created: Int
  let language: Language

  /// Writes it into a folder, under a name that is free.
  ///
  /// - Parameter delivery: what the delivery is called.
  /// - Throws: `WorkbookOutputError`, `ImportError.unreadable`, `CancellationError`.
  nonisolated(nonsending) func write(into folder: String, as delivery: String) async throws -> ReturnedFile {
    do { try Folder.make(folder) } catch { throw WorkbookOutputError.system(path: folder, error) }
    let folder = folder.hasSuffix("/") ? folder : folder + "/"
    var place = folder + ReturnMessages.fileName(delivery, number: nil).text(in: language)
    var number = 2
    // An earlier one may be half mended.
    while FileStatus(place) != nil {
      place = folder + ReturnMessages.fileName(delivery, number: number).text(in: language)
      number += 1
    }
    let cut = try await WorkbookDraft(for: place).write { try write(to: $0) }
    return ReturnedFile(path: place, cutCells: cut)
  }

  private func write(to path: String) throws -> Int {
    let name = CityName(code: city.code, chinese: city.nameChinese, english: city.nameEnglish)
    let title = ReturnMessages.title(name, findings: marks.total).text(in: language)
    let workbook = try WorkbookWriter(
      path: path, mode: .constantMemory(),
      properties: WorkbookProperties(title: title, author: FormStyles.author, created: created))
    // First in the workbook, written last: only then it is known where everything is.
    let first = try workbook.addSheet(
      .fitted(FormMessages.summarySheet.text(in: language)), layout: ReturnSummary.layout)
    var page = ReturnSummary(title: title, kinds: summary, marks: marks.marks, language: language)
    for file in files.flatMap(\.parts) {
      let part = DeliveredPart(file)
      let found = marks.byLine(of: part)
      let sheet = ReturnSheet(file: file, workbooks: workbooks, marks: found, language: language)
      guard sheet.holdsAllRows || !found.isEmpty else {
        page.notes.append(ReturnMessages.leftOut(file.table.name.called))
        continue
      }
      let outcome = try sheet.write(to: workbook)
      page.places.merge(outcome.places) { $1 }
      page.tables[part] = file.table.name
      if !sheet.holdsAllRows { page.notes.append(ReturnMessages.onlyWrongRows(file.table.name.called, rows: outcome.rows)) }
      let notMarked = marks.counts[part, default: 0] - ReturnMarks.limit
      if notMarked > 0 { page.notes.append(ReturnMessages.notMarked(file.table.name.called, findings: notMarked)) }
    }
    try page.write(to: first)
    return try workbook.close().cutCellCount
  }

  /// What a delivery is called by the paths that it was named by.
  static func name(of paths: [String], city: City, in language: Language) -> String {
    let own = language(zh: city.nameChinese, en: city.code)
    guard paths.count == 1, case let name = fileName(paths[0]), name != ".", name != "..", !name.contains("/") else { return own }
    for ending in [".csv", ".xlsx"] where name.lowercased().hasSuffix(ending) { return String(name.dropLast(ending.count)) }
    return name
  }
}

/// A workbook in which a delivery was handed back.
public struct ReturnedFile: Sendable, Hashable {
  public let path: String
  /// Cells whose text is longer than a sheet's can be.
  public let cutCells: Int
}
