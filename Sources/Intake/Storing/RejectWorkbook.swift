import CadreModel
import DataContract
import Forms
import Messages
import Spreadsheet
import Workbook

/// Takes the rejected rows of a workbook's sheets: a sheet of the same name for each, with its headings and the rows as they came,
/// all of it text, behind a cell with the reasons. Mended, it is a delivery.
///
/// Rows go to disk as they come. The library that writes the workbook opens what is at the path: the sink has made it there, for its
/// owner alone, and holds it locked, so that others know it from one that a killed process left behind.
final class RejectWorkbook: Rejects {
  let path: String
  private let language: Language
  private var headings: (sheet: String, cells: [String], header: Header)?
  /// Made with the first row.
  private var open: (sink: FileSink, workbook: WorkbookWriter)?
  /// The sheet that the rows go to; nil before the first of them.
  private var sheet: SheetWriter?

  init(path: String, language: Language) {
    self.path = path
    self.language = language
  }

  var hasRows: Bool { open != nil }

  /// Rows of a sheet follow.
  ///
  /// - Parameter cells: its row of headings as it came.
  func begin(_ name: String, headings cells: [String], _ header: Header) {
    headings = (name, cells, header)
    sheet = nil
  }

  func append(_ cells: [String], because findings: [Finding], of table: Table) throws {
    guard let headings else { return }
    do {
      let sheet = try self.sheet ?? makeSheet(headings.sheet, headings.cells)
      self.sheet = sheet
      let wrong = Set(findings.compactMap { $0.column?.name })
      let marked = Set(zip(table.columns, headings.header.cells).compactMap { wrong.contains($0.name) ? $1 : nil })
      let reasons = findings.map(\.rejectReason).joined(by: Punctuation.semicolon).text(in: language)
      try sheet.append(
        [.text(reasons, style: CellStyle(wraps: true, verticalAlignment: .top))]
          + cells.enumerated().map { place, text in
            let style = marked.contains(place) ? FormStyles.wrong : .text
            // An empty cell takes its column's format by itself.
            return text.isEmpty && style == .text ? .blank : Cell(text.isEmpty ? .blank : .text(text), style: style)
          })
    } catch let error as WorkbookWritingError {
      throw WorkbookOutputError(error, writing: path)
    }
  }

  private func makeSheet(_ name: String, _ headings: [String]) throws -> SheetWriter {
    let workbook = try open?.workbook ?? makeWorkbook()
    let column = SheetColumn(width: .fitted(atLeast: 10, atMost: 40), style: .text)
    let layout = SheetLayout(
      columns: [SheetColumn(width: .fixed(50))] + Array(repeating: column, count: headings.count), headingRow: 0,
      frozenColumns: 1, hasFilter: true, isLandscape: true)
    let sheet = try workbook.addSheet(.fitted(name, avoiding: workbook.sheetNames), layout: layout)
    try sheet.append(
      ([Heading.reasons.text(in: language)] + headings).map { .text($0, style: FormStyles.optional) })
    return sheet
  }

  private func makeWorkbook() throws -> WorkbookWriter {
    let sink: FileSink
    do { sink = try FileSink(path: path) } catch { throw ImportError.unreadable(path: path, error) }
    do {
      // The same rejects are the same bytes, whenever they are written.
      let workbook = try WorkbookWriter(
        path: path, mode: .constantMemory(), properties: WorkbookProperties(author: FormStyles.author, created: 0))
      open = (sink, workbook)
      return workbook
    } catch {
      sink.remove()
      throw error
    }
  }

  func finish() throws {
    guard let open else { return }
    do {
      _ = try open.workbook.close()
    } catch {
      throw WorkbookOutputError(error, writing: path)
    }
    do { try open.sink.synchronize() } catch { throw ImportError.unreadable(path: path, error) }
  }

  func discard() {
    open?.sink.remove()
    open = nil
    sheet = nil
  }
}
