public import CadreModel
import Messages
public import PolicyKit

/// What would turn a verdict, in words: said where a result is explained, and in lists of what is to be done.
public struct Remedy: Sendable {
  private let indicator: Indicator
  private let status: Status
  private let reason: Reason?
  private let values: ResultValues

  public init(of indicator: Indicator, status: Status, reason: Reason?, values: ResultValues) {
    self.indicator = indicator
    self.status = status
    self.reason = reason
    self.values = values
  }

  /// Nil where nothing has to turn, or nothing could.
  ///
  /// - Parameter subject: what the subject is called.
  public func text(subject: String, in language: Language) -> String? {
    guard let sentence else { return nil }
    let missing = missing.map { amount($0, indicator.measure, language) } ?? ""
    let text = sentence.text(in: language)
      .replacing("{subject}", with: subject)
      .replacing("{missing} {unit}", with: missing)
      .replacing("{missing}{unit}", with: missing)
      .replacing(
        "{missing_other}", with: missingOther.map { amount($0, indicator.rule.alternative ?? .none, language) } ?? "")
    let pattern = SentencePattern(
      text, measure: indicator.measure, alternative: indicator.rule.alternative, language: language)
    return pattern.filled { values.text(in: $0, of: indicator, language) }
  }

  private var sentence: Label? {
    switch status {
    case .met, .exempt, .info: return nil
    case .noData: return RemedyMessages.handIn(indicator.lacking)
    case .pending, .atRisk, .unmet: break
    }
    let isOver = status == .unmet
    switch indicator.rule.kind {
    case .quota, .coverage, .share, .rollingQuota:
      return missing == nil ? state(isOver) : quantity(isOver)
    case .deadline, .ranking:
      if reason == .doneLate { return RemedyMessages.doneLate }
      return isOver ? RemedyMessages.overdue : RemedyMessages.toBeDone
    case .tenure where values.dueOn == nil: return RemedyMessages.inOfficeTooLong
    case .tenure: return isOver ? RemedyMessages.rotationOverdue : RemedyMessages.rotate
    case .attestation: return RemedyMessages.attest
    default: return state(isOver)
    }
  }

  /// A quantity of which something is missing.
  private func quantity(_ isOver: Bool) -> Label {
    if indicator.subjectKind == "pair" { return isOver ? RemedyMessages.talkOverdue : RemedyMessages.talk }
    let either = missingOther != nil && indicator.rule.alternative != nil
    let gap = either ? RemedyMessages.eitherGap : RemedyMessages.gap
    if values.dueOn == nil { return RemedyMessages.missing(gap) }
    return isOver ? RemedyMessages.missingOverdue(gap) : RemedyMessages.missingInTime(gap)
  }

  private func state(_ isOver: Bool) -> Label {
    isOver ? RemedyMessages.setRight : RemedyMessages.stillOpen
  }

  /// How much is missing, as a plain decimal; of a share, how much its part is short.
  private var missing: String? {
    let items = values.items
    return items.count == 3 ? difference(items[2], items[0]) : difference(values.required, values.observed)
  }

  /// How much of the other quantity is missing.
  private var missingOther: String? {
    let items = values.items
    return items.count == 2 ? difference(items[1], items[0]) : nil
  }

  private func difference(_ asked: String?, _ given: String?) -> String? {
    guard let asked = asked.flatMap({ Amount($0) }), let given = given.flatMap({ Amount($0) }), asked > given else {
      return nil
    }
    return Amount(scaled: asked.scaled - given.scaled).description
  }

  /// An amount with its unit.
  private func amount(_ amount: String, _ measure: MeasureUnit, _ language: Language) -> String {
    let unit = measure.names(in: language)
    let name = MeasureUnit.isOne(amount) ? unit.one : unit.many
    return VerdictMessages.amount(amount, unit: name).text(in: language)
  }
}
