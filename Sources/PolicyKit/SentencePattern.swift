public import CadreModel

/// A sentence for amounts of one measure, cut into literal text and the slots that a result fills.
public struct SentencePattern: Sendable, Hashable {
  /// What a sentence takes from its result.
  public enum Slot: Sendable, Hashable {
    case observed
    case required
    case dueOn
    /// The detail as it is.
    case detail
    /// One of the items of the detail, counted from 0.
    case item(Int)
    /// The parts that the detail names, in words.
    case parts
    /// What the indicator could not be judged for want of.
    case lacking

    fileprivate init?(_ name: String) {
      switch name {
      case "observed": self = .observed
      case "required": self = .required
      case "due_on": self = .dueOn
      case "detail": self = .detail
      case "parts": self = .parts
      case "lacking": self = .lacking
      default:
        guard let number = Int(name), number > 0 else { return nil }
        self = .item(number - 1)
      }
    }
  }

  public enum Piece: Sendable, Hashable {
    case text(String)
    case slot(Slot)
    /// The name of the unit of measure: one name after an amount of one, another after any other amount.
    case unit(one: String, many: String, after: Slot)
  }

  public private(set) var pieces: [Piece] = []

  /// - Parameters:
  ///   - template: the sentence, with its slots in braces.
  ///   - measure: what `{unit}` stands for.
  ///   - alternative: what `{other}` stands for.
  public init(_ template: String, measure: MeasureUnit, alternative: MeasureUnit? = nil, language: Language) {
    var last: Slot?
    for part in (try? Template.parts(of: template)) ?? [.text(template)] {
      switch part {
      case .text(let text): append(text)
      case .placeholder("unit"): append(measure, after: last, language)
      case .placeholder("other"): append(alternative ?? .none, after: last, language)
      case .placeholder(let name):
        guard let slot = Slot(name) else {
          append("{\(name)}")
          continue
        }
        pieces.append(.slot(slot))
        last = slot
      }
    }
  }

  /// The pattern of a reason's sentence in one form.
  public init(
    _ reason: Reason, _ form: SentenceForm, measure: MeasureUnit, alternative: MeasureUnit?, language: Language
  ) {
    self.init(
      reason.sentence(form).text(in: language), measure: measure, alternative: alternative, language: language)
  }

  /// A measure without a name leaves no blank behind.
  private mutating func append(_ measure: MeasureUnit, after slot: Slot?, _ language: Language) {
    let (one, many) = measure.names(in: language)
    guard !many.isEmpty else {
      if case .text(let text) = pieces.last, text.hasSuffix(" ") {
        pieces.removeLast()
        append(String(text.dropLast()))
      }
      return
    }
    if let slot, one != many { pieces.append(.unit(one: one, many: many, after: slot)) } else { append(many) }
  }

  private mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    if case .text(let before) = pieces.last {
      pieces[pieces.count - 1] = .text(before + text)
    } else {
      pieces.append(.text(text))
    }
  }

  /// The sentence with a result's values. Where the last one is empty, it does not end with a blank.
  public func filled(_ value: (Slot) -> String?) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let literal): text += literal
      case .slot(let slot): text += value(slot) ?? ""
      case .unit(let one, let many, let slot): text += value(slot).map(MeasureUnit.isOne) == true ? one : many
      }
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
