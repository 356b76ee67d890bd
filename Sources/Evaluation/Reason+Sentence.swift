public import CadreModel
import Messages
import PolicyKit
import Results

extension Explanation {
  /// The reason of a verdict as a sentence.
  public func sentence(for verdict: Verdict, in language: Language) -> String {
    guard let reason = verdict.reason else { return "" }
    return verdict.values.sentence(reason, of: indicator, in: language) + notHandedIn(verdict, language)
  }

  /// What would turn the verdict, where anything would.
  public func remedy(for verdict: Verdict, in language: Language) -> String? {
    Remedy(of: indicator, status: verdict.status, reason: verdict.reason, values: verdict.values)
      .text(subject: verdict.subjectName ?? verdict.subjectID, in: language)
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
