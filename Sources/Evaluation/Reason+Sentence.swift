public import CadreModel
import Messages
import PolicyKit
import Results

extension Explanation {
  /// The reason of a verdict as a sentence.
  public func sentence(for verdict: Verdict, in language: Language) -> String {
    guard let reason = verdict.reason else { return "" }
    let form = SentenceForm.of(
      indicator.measure, alternative: indicator.rule.alternative, observed: verdict.observed, detail: verdict.detail)
    return filled(reason.sentence(form), with: verdict, language) + notHandedIn(verdict, language)
  }

  /// What would turn the verdict, where anything would.
  public func remedy(for verdict: Verdict, in language: Language) -> String? {
    Remedy.of(verdict, self).map { filled($0, with: verdict, language) }
  }

  private func filled(_ sentence: Label, with verdict: Verdict, _ language: Language) -> String {
    let missing = Remedy.missing(verdict)
    let text = sentence.text(in: language)
      .replacing("{subject}", with: verdict.subjectName ?? verdict.subjectID)
      .replacing("{missing} {unit}", with: missing.map { amount($0, indicator.measure, language) } ?? "")
      .replacing("{missing}{unit}", with: missing.map { amount($0, indicator.measure, language) } ?? "")
      .replacing(
        "{missing_other}",
        with: Remedy.missingOther(verdict).map { amount($0, indicator.rule.alternative ?? .none, language) } ?? "")
    let pattern = SentencePattern(
      text, measure: indicator.measure, alternative: indicator.rule.alternative, language: language)
    return pattern.filled { verdict.values.text(in: $0, of: indicator, language) }
  }

  /// An amount with its unit.
  private func amount(_ amount: String, _ measure: MeasureUnit, _ language: Language) -> String {
    let unit = measure.names(in: language)
    let name = MeasureUnit.isOne(amount) ? unit.one : unit.many
    return VerdictMessages.amount(amount, unit: name).text(in: language)
  }

  /// Nothing was counted because nothing was ever handed in.
  private func notHandedIn(_ verdict: Verdict, _ language: Language) -> String {
    guard !tablesNeverReceived.isEmpty, verdict.facts.isEmpty || verdict.observed == "0" else { return "" }
    switch verdict.status {
    case .met, .exempt, .info: return ""
    case .unmet, .pending, .atRisk, .noData: break
    }
    return VerdictMessages.neverHandedIn(tablesNeverReceived).text(in: language)
  }
}

extension Explanation.Verdict {
  var values: ResultValues { ResultValues(observed: observed, required: required, dueOn: dueOn, detail: detail) }

  /// The items of the detail.
  var items: [String] { values.items }
}

/// What would turn a verdict.
enum Remedy {
  static func of(_ verdict: Explanation.Verdict, _ explanation: Explanation) -> Label? {
    switch verdict.status {
    case .met, .exempt, .info: return nil
    case .noData:
      return RemedyMessages.handIn(explanation.indicator.lacking)
    case .pending, .atRisk, .unmet: break
    }
    let indicator = explanation.indicator
    let isOver = verdict.status == .unmet
    switch indicator.rule.kind {
    case .quota, .coverage, .share, .rollingQuota:
      guard missing(verdict) != nil else { return state(isOver) }
      return amount(verdict, indicator, isOver)
    case .deadline, .ranking:
      if verdict.reason == .doneLate {
        return RemedyMessages.doneLate
      }
      return isOver ? RemedyMessages.overdue : RemedyMessages.toBeDone
    case .tenure where verdict.dueOn == nil:
      return RemedyMessages.inOfficeTooLong
    case .tenure:
      return isOver ? RemedyMessages.rotationOverdue : RemedyMessages.rotate
    case .attestation:
      return RemedyMessages.attest
    default:
      return state(isOver)
    }
  }

  /// A quantity of which something is missing.
  private static func amount(
    _ verdict: Explanation.Verdict, _ indicator: Indicator, _ isOver: Bool
  ) -> Label {
    if indicator.subjectKind == "pair" {
      return isOver ? RemedyMessages.talkOverdue : RemedyMessages.talk
    }
    let either = missingOther(verdict) != nil && indicator.rule.alternative != nil
    let gap = either ? RemedyMessages.eitherGap : RemedyMessages.gap
    if verdict.dueOn == nil { return RemedyMessages.missing(gap) }
    return isOver ? RemedyMessages.missingOverdue(gap) : RemedyMessages.missingInTime(gap)
  }

  private static func state(_ isOver: Bool) -> Label {
    isOver ? RemedyMessages.setRight : RemedyMessages.stillOpen
  }

  /// How much is missing, as a plain decimal; of a share, how much its part is short.
  static func missing(_ verdict: Explanation.Verdict) -> String? {
    if verdict.items.count == 3 { return difference(verdict.items[2], verdict.items[0]) }
    return difference(verdict.required, verdict.observed)
  }

  /// How much of the other quantity is missing.
  static func missingOther(_ verdict: Explanation.Verdict) -> String? {
    verdict.items.count == 2 ? difference(verdict.items[1], verdict.items[0]) : nil
  }

  private static func difference(_ asked: String?, _ given: String?) -> String? {
    guard let asked = asked.flatMap({ Amount($0) }), let given = given.flatMap({ Amount($0) }), asked > given else {
      return nil
    }
    return Amount(scaled: asked.scaled - given.scaled).description
  }
}
