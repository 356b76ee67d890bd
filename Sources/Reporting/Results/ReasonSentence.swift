import CadreModel
import PolicyKit

/// The sentence to one reason for the results of one indicator: literal text, and slots for a result's own values.
struct ReasonSentence {
  /// All literal text.
  private var text: [UInt8] = []
  /// Where a piece of the text ends, and what follows it.
  private var pieces: [(end: Int, slot: Slot?)] = []

  /// What a sentence takes from its result.
  enum Slot: String, CaseIterable {
    case observed = "{observed}"
    case required = "{required}"
    case dueOn = "{due_on}"
    case detail = "{detail}"
  }

  /// - Parameter measure: the indicator's.
  init(_ reason: Reason, measure: MeasureUnit, language: Language) {
    let template = Array(measure.named(in: reason.sentence.text(in: language), language).utf8)
    var rest = template[...]
    while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
      text += rest[..<brace]
      rest = rest[brace...]
      if let slot = Slot.allCases.first(where: { rest.starts(with: $0.rawValue.utf8) }) {
        pieces.append((text.count, slot))
        rest = rest.dropFirst(slot.rawValue.utf8.count)
      } else {
        text.append(UInt8(ascii: "{"))
        rest = rest.dropFirst()
      }
    }
    text += rest
    pieces.append((text.count, nil))
  }

  /// The sentences to all reasons for amounts of one measure.
  static func byCode(_ measure: MeasureUnit, language: Language) -> [[UInt8]: ReasonSentence] {
    Dictionary(
      uniqueKeysWithValues: Reason.allCases.map {
        (Array($0.rawValue.utf8), ReasonSentence($0, measure: measure, language: language))
      })
  }

  /// Writes the sentence, each slot filled by `append`. A sentence whose last value is empty does not end with a blank.
  func write(to cells: inout CellBytes, _ append: (Slot, inout CellBytes) -> Void) {
    let start = cells.count
    var from = 0
    for (end, slot) in pieces {
      cells.append(text.span.extracting(from..<end))
      if let slot { append(slot, &cells) }
      from = end
    }
    cells.trimBlanks(from: start)
  }
}
