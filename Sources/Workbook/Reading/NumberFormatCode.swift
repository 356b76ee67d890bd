/// What a number is shown as.
enum FormatMeaning: Hashable, Sendable {
  case number
  case percent
  case text
  case date(DateShape)
  case time
  case elapsed
}

/// A number format: up to three sections for numbers, each of which may mean something else.
struct NumberFormatCode: Equatable, Sendable {
  struct Condition: Equatable {
    let comparison: String
    let bound: Double

    func holds(_ value: Double) -> Bool {
      switch comparison {
      case "<": value < bound
      case "<=": value <= bound
      case ">": value > bound
      case ">=": value >= bound
      case "=": value == bound
      default: value != bound
      }
    }
  }

  struct Section: Equatable {
    let meaning: FormatMeaning
    let condition: Condition?
  }

  static let general = NumberFormatCode("General")

  private let sections: [Section]
  /// What all sections mean, where they agree: nearly always.
  let uniform: FormatMeaning?

  init(_ code: String) {
    var scanned = NumberFormatScanner.sections(of: code)
    // The last section is for text when it has an `@`: `yyyy/m/d;@`.
    if scanned.count > 1, scanned.last?.meaning == .text || scanned.count > 3 { scanned.removeLast() }
    // A section without anything shows nothing; what a number means there is said by the first.
    let first = scanned.first { !$0.isEmpty }?.meaning ?? .number
    sections = scanned.prefix(3).map { Section(meaning: $0.isEmpty ? first : $0.meaning, condition: $0.condition) }
    let meaning = sections.first?.meaning ?? .number
    uniform = sections.allSatisfy { $0.meaning == meaning } ? meaning : nil
  }

  func meaning(of value: Double) -> FormatMeaning {
    if let uniform { return uniform }
    if sections.contains(where: { $0.condition != nil }) {
      let found = sections.first { $0.condition?.holds(value) ?? false } ?? sections.first { $0.condition == nil }
      return found?.meaning ?? .number
    }
    return switch sections.count {
    case 2: sections[value < 0 ? 1 : 0].meaning
    case 3: sections[value > 0 ? 0 : value < 0 ? 1 : 2].meaning
    default: .number
    }
  }
}
