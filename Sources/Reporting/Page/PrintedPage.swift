public import CadreModel
import Files
import Glibc
import Messages
import Pages
public import Printing

/// A page of a report: written to look at, and printed.
struct PrintedPage {
  /// Its name without the ending.
  let name: String
  let html: HTML
  /// What stands above each printed page; nil for a page that brings all it needs.
  let header: PageHeader?
  let language: Language
  /// As wide as the screen's tables, where it is not made for paper.
  var isLandscape = true
}

extension ReportDraft {
  /// Makes of a report's tables what is asked for beside them: the page, and the workbook of its name. The tables go where they
  /// are not asked for themselves.
  ///
  /// - Parameter workbook: writes it, from the tables that lie in the folder.
  /// - Returns: why the page was not printed, though that was asked for.
  nonisolated(nonsending) func add(
    _ page: PrintedPage, in forms: ReportForms, workbook: (DraftFolder) throws -> Void
  ) async throws -> PrintingError? {
    let unprinted = try await add(page, in: forms)
    if forms.formats.contains(.xlsx) {
      try workbook(room)
      add(try room.written("\(page.name).xlsx"))
    }
    if !forms.formats.contains(.csv) { dropTables() }
    return unprinted
  }

  /// Writes a page as it is asked for: as HTML, as PDF.
  ///
  /// - Returns: why it was not printed, though that was asked for.
  nonisolated(nonsending) func add(_ page: PrintedPage, in forms: ReportForms) async throws -> PrintingError? {
    let html = "\(page.name).html"
    if forms.formats.contains(.html) { try add(html, page.html.bytes, rows: nil) }
    guard forms.formats.contains(.pdf) else { return nil }
    if !forms.formats.contains(.html) { try room.put(html, page.html.bytes) }
    defer { if !forms.formats.contains(.html) { unsafe unlink("\(room.path)/\(html)") } }
    let pdf = "\(page.name).pdf"
    do {
      let printer = PagePrinter(browser: try Browser.find(in: forms.environment), environment: forms.environment)
      let setup = PageSetup(
        leftHeader: page.header?.unitLine.text(in: page.language) ?? "",
        rightHeader: page.header?.dateLine.text(in: page.language) ?? "",
        leftFooter: page.header?.stamp?.mark.text(in: page.language) ?? "",
        rightFooter: page.header?.stamp?.chain.text(in: page.language) ?? "", isLandscape: page.isLandscape)
      try await printer.print(page: "\(room.path)/\(html)", to: "\(room.path)/\(pdf)", setup: setup)
    } catch let error as PrintingError {
      return error
    }
    add(try room.written(pdf))
    return nil
  }
}

extension PrintingError {
  /// Why there is no PDF, and what would help.
  public var reason: Label {
    switch self {
    case .noBrowser: NoPDFMessages.noBrowser
    case .notExecutable(let path): NoPDFMessages.notExecutable(path)
    case .page(let path, let reason), .file(let path, let reason):
      NoPDFMessages.file(path, reason: Message(reason.chinese, reason.english))
    case .cannotStart(let browser, let reason):
      NoPDFMessages.cannotStart(browser, reason: Message(reason.chinese, reason.english))
    case .failed(let browser, let exitStatus): NoPDFMessages.failed(browser, exitStatus: Int(exitStatus))
    case .timedOut(let browser, let seconds): NoPDFMessages.timedOut(browser, seconds: seconds)
    }
  }
}
