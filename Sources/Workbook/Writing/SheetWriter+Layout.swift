import CXLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension SheetWriter {
  /// The library puts a name into formulas as it is unless it sees a sign in it, so that a sheet `A01` would be taken
  /// for a cell: the quoted name goes everywhere. The library frees it.
  func quoteName() throws(WorkbookWritingError) {
    let sheet = unsafe try library()
    guard let quoted = unsafe strdup(name.quoted) else { throw .library(path: open.path, detail: "out of memory") }
    unsafe free(sheet.pointee.quoted_name)
    unsafe sheet.pointee.quoted_name = unsafe quoted
  }

  /// Sets the columns' widths, as far as they are known, and their styles.
  func setColumns() throws(WorkbookWritingError) {
    let sheet = unsafe try library()
    for index in 0..<min(max(layout.columns.count, widths.count), SheetLimits.columns) {
      let column = index < layout.columns.count ? layout.columns[index] : SheetColumn()
      let width: Double =
        switch column.width {
        case .fixed(let width): width
        case .fitted(let least, let most): Double(min(max(least, (index < widths.count ? widths[index] : 0) + 2), most))
        }
      let format = unsafe try open.format(of: column.style ?? .plain)
      var options = lxw_row_col_options()
      options.hidden = column.isHidden ? 1 : 0
      let number = UInt16(index)
      try open.check(unsafe worksheet_set_column_opt(sheet, number, number, min(max(width, 0), 255), format, &options))
    }
  }

  /// What can only be said when the last row is known, and how the sheet is printed.
  func finish() throws(WorkbookWritingError) {
    let sheet = unsafe try library()
    try setColumns()
    let frozenRows = layout.headingRow.map { $0 + 1 } ?? 0
    if frozenRows > 0 || layout.frozenColumns > 0 {
      unsafe worksheet_freeze_panes(sheet, UInt32(frozenRows), UInt16(layout.frozenColumns))
    }
    if let headingRow = layout.headingRow {
      let row = UInt32(headingRow)
      try open.check(unsafe worksheet_repeat_rows(sheet, row, row))
      if layout.hasFilter, !widths.isEmpty {
        let lastRow = UInt32(max(headingRow, rowCount - 1))
        try open.check(unsafe worksheet_autofilter(sheet, row, 0, lastRow, UInt16(widths.count - 1)))
      }
    }
    if let colour = layout.tabColour { unsafe worksheet_set_tab_color(sheet, colour.libraryValue) }
    if layout.isHidden { unsafe worksheet_hide(sheet) }
    try setPaper()
  }

  /// A4, as wide as the page and as long as it has to be.
  private func setPaper() throws(WorkbookWritingError) {
    let sheet = unsafe try library()
    unsafe worksheet_set_paper(sheet, 9)
    if layout.isLandscape {
      unsafe worksheet_set_landscape(sheet)
      // In inches: narrow ones, as wide tables are printed small.
      unsafe worksheet_set_margins(sheet, 0.4, 0.4, 0.75, 0.6)
    }
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    if let header = layout.header.code { try open.check(unsafe worksheet_set_header(sheet, header)) }
    if let footer = layout.footer.code { try open.check(unsafe worksheet_set_footer(sheet, footer)) }
  }
}
