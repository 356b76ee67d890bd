import CadreModel
import DataContract
import Messages

/// The data contract: every file of a delivery, column by column.
enum ContractPage {
  static var page: GeneratedPage {
    GeneratedPage(
      name: "DataContract", title: DocumentMessages.dataContract.inBoth,
      lines: [
        "A delivery is a workbook (.xlsx) with a sheet a table, or a folder with one CSV file or workbook a table; sheets and files",
        "are named after the table in English or Chinese. A row of headings, in",
        "either language and any order, then a row a record; a row with a known key replaces the earlier one. Empty cells are",
        "allowed where a column is optional. Codes may be written as codes or as their labels. A column that a file lacks is",
        "empty where it is optional, and an error where it is not.",
        "",
        "The last column says by which headings of the national personnel sets a column is known, too; <doc:TheFieldsFormats> tells",
        "of appointment forms and exchange folders.",
        "",
        "Dates: the *row's own date* says from when a row exists for a judging; an *event* reads as empty while it lies after",
        "the day judged; an *open* date is read even when it lies ahead.",
      ] + Table.all.flatMap(lines) + withdrawals)
  }

  /// The one file that is no table.
  private static var withdrawals: [String] {
    var columns = MarkdownTable(
      DocumentMessages.columnLabel.english, DocumentMessages.columnLabel.chinese, "type", "required", "codes")
    for column in Withdrawals.columns {
      columns.append(column.name, column.label, column.type.words, "required", column.type.codesInWords)
    }
    return [
      "", "## \(Withdrawals.name) \(Withdrawals.label)", "",
      "Stored rows that go once all other rows of the delivery are in. The table is named in English or Chinese; the parts of a",
      "key of several columns are joined by `\(Withdrawals.keySeparator)`. A row that others refer to does not go: the import",
      "names them, and stores nothing.", "",
    ] + columns.lines
  }

  private static func lines(of table: DataContract.Table) -> [String] {
    var columns = MarkdownTable(
      DocumentMessages.columnLabel.english, DocumentMessages.columnLabel.chinese, "type", "required", "codes",
      "GB/T 14946")
    for column in table.columns {
      columns.append(
        column.name, column.label, column.type.words, column.presence == .required ? "required" : "optional",
        column.type.codesInWords + column.unheldInWords, column.nationalNames.joined(separator: ", "))
    }
    let rules = table.rules.map { "Rule: \($0.words)." }
    return ["", "## \(table.name.rawValue) \(table.label)", "", "Key: \(table.key.joined(separator: ", ")).", ""]
      + (rules.isEmpty ? [] : rules + [""]) + columns.lines
  }
}

extension ColumnType {
  fileprivate var words: String {
    switch self {
    case .id: "id: 1-64 of A-Z a-z 0-9 _ -"
    case .reference(let tables): "id of " + tables.map(\.rawValue).joined(separator: " or ")
    case .subject: "id of persons or units, as subject_kind says"
    case .text: "text"
    case .date(.own): "date, the row's own"
    case .date(.event): "date, event"
    case .date(.open): "date, open"
    case .bool: "yes or no"
    case .number(.nonNegative): "number from 0, at most two decimals"
    case .number(.hundred): "number from 0 to 100, at most two decimals"
    case .number(.nonZero): "number other than 0, at most two decimals"
    case .integer(.nonNegative): "whole number from 0"
    case .integer(.positive): "whole number from 1"
    case .integer(.year): "year from 1900 to 2100"
    case .code: "code"
    case .tags: "codes, separated by ;"
    case .regionCode: "six digits of GB/T 2260, in the city"
    case .half: "half-year, as 2025H1"
    case .identityNumber: "identity number of GB 11643"
    case .clause: "clause id of the catalogue"
    case .indicator: "indicator id of the catalogue"
    }
  }

  fileprivate var codesInWords: String {
    switch self {
    case .code(let codes), .tags(let codes):
      codes.map { code in
        let others = code.earlierLabels + code.otherNames
        let earlier = others.isEmpty ? "" : " (also \(others.joined(separator: ", ")))"
        return "\(code.code) \(code.label)\(earlier)"
      }.joined(separator: ", ")
    default: ""
    }
  }
}

extension DataContract.Column {
  /// The national codes that are refused with their meaning.
  fileprivate var unheldInWords: String {
    unheldCodes.isEmpty
      ? "" : "; refused, no grade: " + unheldCodes.map { "\($0.code) \($0.label)" }.joined(separator: ", ")
  }
}

extension RowRule {
  fileprivate var words: String {
    switch self {
    case .interval(let from, let to): "\(to) is not before \(from)"
    case .oneGiven(let one, let other): "exactly one of \(one) and \(other) is given"
    case .different(let one, let other): "\(one) and \(other) differ"
    case .notBothZero(let one, let other): "\(one) and \(other) are not both 0"
    }
  }
}
