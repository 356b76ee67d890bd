public import CadreModel
public import PolicyKit

/// What a result puts into its sentence: plain decimals, a day, and what else the reason tells.
public struct ResultValues: Sendable, Hashable {
  public let observed: String?
  public let required: String?
  public let dueOn: Day?
  public let detail: String?

  public init(observed: String?, required: String?, dueOn: Day?, detail: String?) {
    self.observed = observed
    self.required = required
    self.dueOn = dueOn
    self.detail = detail
  }

  /// The items of the detail.
  public var items: [String] {
    detail?.split(separator: "/", omittingEmptySubsequences: false).map(String.init) ?? []
  }

  /// What stands in a slot of a sentence; nil for nothing.
  public func text(in slot: SentencePattern.Slot, of indicator: Indicator, _ language: Language) -> String? {
    switch slot {
    case .observed: observed
    case .required: required
    case .dueOn: dueOn?.description
    case .detail: detail
    case .item(let index): items.indices.contains(index) ? items[index] : nil
    case .lacking: indicator.lacking.text(in: language)
    case .parts: detail.map { PartNames(of: indicator).text(of: $0, in: language) }
    }
  }

  /// The sentence of a reason for a result of an indicator.
  public func sentence(_ reason: Reason, of indicator: Indicator, in language: Language) -> String {
    let form = SentenceForm.of(
      indicator.measure, alternative: indicator.rule.alternative, observed: observed, detail: detail)
    let pattern = SentencePattern(
      reason, form, measure: indicator.measure, alternative: indicator.rule.alternative, language: language)
    return pattern.filled { text(in: $0, of: indicator, language) }
  }
}
