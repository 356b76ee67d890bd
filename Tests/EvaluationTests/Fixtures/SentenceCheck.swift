import CadreModel
import PolicyKit

@testable import Evaluation

/// Reads what is printed about a verdict as a reader would, and says where it contradicts the verdict.
///
/// Knows nothing of how the texts are made.
struct SentenceCheck {
  let explanation: Explanation

  /// How the left side of a printed comparison has to stand to the right one.
  private var wanted: Set<String> {
    switch explanation.indicator.rule.kind {
    case .tenure: ["<"]
    case .overlap: ["<", "="]
    // No more posts than are allowed.
    case .state where explanation.indicator.id == "jingxian.5.1.establishment": ["<", "="]
    case .deadline, .ranking: explanation.indicator.measure == .none ? ["<", "="] : [">", "="]
    default: [">", "="]
    }
  }

  func problems(of verdict: Explanation.Verdict) -> [String] {
    var problems: [String] = []
    for language in Language.allCases {
      let sentence = explanation.sentence(for: verdict, in: language)
      let remedy = explanation.remedy(for: verdict, in: language) ?? ""
      if sentence.isEmpty { problems.append("no sentence") }
      for text in [sentence, remedy] where text.contains(/[{}]|  |：$|: $|\(\)|（）/) { problems.append("unfilled: \(text)") }
      if language == .chinese, verdict.reason != .waived {
        for text in [sentence, remedy] where text.contains(/[a-z]{2,}/) { problems.append("codes: \(text)") }
      }
      if language == .english, sentence.contains(/[\p{Han}]/), verdict.status != .exempt, verdict.detail == nil {
        problems.append("Chinese: \(sentence)")
      }
      if language == .english,
        (sentence + remedy).contains(/(^|[^\d.])1 (times|hours|days|years|persons|documents|kinds|offices|records)\b/)
      {
        problems.append("plural: \(sentence) \(remedy)")
      }
    }
    let sentence = explanation.sentence(for: verdict, in: .chinese)
    problems += contradictions(in: sentence, verdict)
    if let printed = explanation.arithmetic(of: verdict)?.text(in: .chinese) {
      problems += contradictions(arithmetic: printed, verdict)
    }
    return problems.map { "\(explanation.indicator.id) \(verdict.subjectID) \(verdict.status): \($0)" }
  }

  /// The amounts that a sentence sets beside each other.
  private func contradictions(in sentence: String, _ verdict: Explanation.Verdict) -> [String] {
    var problems: [String] = []
    var pairs: [(String, String)] = []
    for match in sentence.matches(of: /(\d+(?:\.\d+)?)[^\d，（）、；]*[，（](?:要求|不足) (\d+(?:\.\d+)?)/) {
      pairs.append((String(match.1), String(match.2)))
    }
    if let share = sentence.firstMatch(of: /(\d+(?:\.\d+)?) 中(?:只)?有 (\d+(?:\.\d+)?)，即 [\d.]+；至少须有 (\d+(?:\.\d+)?)/) {
      pairs.append((String(share.2), String(share.3)))
    }
    if let ratio = sentence.firstMatch(of: /(\d+(?:\.\d+)?) 对 \d+(?:\.\d+)?，.*至少须为 (\d+(?:\.\d+)?)/) {
      pairs.append((String(ratio.1), String(ratio.2)))
    }
    let reached = pairs.map { Self.order($0.0, $0.1) != "<" }
    if !reached.isEmpty, explanation.indicator.rule.comparison == .atLeast {
      let holds = explanation.indicator.rule.alternative != nil ? reached.contains(true) : !reached.contains(false)
      if (verdict.status == .met) != holds { problems.append("the amounts say otherwise: \(sentence)") }
    }
    for match in sentence.matches(of: /(\d{4}-\d\d-\d\d) (晚于|早于)[^\d]*(\d{4}-\d\d-\d\d)/) {
      let isLater = match.1 > match.3
      if isLater != (match.2 == "晚于") || match.1 == match.3 { problems.append("the dates say otherwise: \(sentence)") }
      if verdict.status == .met { problems.append("met, and yet: \(sentence)") }
    }
    if verdict.status == .met, sentence.contains(/要件不齐|缺|不符合|逾期|尚未|只有/) { problems.append("met, and yet: \(sentence)") }
    if verdict.status == .unmet, sentence.contains(/^符合|达标|^已达到|^按批准/) { problems.append("unmet, and yet: \(sentence)") }
    return problems
  }

  /// Checks that the verdict follows from the printed comparisons.
  private func contradictions(arithmetic printed: String, _ verdict: Explanation.Verdict) -> [String] {
    var problems: [String] = []
    var holds: [Bool] = []
    for match in printed.matches(of: /(\S+) ([<=>]) (\S+?)(?: [^\s（]+)?（(符合|不符合)）/) {
      let (left, sign, right) = (String(match.1), String(match.2), String(match.3))
      if Self.order(left, right) != sign { problems.append("not so: \(match.0)") }
      // Days of education have a lower and an upper bound.
      let wanted = verdict.reason == .educationOutOfBounds && !holds.isEmpty ? ["<", "="] : wanted
      if wanted.contains(sign) != (match.4 == "符合") { problems.append("marked wrong: \(match.0)") }
      holds.append(wanted.contains(sign))
    }
    let isUp = printed.firstMatch(of: /(\d{4}-\d\d-\d\d) ([<≥]) (\d{4}-\d\d-\d\d)（期限(?:未到|已到)）/).map { match -> Bool in
      if (match.1 >= match.3) != (match.2 == "≥") { problems.append("not so: \(match.0)") }
      return match.1 >= match.3
    }
    let either = printed.contains("，或 ")
    let isReached = holds.isEmpty ? nil : either ? holds.contains(true) : !holds.contains(false)
    switch verdict.status {
    case .met: if isReached == false { problems.append("met, and yet: \(printed)") }
    case .unmet:
      if isReached == true { problems.append("unmet, and yet: \(printed)") }
      if isUp == false { problems.append("unmet with time left: \(printed)") }
    case .pending, .atRisk:
      if isReached == true, explanation.indicator.rule.kind != .tenure { problems.append("pending, and yet: \(printed)") }
      if isUp == true { problems.append("pending without time: \(printed)") }
    case .exempt, .noData, .info: problems.append("nothing to compare: \(printed)")
    }
    return problems
  }

  /// How two printed amounts or days stand to each other.
  private static func order(_ left: String, _ right: String) -> String {
    if left.contains("-"), right.contains("-") { return left < right ? "<" : left == right ? "=" : ">" }
    guard let first = Amount(left), let second = Amount(right) else { return "?" }
    return first < second ? "<" : first == second ? "=" : ">"
  }
}
