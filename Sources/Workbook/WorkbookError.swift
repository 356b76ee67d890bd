/// Why a workbook cannot be read or written.
public enum WorkbookError: Error, Equatable, Sendable {
  /// The file cannot be opened, in the words of the library.
  case cannotOpen(path: String, detail: String)
}
