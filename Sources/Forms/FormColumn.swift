public import CadreModel
import DataContract
import Messages
import Workbook

/// A column of the contract as a form has it: its heading, how its cells look, what may be chosen, and what is said of it.
struct FormColumn {
  let column: DataContract.Column
  private let language: Language
  private let table: Table
  private let examples: FormExamples
  /// What each code is written as.
  private let codeNames: [String: String]
  /// The same, in the contract's order.
  private let choices: [String]

  init(_ column: DataContract.Column, of table: Table, examples: FormExamples, in language: Language) {
    self.column = column
    self.table = table
    self.examples = examples
    self.language = language
    let codes = column.type.codes
    choices = codes.map { Self.name(of: $0, among: codes, language) }
    codeNames = Dictionary(zip(codes.map(\.code), choices)) { first, _ in first }
  }

  var heading: String { language(zh: column.label, en: column.name) }

  /// Ids, codes and whatever else must keep its zeros is text; what is counted or dated is not.
  var style: CellStyle {
    switch column.type {
    case .number, .integer: .plain
    case .date: CellStyle(.date)
    default: .text
    }
  }

  /// The entries to choose from, where a cell holds one of a few.
  var entries: [String]? {
    switch column.type {
    case .code: choices
    case .bool: [FormMessages.yes.text(in: language), FormMessages.no.text(in: language)]
    default: nil
    }
  }

  /// A stored value, given as the server writes it; codes as labels that an import reads.
  func cell(_ stored: String?) -> Cell {
    guard let stored, !stored.isEmpty else { return .blank }
    switch column.type {
    case .number, .integer: return Double(stored).map { Cell(.number($0)) } ?? .identifier(stored)
    case .date: return CellDate(stored).map { .date($0) } ?? .identifier(stored)
    case .bool: return .identifier((stored == "true" ? FormMessages.yes : FormMessages.no).text(in: language))
    case .code: return .identifier(codeNames[stored] ?? stored)
    case .tags:
      return .identifier(stored.split(separator: ";").map { codeNames[String($0)] ?? String($0) }.joined(separator: ";"))
    default: return .identifier(stored)
    }
  }

  /// The label in Chinese, the code in English; the code, too, where a label could be read as anything else.
  private static func name(of code: Code, among codes: [Code], _ language: Language) -> String {
    guard language == .chinese else { return code.code }
    let meant = codes.first { $0.code == code.label } ?? codes.first { $0.label == code.label }
    let isOne = code.label.unicodeScalars.allSatisfy { !separators.contains($0) }
    return meant == code && isOne ? code.label : code.code
  }

  /// What an import takes for the end of one of several codes: `;` and `,`, their wide forms, and the mark of lists.
  private static let separators: Set<Unicode.Scalar> = [";", ",", "\u{FF1B}", "\u{FF0C}", "\u{3001}"]
}

extension FormColumn {
  /// What the column is, whether it has to be filled in, its format, an example.
  var explanation: String {
    var parts = [FormMessages.column(column.label, name: column.name)]
    parts.append(column.presence == .required ? FormMessages.required : FormMessages.optional)
    if table.key.contains(column.name) { parts.append(table.key.count == 1 ? FormMessages.key : FormMessages.partOfKey) }
    switch column.type {
    case .code: parts.append(FormMessages.choices(choices))
    case .tags: parts.append(FormMessages.severalChoices(choices))
    default: parts.append(FormMessages.format(column.type.format))
    }
    if let example { parts.append(FormMessages.example(example)) }
    return parts.map { $0.text(in: language) }.joined(separator: "\n")
  }

  private var example: String? {
    switch column.type {
    case .id: examples.id
    case .reference, .subject: examples.id
    case .text: nil
    case .date: "2025-03-01"
    case .bool: FormMessages.yes.text(in: language)
    case .number: "12.5"
    case .integer(.year): "2025"
    case .integer: "3"
    case .code: choices.first
    case .tags: choices.prefix(2).joined(separator: ";")
    case .regionCode: examples.regionCode
    case .half: "2025H1"
    // Of the standard itself, and nobody's.
    case .identityNumber: "11010519491231002X"
    case .clause: examples.clause
    case .indicator: examples.indicator
    }
  }
}

/// What stands as an example where it depends on the city.
public struct FormExamples: Sendable, Hashable {
  let id = "A0001"
  let regionCode: String
  let clause: String?
  let indicator: String?

  /// - Parameters:
  ///   - clause: an id of the catalogue, and the same of an indicator.
  public init(_ city: City, clause: String? = nil, indicator: String? = nil) {
    regionCode = city.regionPrefix + String(repeating: "0", count: max(0, 6 - city.regionPrefix.count))
    self.clause = clause
    self.indicator = indicator
  }
}

extension ColumnType {
  fileprivate var codes: [Code] {
    switch self {
    case .code(let codes), .tags(let codes): codes
    default: []
    }
  }

  fileprivate var format: Message {
    switch self {
    case .id: FormatMessages.id
    case .reference(let tables): FormatMessages.reference(to: tables.map { Message(Table[$0].label, $0.rawValue) })
    case .subject: FormatMessages.subject
    case .text, .code, .tags: FormatMessages.text
    case .date: FormatMessages.date
    case .bool: FormatMessages.bool
    case .number(.nonNegative): FormatMessages.number
    case .number(.hundred): FormatMessages.hundred
    case .number(.nonZero): FormatMessages.nonZero
    case .integer(.nonNegative): FormatMessages.integer
    case .integer(.positive): FormatMessages.positive
    case .integer(.year): FormatMessages.year
    case .regionCode: FormatMessages.regionCode
    case .half: FormatMessages.half
    case .identityNumber: FormatMessages.identityNumber
    case .clause: FormatMessages.clause
    case .indicator: FormatMessages.indicator
    }
  }
}

extension CellDate {
  /// Reads `2025-03-01`.
  init?(_ text: String) {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
