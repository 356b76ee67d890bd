import CadreModel
import Messages
import Workbook

/// The first sheet of a report's workbook: what it is of, and what it was made from.
struct Cover {
  let title: Message
  var facts: [(label: Message, cell: Cell)] = []
  private(set) var sections: [Section] = []

  /// A short table on the cover.
  struct Section {
    let heading: Message
    let columns: [Message]
    let rows: [[Cell]]
  }

  init(_ title: Message) {
    self.title = title
  }

  mutating func add(_ label: Message, _ text: String?) {
    facts.append((label, text.map { .text($0, style: Self.wrapped) } ?? .blank))
  }

  mutating func add(_ label: Message, _ day: Day?) {
    facts.append((label, day.flatMap(CellDate.init).map { .date($0, style: CellStyle(.date, alignment: .left)) } ?? .blank))
  }

  /// A section without rows is left out.
  mutating func add(_ heading: Message, _ columns: [Message], _ rows: [[Cell]]) {
    guard !rows.isEmpty else { return }
    sections.append(Section(heading: heading, columns: columns, rows: rows))
  }

  /// A section of sentences.
  mutating func add(_ heading: Message, sentences: [String]) {
    add(heading, [], sentences.map { [.text($0)] })
  }

  /// Tells of the tables' sheets, each with a link to it.
  mutating func addContents(of sheets: [SheetWriter]) {
    add(
      ReportWorkbookMessages.contents, [ReportWorkbookMessages.sheet, ReportWorkbookMessages.rows],
      sheets.map { sheet in
        [
          .link(sheet.name.text, to: CellTarget(sheet: sheet.name, position: CellPosition(row: 0, column: 0))),
          // Without the headings.
          .integer(sheet.rowCount - 1, style: CellStyle(alignment: .left)),
        ]
      })
  }

  /// Of the columns of all sections: a digest fits into the second.
  static let widths: [Double] = [30, 74, 24, 24]

  static let wrapped = CellStyle(wraps: true, verticalAlignment: .top)
  private static let titleStyle = CellStyle(isBold: true, fontColour: Colour(red: 0x9C, green: 0x1C, blue: 0x1C))
  private static let labelStyle = CellStyle(isBold: true, verticalAlignment: .top)

  func write(to sheet: SheetWriter, _ language: Language) throws {
    try sheet.append([.text(title.text(in: language), style: Self.titleStyle)], height: 28)
    try sheet.skipRows(1)
    for fact in facts { try sheet.append([.text(fact.label.text(in: language), style: Self.labelStyle), fact.cell]) }
    for section in sections {
      try sheet.skipRows(1)
      try sheet.append([.text(section.heading.text(in: language), style: Self.titleStyle)])
      if !section.columns.isEmpty {
        try sheet.append(section.columns.map { .text($0.text(in: language), style: ReportWorkbook.headingStyle) })
      }
      for row in section.rows { try sheet.append(row) }
    }
  }
}
