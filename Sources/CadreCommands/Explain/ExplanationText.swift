import CadreModel
import Evaluation
import PolicyKit

/// An explanation as people and machines read it.
struct ExplanationText {
  let explanation: Explanation
  let language: Language

  var lines: [String] {
    let policy = explanation.policy.configuration
    var lines = [
      "\(explanation.indicator.id)  \(explanation.indicator.title.text(in: language))",
      heading(zh: "依据", en: "Clause")
        + "\(policy.title.text(in: language)) · \(explanation.article.id) \(explanation.article.title.text(in: language))",
      heading(zh: "要求", en: "Asks for") + explanation.article.gist.text(in: language),
      heading(zh: "对象", en: "City, date") + "\(explanation.city.code) · \(explanation.asOf)",
    ]
    if !explanation.parameters.isEmpty {
      lines.append(heading(zh: "参数", en: "Parameters"))
      lines += explanation.parameters.map { used in
        let source = (basis: used.parameter.basis.label.text(in: language), clause: used.parameter.clause)
        return "  \(used.parameter.name) = \(used.value)  \(used.parameter.title.text(in: language))"
          + language(zh: "（\(source.basis)，\(source.clause)）", en: " (\(source.basis), \(source.clause))")
      }
    }
    for verdict in explanation.verdicts { lines += self.lines(of: verdict) }
    return lines
  }

  private func lines(of verdict: Explanation.Verdict) -> [String] {
    let status = language == .chinese ? verdict.status.label : verdict.status.rawValue
    let subject = [verdict.subjectID, verdict.subjectName ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    var lines = ["", "\(verdict.period)  \(subject)  →  \(status)\(verdict.class.map { " [\(explanation.indicator.resultClass($0).label.text(in: language))]" } ?? "")"]
    if let unit = verdict.unitID {
      lines.append("  " + heading(zh: "单位", en: "Unit") + "\(unit) \(verdict.unitName ?? "")")
    }
    lines.append("  " + heading(zh: "理由", en: "Reason") + explanation.sentence(for: verdict, in: language))
    if let arithmetic = arithmetic(of: verdict) {
      lines.append("  " + heading(zh: "算式", en: "Arithmetic") + arithmetic)
    }
    if let due = verdict.dueOn { lines.append("  " + heading(zh: "期限", en: "Due") + due.description) }
    if let remedy = explanation.remedy(for: verdict, in: language) {
      lines.append("  " + heading(zh: "如何改变", en: "To turn it") + remedy)
    }
    lines.append("  " + heading(zh: "记录（\(verdict.facts.count) 条）", en: "Rows (\(verdict.facts.count))"))
    lines += verdict.facts.map { fact in
      let cells = fact.cells.map { "\($0.heading.text(in: language)) \($0.value.text(in: language))" }
      return "    \(fact.table.text(in: language)) \(fact.key): " + cells.joined(separator: " · ")
    }
    return lines
  }

  private func arithmetic(of verdict: Explanation.Verdict) -> String? {
    guard let observed = verdict.observed else { return nil }
    var terms = [observed]
    if let required = verdict.required, let left = Amount(observed), let right = Amount(required) {
      terms += [left < right ? "<" : left == right ? "=" : ">", required]
    }
    return explanation.indicator.measure.named(in: (terms + ["{unit}"]).joined(separator: " "), language)
  }

  private func heading(zh: String, en: String) -> String {
    language(zh: zh + "：", en: en + ": ")
  }

  var json: JSON {
    JSON.object([
      ("indicator", .string(explanation.indicator.id)),
      ("title", .string(explanation.indicator.title.text(in: language))),
      ("document", .string(explanation.policy.configuration.title.text(in: language))),
      ("article", .string(explanation.article.id)),
      ("article_title", .string(explanation.article.title.text(in: language))),
      ("gist", .string(explanation.article.gist.text(in: language))),
      ("city", .string(explanation.city.code)),
      ("as_of", .string(explanation.asOf.description)),
      (
        "parameters",
        .array(
          explanation.parameters.map { used in
            JSON.object([
              ("name", .string(used.parameter.name)), ("value", .string(used.value.description)),
              ("basis", .string(used.parameter.basis.rawValue)), ("clause", .string(used.parameter.clause)),
            ])
          })
      ),
      ("verdicts", .array(explanation.verdicts.map(json))),
    ])
  }

  private func json(_ verdict: Explanation.Verdict) -> JSON {
    func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
    return JSON.object([
      ("subject_id", .string(verdict.subjectID)), ("subject_name", text(verdict.subjectName)),
      ("unit_id", text(verdict.unitID)), ("unit_name", text(verdict.unitName)), ("period", .string(verdict.period)),
      ("status", .string(verdict.status.rawValue)), ("class", text(verdict.class)),
      ("observed", text(verdict.observed)), ("required", text(verdict.required)),
      ("due_on", text(verdict.dueOn?.description)),
      ("reason", .string(explanation.sentence(for: verdict, in: language))),
      ("remedy", text(explanation.remedy(for: verdict, in: language))),
      (
        "facts",
        .array(
          verdict.facts.map { fact in
            JSON.object(
              [("table", JSON.string(fact.table.english)), ("key", .string(fact.key))]
                + fact.cells.map { ($0.heading.english, .string($0.value.english)) })
          })
      ),
    ])
  }
}
