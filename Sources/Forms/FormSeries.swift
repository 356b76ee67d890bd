import Workbook

/// The rows of a table on sheets: on a next one, `培训记录-2`, where one is full.
///
/// Not ` (2)`, by which spreadsheet programs name the copy of a sheet: an import takes what is named so for one.
final class FormSeries {
  private let form: FormSheet
  private let workbook: WorkbookWriter
  private let rowLimit: Int
  private var sheets: [SheetWriter]

  /// - Parameter rowLimit: how many rows a sheet takes, with its headings.
  init(_ form: FormSheet, in workbook: WorkbookWriter, rowLimit: Int) throws(WorkbookWritingError) {
    self.form = form
    self.workbook = workbook
    self.rowLimit = rowLimit
    sheets = []
    try begin(form.name)
  }

  func append(_ cells: [Cell]) throws(WorkbookWritingError) {
    guard let sheet = sheets.last else { return }
    guard sheet.rowCount >= rowLimit else { return try sheet.append(cells) }
    try begin(.fitted("\(form.name.text)-\(sheets.count + 1)", avoiding: workbook.sheetNames))
    try sheets.last?.append(cells)
  }

  /// What can be chosen is said when all rows are there.
  func finish() throws(WorkbookWritingError) {
    for sheet in sheets { try form.addChoices(to: sheet) }
  }

  private func begin(_ name: SheetName) throws(WorkbookWritingError) {
    let sheet = try workbook.addSheet(name, layout: form.layout)
    try sheet.append(form.headings)
    sheets.append(sheet)
  }
}
