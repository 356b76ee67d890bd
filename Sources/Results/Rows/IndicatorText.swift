import Bytes
import CadreModel
import DataContract
import PolicyKit
import Spreadsheet

/// What the rows of one indicator have in common.
final class IndicatorText: Sendable {
  let id: String
  let naming: SubjectNaming
  /// Policy, indicator and kind of subject, with the comma behind.
  let firstCells: [UInt8]
  /// The indicator's title and article, each with the comma before it.
  let lastCells: [UInt8]
  /// What it could not be judged for want of.
  let lacking: [UInt8]
  /// Whether zeros at the end of numbers fall away: not of shares, which have four digits.
  private let trimsNumbers: Bool
  private let sentences: [[UInt8]: ReasonSentence]
  private let measure: MeasureUnit
  private let alternative: MeasureUnit?
  private let parts: PartNames
  private let indicator: Indicator
  private let language: Language

  static func byOrdinal(_ indicators: [RunIndicator], policy: Policy, language: Language) -> [Int: IndicatorText] {
    var sentences: [[MeasureUnit?]: [[UInt8]: ReasonSentence]] = [:]
    var texts: [Int: IndicatorText] = [:]
    for entry in indicators {
      let (measure, alternative) = (entry.indicator.measure, entry.indicator.rule.alternative)
      let known =
        sentences[[measure, alternative]]
        ?? ReasonSentence.byCode(measure, alternative: alternative, language: language)
      sentences[[measure, alternative]] = known
      texts[entry.ordinal] = IndicatorText(entry, policy: policy, sentences: known, language: language)
    }
    return texts
  }

  private init(
    _ entry: RunIndicator, policy: Policy, sentences: [[UInt8]: ReasonSentence], language: Language
  ) {
    indicator = entry.indicator
    self.language = language
    id = indicator.id
    naming = SubjectNaming(of: indicator.subjectKind)
    var writer = CSVWriter(byteOrderMark: false)
    for cell in [
      policy.name(in: language), indicator.id, SubjectKinds.label(indicator.subjectKind).text(in: language),
    ] {
      writer.append(cell)
    }
    firstCells = writer.take() + [.comma]
    writer = CSVWriter(byteOrderMark: false)
    // The empty one gives the next its comma.
    for cell in [
      "", indicator.title.text(in: language), language == .chinese ? entry.article.title.chinese : entry.article.id,
    ] {
      writer.append(cell)
    }
    lastCells = writer.take()
    lacking = Array(indicator.lacking.text(in: language).utf8)
    trimsNumbers = !indicator.measure.isFraction
    measure = indicator.measure
    alternative = indicator.rule.alternative
    parts = PartNames(of: indicator)
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

  /// The class of that code as a cell.
  func classCell(of code: [UInt8]) -> [UInt8] {
    let code = String(decoding: code, as: UTF8.self)
    var writer = CSVWriter(byteOrderMark: false)
    writer.append(language == .chinese ? indicator.resultClass(code).label.chinese : code)
    return writer.take()
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
