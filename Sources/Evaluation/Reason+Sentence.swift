public import CadreModel
import PolicyKit

extension Explanation {
  /// The reason of a verdict as a sentence.
  public func sentence(for verdict: Verdict, in language: Language) -> String {
    guard let reason = verdict.reason else { return "" }
    return filled(reason.sentence.text(in: language), with: verdict, language)
  }

  /// What would turn the verdict, where anything would.
  public func remedy(for verdict: Verdict, in language: Language) -> String? {
    Remedy.of(verdict, indicator).map { filled($0.text(in: language), with: verdict, language) }
  }

  private func filled(_ template: String, with verdict: Verdict, _ language: Language) -> String {
    var text = indicator.measure.named(in: template, language)
    let values = [
      ("{observed}", verdict.observed), ("{required}", verdict.required), ("{due_on}", verdict.dueOn?.description),
      ("{detail}", verdict.detail), ("{missing}", Remedy.missing(verdict)),
      ("{subject}", verdict.subjectName ?? verdict.subjectID),
    ]
    for (name, value) in values { text = text.replacing(name, with: value ?? "") }
    return text
  }
}

/// What would turn a verdict.
enum Remedy {
  static func of(_ verdict: Explanation.Verdict, _ indicator: Indicator) -> Label? {
    switch verdict.status {
    case .met, .exempt, .info: return nil
    case .noData:
      return Label("补报所缺记录后重新评价", "hand in the missing record and evaluate again")
    case .pending, .atRisk, .unmet: break
    }
    let isOver = verdict.status == .unmet
    switch indicator.rule.kind {
    case .quota, .coverage, .share, .rollingQuota:
      guard missing(verdict) != nil else { return state(isOver) }
      if indicator.subjectKind == "pair" {
        return isOver
          ? Label("差 {missing}{unit}：{subject}；期限 {due_on} 已过", "{missing} {unit} short: {subject}; {due_on} has passed")
          : Label("须于 {due_on} 前谈话：{subject}，还差 {missing}{unit}", "talk by {due_on}: {subject}, {missing} {unit} to go")
      }
      if verdict.dueOn == nil { return Label("还差 {missing}{unit}", "{missing} {unit} to go") }
      return isOver
        ? Label("差 {missing}{unit}；期限 {due_on} 已过，本期不能补正，补录遗漏的记录除外",
          "{missing} {unit} short; {due_on} has passed: only records left out could still count")
        : Label("还差 {missing}{unit}，最迟 {due_on}", "{missing} {unit} to go, by {due_on}")
    case .deadline, .ranking:
      if verdict.reason == .doneLate {
        return Label("已完成但逾期，不能补正", "done, but late: nothing can turn it")
      }
      return isOver
        ? Label("期限 {due_on} 已过；尽快完成，仍记逾期", "{due_on} has passed; done now it still counts as late")
        : Label("须于 {due_on} 前完成", "to be done by {due_on}")
    case .tenure:
      return Label("须于 {due_on} 前交流或轮岗", "rotate by {due_on}")
    case .attestation:
      return Label("填报本年度“已落实”的自查", "attest the clause as done this year")
    default:
      return state(isOver)
    }
  }

  private static func state(_ isOver: Bool) -> Label {
    isOver
      ? Label("改正后（或更正记录后）重新评价", "set right, or correct the record, and evaluate again")
      : Label("尚可补正，办结后即判定", "still open: judged once it is closed")
  }

  /// How much is missing, as a plain decimal.
  static func missing(_ verdict: Explanation.Verdict) -> String? {
    guard let observed = verdict.observed.flatMap({ Amount($0) }),
      let required = verdict.required.flatMap({ Amount($0) }), required > observed
    else { return nil }
    return Amount(scaled: required.scaled - observed.scaled).description
  }
}
