import CadreModel
import DataContract
import Messages
import Workbook

/// The first sheet of a template: how it is filled in, and what tables there are.
struct TemplateGuide {
  struct Entry {
    let table: Table
    let sheet: SheetName
    /// Nil in an empty template.
    let rows: Int?
  }

  let title: String
  let city: String
  let entries: [Entry]
  let language: Language

  static let layout = SheetLayout(columns: [24, 24, 10, 12, 12].map { SheetColumn(width: .fixed($0)) })

  private var hasRows: Bool { entries.contains { $0.rows != nil } }

  func write(to sheet: SheetWriter) throws(WorkbookWritingError) {
    try sheet.append([.text(title, style: FormStyles.title)])
    try sheet.skipRows(1)
    var lines = GuideMessages.lines
    if hasRows { lines.append(GuideMessages.withData) }
    lines.append(GuideMessages.then(command: "cadre check --city \(city)"))
    for (index, line) in lines.enumerated() {
      try sheet.append([.text("\(index + 1). \(line.text(in: language))")])
    }
    try sheet.skipRows(1)
    var headings = [GuideMessages.table, GuideMessages.fileName, GuideMessages.columns, GuideMessages.requiredColumns]
    if hasRows { headings.append(GuideMessages.rows) }
    try sheet.append(headings.map { .text($0.text(in: language), style: FormStyles.optional) })
    for entry in entries {
      let table = entry.table
      var cells: [Cell] = [
        .link(entry.sheet.text, to: CellTarget(sheet: entry.sheet, position: CellPosition(row: 0, column: 0))),
        .text(language(zh: table.name.rawValue, en: table.label)),
        .integer(table.columns.count),
        .integer(table.columns.count { $0.presence == .required }),
      ]
      if let rows = entry.rows { cells.append(.integer(rows)) }
      try sheet.append(cells)
    }
  }
}
