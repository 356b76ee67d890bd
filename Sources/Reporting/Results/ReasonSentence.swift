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
    var rest = measure.named(in: reason.sentence.text(in: language), language)[...]
    while let (range, slot) = Self.firstSlot(in: rest) {
      text += rest[..<range.lowerBound].utf8
      pieces.append((text.count, slot))
      rest = rest[range.upperBound...]
    }
    text += rest.utf8
    pieces.append((text.count, nil))
  }

  /// The sentences to all reasons for amounts of one measure.
  static func byCode(_ measure: MeasureUnit, language: Language) -> [[UInt8]: ReasonSentence] {
    Dictionary(
      uniqueKeysWithValues: Reason.allCases.map {
        (Array($0.rawValue.utf8), ReasonSentence($0, measure: measure, language: language))
      })
  }

  private static func firstSlot(in text: Substring) -> (Range<String.Index>, Slot)? {
    Slot.allCases
      .compactMap { slot in text.firstRange(of: slot.rawValue).map { ($0, slot) } }
      .min { $0.0.lowerBound < $1.0.lowerBound }
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
