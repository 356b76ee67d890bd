import CadreModel
import DataContract
import Forms
import Messages
import Workbook

/// The first sheet of a delivery that is handed back: what is wrong by kind, then each place, all with links to the cells.
struct ReturnSummary {
  let title: String
  let kinds: [FindingSummary]
  let marks: [ReturnMarks.Mark]
  let language: Language
  /// What is not in the workbook.
  var notes: [Message] = []
  var places: [MarkPlace: CellTarget] = [:]
  var tables: [DeliveredPart: TableName] = [:]

  /// More are not listed one by one; each is marked in its place.
  static let listed = 10_000

  static let layout = SheetLayout(columns: [20, 24, 12, 60, 30].map { SheetColumn(width: .fixed($0)) })

  func write(to sheet: SheetWriter) throws(WorkbookWritingError) {
    try sheet.append([.text(title, style: FormStyles.title)])
    for line in ReturnMessages.lines + notes { try sheet.append([.text(line.text(in: language))]) }
    try sheet.skipRows(1)
    try append(ReturnMessages.byKind, [.table, .column, .first, .problem, .count], to: sheet)
    for kind in kinds {
      try sheet.append([
        .text(name(of: MarkPlace(kind.first).part)), .text(kind.first.column?.called.text(in: language) ?? ""),
        link(to: MarkPlace(kind.first)), .text(kind.first.problem.text(in: language)), .integer(kind.count),
      ])
    }
    try sheet.skipRows(1)
    try append(ReturnMessages.each, [.table, .column, .cell, .problem, .proposal], to: sheet)
    for mark in marks.prefix(Self.listed) {
      try sheet.append([
        .text(name(of: mark.place.part)), .text(mark.column?.called.text(in: language) ?? ""), link(to: mark.place),
        .text(mark.problem.text(in: language)), .text(mark.problem.proposal(for: mark.value, in: language) ?? ""),
      ])
    }
    if marks.count > Self.listed { try sheet.append([.text(ReturnMessages.listedOnly(Self.listed).text(in: language))]) }
  }

  private enum Heading {
    case table, column, first, cell, problem, count, proposal

    var message: Message {
      switch self {
      case .table: ReturnMessages.table
      case .column: ReturnMessages.column
      case .first: ReturnMessages.first
      case .cell: ReturnMessages.cell
      case .problem: ReturnMessages.problem
      case .count: ReturnMessages.count
      case .proposal: ReturnMessages.proposalHeading
      }
    }
  }

  private func append(_ title: Message, _ headings: [Heading], to sheet: SheetWriter) throws(WorkbookWritingError) {
    try sheet.append([.text(title.text(in: language), style: FormStyles.title)])
    try sheet.append(headings.map { .text($0.message.text(in: language), style: FormStyles.optional) })
  }

  private func name(of part: DeliveredPart) -> String {
    tables[part]?.called.text(in: language) ?? part.file
  }

  private func link(to place: MarkPlace) -> Cell {
    places[place].map { .link($0.position.name, to: $0) } ?? .text("")
  }
}
