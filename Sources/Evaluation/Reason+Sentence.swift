public import CadreModel
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
    return amount + language(zh: "", en: name.isEmpty ? "" : " ") + name
  }

  /// Nothing was counted because nothing was ever handed in.
  private func notHandedIn(_ verdict: Verdict, _ language: Language) -> String {
    guard !tablesNeverReceived.isEmpty, verdict.facts.isEmpty || verdict.observed == "0" else { return "" }
    switch verdict.status {
    case .met, .exempt, .info: return ""
    case .unmet, .pending, .atRisk, .noData: break
    }
    let names = tablesNeverReceived.map { $0.text(in: language) }.joined(separator: language(zh: "、", en: ", "))
    return language(zh: "（本市从未报送“\(names)”表，无从计入）", en: " (the city has never handed in \(names): nothing could count)")
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
      return Label(
        "补报\(explanation.indicator.lacking.chinese)后重新评估",
        "hand in \(explanation.indicator.lacking.english) and evaluate again")
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
        return Label("已完成但逾期，不能补正", "done, but late: nothing can turn it")
      }
      return isOver
        ? Label("期限 {due_on} 已过；尽快完成，仍记逾期", "{due_on} has passed; done now it still counts as late")
        : Label("须于 {due_on} 前完成", "to be done by {due_on}")
    case .tenure where verdict.dueOn == nil:
      return Label("任职年限已满；不再担任该职务后不再计入", "in office too long; once the post is left it is no longer counted")
    case .tenure:
      return isOver
        ? Label("期限 {due_on} 已过；交流或轮岗后不再计入", "{due_on} has passed; once rotated the post is no longer counted")
        : Label("须于 {due_on} 前交流或轮岗", "rotate by {due_on}")
    case .attestation:
      return Label("填报本年度“已落实”的自查", "attest the clause as done this year")
    default:
      return state(isOver)
    }
  }

  /// A quantity of which something is missing.
  private static func amount(
    _ verdict: Explanation.Verdict, _ indicator: Indicator, _ isOver: Bool
  ) -> Label {
    if indicator.subjectKind == "pair" {
      return isOver
        ? Label("差 {missing}{unit}：{subject}；期限 {due_on} 已过", "{missing} {unit} short: {subject}; {due_on} has passed")
        : Label("须于 {due_on} 前谈话：{subject}，还差 {missing}{unit}", "talk by {due_on}: {subject}, {missing} {unit} to go")
    }
    let either = missingOther(verdict) != nil && indicator.rule.alternative != nil
    let gap =
      either
      ? Label("{missing}{unit}或 {missing_other}", "{missing} {unit} or {missing_other}")
      : Label("{missing}{unit}", "{missing} {unit}")
    if verdict.dueOn == nil { return Label("还差 \(gap.chinese)", "\(gap.english) to go") }
    return isOver
      ? Label(
        "差 \(gap.chinese)；期限 {due_on} 已过，本期不能补正，补录遗漏的记录除外",
        "\(gap.english) short; {due_on} has passed: only records left out could still count")
      : Label("还差 \(gap.chinese)，最迟 {due_on}", "\(gap.english) to go, by {due_on}")
  }

  private static func state(_ isOver: Bool) -> Label {
    isOver
      ? Label("改正后（或更正记录后）重新评估", "set right, or correct the record, and evaluate again")
      : Label("尚可补正，办结后即判定", "still open: judged once it is closed")
  }

  /// How much is missing, as a plain decimal: of a share so much of its part.
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
