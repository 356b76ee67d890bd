import Workbook

/// The workbooks of a delivery, each opened once: its list of sheets and the strings that they share are read once, however many
/// tables are in it and however often their rows are gone through.
final class OpenWorkbooks {
  private var open: [String: WorkbookFile] = [:]

  init() {}

  /// - Throws: `ImportError.workbookUnreadable`.
  func workbook(at path: String) throws(ImportError) -> WorkbookFile {
    if let found = open[path] { return found }
    do {
      let opened = try WorkbookFile(path: path)
      open[path] = opened
      return opened
    } catch {
      throw .workbookUnreadable(path: path, error)
    }
  }
}
