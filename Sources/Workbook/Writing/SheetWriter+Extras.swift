import CXLSXWriter

extension SheetWriter {
  /// Offers entries in cells.
  public func add(_ dropDown: DropDown, to range: CellRange) throws(WorkbookWritingError) {
    guard !dropDown.entries.isEmpty, !dropDown.entries.contains(where: \.isEmpty) else { throw .emptyList }
    let strings = CStrings()
    var rule = unsafe lxw_data_validation()
    unsafe set(dropDown.message, refusal: dropDown.refusal, in: &rule, strings)
    if dropDown.isShort {
      unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      var entries = unsafe dropDown.entries.map { unsafe strings.copy($0) } + [nil]
      try unsafe entries.withUnsafeMutableBufferPointer { buffer throws(WorkbookWritingError) in
        unsafe rule.value_list = buffer.baseAddress
        unsafe try apply(&rule, to: range)
      }
    } else {
      unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe rule.value_formula = strings.copy("=" + open.nameOfLongList(dropDown.entries))
      unsafe try apply(&rule, to: range)
    }
    withExtendedLifetime(strings) {}
  }

  /// Says something when one of the cells is chosen.
  public func add(_ message: InputMessage, to range: CellRange) throws(WorkbookWritingError) {
    let strings = CStrings()
    var rule = unsafe lxw_data_validation()
    unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    unsafe set(message, refusal: nil, in: &rule, strings)
    unsafe try apply(&rule, to: range)
    withExtendedLifetime(strings) {}
  }

  private func set(
    _ message: InputMessage?, refusal: InputMessage?, in rule: inout lxw_data_validation, _ strings: CStrings
  ) {
    if let message {
      unsafe rule.input_title = strings.copy(CellText.plain(message.title, limit: 32))
      unsafe rule.input_message = strings.copy(CellText.plain(message.text, limit: 255))
    }
    if let refusal {
      unsafe rule.error_title = strings.copy(CellText.plain(refusal.title, limit: 32))
      unsafe rule.error_message = strings.copy(CellText.plain(refusal.text, limit: 255))
    }
  }

  private func apply(_ rule: inout lxw_data_validation, to range: CellRange) throws(WorkbookWritingError) {
    try check(range)
    let result = unsafe worksheet_data_validation_range(
      try library(), UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
      UInt16(range.last.column), &rule)
    try open.check(result)
  }

  /// Colours cells by their text. Of several rules for a text the first counts.
  public func add(_ rule: ColourRule, to range: CellRange) throws(WorkbookWritingError) {
    try check(range)
    let strings = CStrings()
    var format = unsafe lxw_conditional_format()
    unsafe format.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    unsafe format.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
    let text = CellText.plain(rule.text, limit: 250).split(separator: "\"", omittingEmptySubsequences: false)
    unsafe format.value_string = strings.copy("\"\(text.joined(separator: "\"\""))\"")
    unsafe format.format = try open.format(of: rule)
    let result = unsafe worksheet_conditional_format_range(
      try library(), UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
      UInt16(range.last.column), &format)
    withExtendedLifetime(strings) {}
    try open.check(result)
  }

  /// Puts a note on a cell, in a box that its text fits into.
  public func attach(_ comment: CellComment, to position: CellPosition) throws(WorkbookWritingError) {
    try check(CellRange(from: position, to: position))
    let strings = CStrings()
    let text = CellText.plain(comment.text, limit: SheetLimits.textLength - 1)
    var options = unsafe lxw_comment_options()
    unsafe options.author = strings.copy(CellText.plain(comment.author, limit: 54))
    let size = Self.size(of: text)
    unsafe options.width = size.width
    unsafe options.height = size.height
    // Tahoma, the library's choice, has no Chinese characters; the number is a font's that has.
    unsafe options.font_size = 9
    let result = unsafe worksheet_write_comment_opt(
      try library(), UInt32(position.row), UInt16(position.column), text, &options)
    withExtendedLifetime(strings) {}
    try open.check(result)
  }

  /// In pixels: lines of at most 40 Latin or 20 Chinese characters.
  private static func size(of text: String) -> (width: UInt16, height: UInt16) {
    let perLine = 40
    var lines = 0
    var widest = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let width = CellText.look(at: String(line)).width
      lines += max(1, (width + perLine - 1) / perLine)
      widest = max(widest, min(width, perLine))
    }
    return (UInt16(max(96, widest * 7 + 20)), UInt16(min(600, lines * 18 + 14)))
  }

  func check(_ range: CellRange) throws(WorkbookWritingError) {
    guard range.isInSheet else {
      throw range.last.column >= SheetLimits.columns ? .tooManyColumns(sheet: name.text) : .sheetIsFull(sheet: name.text)
    }
  }
}
