import CadreModel
import PolicyKit
import Spreadsheet

/// What the rows of one indicator have in common.
final class IndicatorText: Sendable {
  let id: String
  let naming: SubjectNaming
  /// Policy, indicator and kind of subject, with the comma behind.
  let firstCells: [UInt8]
  /// Whether zeros at the end of numbers fall away: not of shares, which have four digits.
  private let trimsNumbers: Bool
  private let sentences: [[UInt8]: ReasonSentence]
  private let measure: MeasureUnit
  private let alternative: MeasureUnit?
  private let parts: PartNames
  private let language: Language

  static func byOrdinal(_ indicators: [RunIndicator], policy: String, language: Language) -> [Int: IndicatorText] {
    var sentences: [[MeasureUnit?]: [[UInt8]: ReasonSentence]] = [:]
    var texts: [Int: IndicatorText] = [:]
    for entry in indicators {
      let (measure, alternative) = (entry.indicator.measure, entry.indicator.rule.alternative)
      let known =
        sentences[[measure, alternative]]
        ?? ReasonSentence.byCode(measure, alternative: alternative, language: language)
      sentences[[measure, alternative]] = known
      texts[entry.ordinal] = IndicatorText(entry.indicator, policy: policy, sentences: known, language: language)
    }
    return texts
  }

  private init(
    _ indicator: Indicator, policy: String, sentences: [[UInt8]: ReasonSentence], language: Language
  ) {
    id = indicator.id
    naming = SubjectNaming(of: indicator.subjectKind)
    var writer = CSVWriter(byteOrderMark: false)
    for cell in [policy, indicator.id, SubjectKinds.label(indicator.subjectKind).text(in: language)] {
      writer.append(cell)
    }
    firstCells = writer.take() + [.comma]
    trimsNumbers = !indicator.measure.isFraction
    measure = indicator.measure
    alternative = indicator.rule.alternative
    parts = PartNames(of: indicator)
    self.language = language
    self.sentences = sentences
  }

  /// The form of sentence that fits a result.
  func form(observed: String?, detail: String?) -> SentenceForm {
    SentenceForm.of(measure, alternative: alternative, observed: observed, detail: detail)
  }

  /// The parts that a detail names, in words.
  func parts(of detail: String) -> String {
    parts.text(of: detail, in: language)
  }

  /// The sentence to a reason's code; nil for none, and for one that this program does not know.
  func sentence(to code: [UInt8]) -> ReasonSentence? {
    sentences[code]
  }

  /// Writes a decimal as people read it: without trailing zeros, but for shares.
  func append(decimal digits: Span<UInt8>, to cells: inout CellBytes) {
    cells.append(digits.extracting(0..<(trimsNumbers ? Self.lengthWithoutZeros(digits) : digits.count)))
  }

  private static func lengthWithoutZeros(_ digits: Span<UInt8>) -> Int {
    guard digits.indices.contains(where: { digits[$0] == UInt8(ascii: ".") }) else { return digits.count }
    var length = digits.count
    while digits[length - 1] == UInt8(ascii: "0") { length -= 1 }
    return digits[length - 1] == UInt8(ascii: ".") ? length - 1 : length
  }
}
