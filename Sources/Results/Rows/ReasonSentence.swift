import CadreModel
import PolicyKit

/// The sentences to one reason for the results of one measure, as bytes, in each form.
struct ReasonSentence {
  typealias Slot = SentencePattern.Slot

  private enum Piece {
    case text([UInt8])
    case slot(Slot)
    case unit(one: [UInt8], many: [UInt8], after: Slot)
  }

  private let forms: [SentenceForm: [Piece]]

  /// - Parameters:
  ///   - measure: the indicator's.
  ///   - alternative: what the other of two quantities counts, where either is enough.
  init(_ reason: Reason, measure: MeasureUnit, alternative: MeasureUnit? = nil, language: Language) {
    var forms: [SentenceForm: [Piece]] = [:]
    for form in SentenceForm.allCases {
      let pattern = SentencePattern(reason, form, measure: measure, alternative: alternative, language: language)
      forms[form] = pattern.pieces.map { piece in
        switch piece {
        case .text(let text): .text(Array(text.utf8))
        case .slot(let slot): .slot(slot)
        case .unit(let one, let many, let slot): .unit(one: Array(one.utf8), many: Array(many.utf8), after: slot)
        }
      }
    }
    self.forms = forms
  }

  /// The sentences to all reasons for amounts of one measure.
  static func byCode(_ measure: MeasureUnit, alternative: MeasureUnit?, language: Language) -> [[UInt8]: ReasonSentence] {
    Dictionary(
      uniqueKeysWithValues: Reason.allCases.map {
        (
          Array($0.rawValue.utf8),
          ReasonSentence($0, measure: measure, alternative: alternative, language: language)
        )
      })
  }

  /// Writes the sentence, each slot filled by `append`. A sentence whose last value is empty does not end with a blank.
  ///
  /// - Parameter isOne: whether the amount in a slot is one.
  func write(
    _ form: SentenceForm, to cells: inout CellBytes, isOne: (Slot) -> Bool, _ append: (Slot, inout CellBytes) -> Void
  ) {
    let start = cells.count
    for piece in forms[form] ?? [] {
      switch piece {
      case .text(let text): cells.append(text.span)
      case .slot(let slot): append(slot, &cells)
      case .unit(let one, let many, let slot): cells.append((isOne(slot) ? one : many).span)
      }
    }
    cells.trimBlanks(from: start)
  }
}
