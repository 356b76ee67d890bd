import CXLSXWriter

/// The library's workbook while it is being written, with the formats made so far. Shared by a writer and its sheets.
///
/// The pointers belong to the library's workbook and go with it: nobody uses them after `close`, which every use asks for.
@safe
final class OpenWorkbook {
  let path: String
  let isConstantMemory: Bool
  private var pointer: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var ruleFormats: [ColourRule: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  var summary = WritingSummary()
  /// Entries of drop-downs that lie in the hidden sheet, each list once.
  private(set) var longLists: [[String]] = []

  init(path: String, mode: WorkbookWriter.Mode, properties: WorkbookProperties) throws(WorkbookWritingError) {
    self.path = path
    let strings = CStrings()
    var options = unsafe lxw_workbook_options()
    switch mode {
    case .wholeInMemory: isConstantMemory = false
    case .constantMemory(let folder):
      isConstantMemory = true
      unsafe options.constant_memory = 1
      unsafe options.tmpdir = strings.copy(folder ?? "")
    }
    guard let pointer = unsafe workbook_new_opt(path, &options) else {
      throw .library(path: path, detail: "out of memory")
    }
    unsafe self.pointer = pointer
    var values = unsafe lxw_doc_properties()
    unsafe values.title = strings.copy(CellText.plain(properties.title, limit: 255))
    unsafe values.author = strings.copy(CellText.plain(properties.author, limit: 255))
    unsafe values.subject = strings.copy(CellText.plain(properties.subject, limit: 255))
    // The library looks at the clock where it is told 0.
    unsafe values.created = time_t(max(properties.created, 1))
    let result = unsafe workbook_set_properties(pointer, &values)
    withExtendedLifetime(strings) {}
    try check(result)
  }

  deinit {
    if let pointer = unsafe pointer { unsafe lxw_workbook_free(pointer) }
  }

  func library() throws(WorkbookWritingError) -> UnsafeMutablePointer<lxw_workbook> {
    guard let pointer = unsafe pointer else { throw .closed }
    return unsafe pointer
  }

  /// Writes the file. The library's workbook is gone afterwards, also if that failed.
  func close() throws(WorkbookWritingError) {
    let pointer = unsafe try library()
    unsafe self.pointer = nil
    try check(unsafe workbook_close(pointer))
  }

  func check(_ result: lxw_error) throws(WorkbookWritingError) {
    guard result != LXW_NO_ERROR else { return }
    let words = unsafe lxw_strerror(result)
    throw .library(path: path, detail: unsafe words.map { unsafe String(cString: $0) } ?? "error \(result.rawValue)")
  }

  /// Where entries lie in the hidden sheet: the name of their range.
  func nameOfLongList(_ entries: [String]) -> String {
    let index =
      longLists.firstIndex(of: entries)
      ?? {
        longLists.append(entries)
        return longLists.count - 1
      }()
    return Self.nameOfLongList(at: index)
  }

  static func nameOfLongList(at index: Int) -> String { "_list_\(index + 1)" }

  /// The format of a style; nil for the plain one, which needs none.
  func format(of style: CellStyle) throws(WorkbookWritingError) -> UnsafeMutablePointer<lxw_format>? {
    guard style != .plain else { return nil }
    if let format = unsafe formats[style] { return unsafe format }
    let format = unsafe try newFormat()
    if let code = style.numberFormat.code { unsafe format_set_num_format(format, code) }
    if style.isBold { unsafe format_set_bold(format) }
    if style.isUnderlined { unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if let colour = style.fontColour { unsafe format_set_font_color(format, colour.libraryValue) }
    if let fill = style.fill {
      unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      unsafe format_set_bg_color(format, fill.libraryValue)
    }
    if style.hasBorder { unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.wraps { unsafe format_set_text_wrap(format) }
    switch style.alignment {
    case .byContent: break
    case .left: unsafe format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .centre: unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    switch style.verticalAlignment {
    case .top: unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .centre: unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .bottom: break
    }
    unsafe formats[style] = format
    return unsafe format
  }

  /// The format that a rule lays over a cell's own.
  func format(of rule: ColourRule) throws(WorkbookWritingError) -> UnsafeMutablePointer<lxw_format> {
    if let format = unsafe ruleFormats[rule] { return unsafe format }
    let format = unsafe try newFormat()
    unsafe format_set_bg_color(format, rule.fill.libraryValue)
    if let colour = rule.fontColour { unsafe format_set_font_color(format, colour.libraryValue) }
    unsafe ruleFormats[rule] = format
    return unsafe format
  }

  private func newFormat() throws(WorkbookWritingError) -> UnsafeMutablePointer<lxw_format> {
    guard let format = unsafe workbook_add_format(try library()) else {
      throw .library(path: path, detail: "out of memory")
    }
    return unsafe format
  }
}
