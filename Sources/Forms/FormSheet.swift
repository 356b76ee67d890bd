import CadreModel
import DataContract
import Messages
public import Workbook

/// A table of the contract as a sheet to be filled in.
struct FormSheet {
  let table: Table
  let columns: [FormColumn]
  private let language: Language

  init(_ table: Table, examples: FormExamples, in language: Language) {
    self.table = table
    self.language = language
    columns = table.columns.map { FormColumn($0, of: table, examples: examples, in: language) }
  }

  /// The table's name, which an import knows.
  var name: SheetName { .fitted(language(zh: table.label, en: table.name.rawValue)) }

  var layout: SheetLayout {
    SheetLayout(
      columns: columns.map { SheetColumn(width: .fitted(atLeast: 12, atMost: 40), style: $0.style) }, headingRow: 0,
      frozenColumns: table.key.count, isLandscape: true)
  }

  var headings: [Cell] {
    columns.map { column in
      Cell(
        .text(column.heading), style: column.column.presence == .required ? FormStyles.required : FormStyles.optional,
        comment: CellComment(column.explanation, author: FormStyles.author))
    }
  }

  /// What can be chosen in the cells below the headings.
  func addChoices(to sheet: SheetWriter) throws(WorkbookWritingError) {
    let refusal = InputMessage(text: FormMessages.chooseFromList.text(in: language))
    for (index, column) in columns.enumerated() {
      guard let entries = column.entries else { continue }
      try sheet.add(DropDown(entries, refusal: refusal), to: CellRange(column: index, fromRow: 1))
    }
  }
}

/// How forms look.
public enum FormStyles {
  /// Who comments.
  public static let author = "cadre"

  /// The heading of a column that has to be filled in.
  public static let required = CellStyle(
    .text, isBold: true, fill: Colour(red: 0xF8, green: 0xCB, blue: 0xAD), hasBorder: true, verticalAlignment: .centre)
  /// The heading of one that may be empty.
  public static let optional = CellStyle(
    .text, isBold: true, fill: Colour(red: 0xE7, green: 0xE6, blue: 0xE6), hasBorder: true, verticalAlignment: .centre)
  /// A cell that has to be mended.
  public static let wrong = CellStyle(.text, fill: Colour(red: 0xFF, green: 0xC7, blue: 0xCE))
  /// The other cells of a row that is wrong as a whole.
  public static let doubtful = CellStyle(.text, fill: Colour(red: 0xFF, green: 0xEB, blue: 0x9C))
  public static let title = CellStyle(isBold: true)
}
