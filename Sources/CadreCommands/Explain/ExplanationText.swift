import CadreModel
import Evaluation
import Messages
import PolicyKit

/// An explanation as people and machines read it.
struct ExplanationText {
  let explanation: Explanation
  /// The article in its own words, where the installation holds the policy's text.
  var articleText: String?
  let language: Language

  var lines: [String] {
    let policy = explanation.policy.configuration
    var lines = [
      "\(explanation.indicator.id)  \(explanation.indicator.title.text(in: language))",
      ExplainMessages.clause.text(in: language)
        + "\(policy.title.text(in: language)) · \(explanation.article.id) \(explanation.article.title.text(in: language))",
      ExplainMessages.gist.text(in: language) + explanation.article.gist.text(in: language),
    ]
    if let articleText {
      lines += [ExplainMessages.text.text(in: language)] + articleText.split(separator: "\n").map { "  " + $0 }
    }
    lines += [
      ExplainMessages.city.text(in: language) + language(zh: explanation.city.nameChinese, en: explanation.city.nameEnglish),
      ExplainMessages.asOf.text(in: language) + explanation.asOf.description,
    ]
    if !explanation.parameters.isEmpty {
      lines.append(ExplainMessages.parameters.text(in: language))
      lines += explanation.parameters.map { used in
        return "  \(used.parameter.name) = \(value(of: used))  \(used.parameter.title.text(in: language))"
          + ExplainMessages.source(basis: used.parameter.basis.label, clause: used.parameter.clause).text(in: language)
      }
    }
    for verdict in explanation.verdicts { lines += self.lines(of: verdict) }
    for beside in explanation.besides { lines += self.lines(of: beside) }
    if explanation.verdicts.isEmpty {
      lines += ["", ExplainMessages.notJudged.text(in: language)]
      lines += explanation.absences.map { "  " + $0.label.text(in: language) }
      lines += rows(explanation.factsOfAbsent)
    }
    return lines
  }

  private func lines(of beside: Explanation.Beside) -> [String] {
    let entries = beside.entries.map { entry in
      "    " + [entry.place, entry.id, entry.name, entry.amount].compactMap(\.self).joined(separator: " ")
        + (entry.isSubject ? ExplainMessages.thisOne.text(in: language) : "")
    }
    let count = ExplainMessages.total(beside.total).text(in: language)
    return ["  " + beside.heading.text(in: language) + count] + entries
  }

  /// A parameter's value, codes with their labels.
  private func value(of used: Explanation.ParameterInForce) -> String {
    guard case .codes(let codes) = used.value, language == .chinese else { return used.value.description }
    let names = PartNames(of: explanation.indicator)
    return codes.map { names.name($0, in: language) }.list.chinese
  }

  private func lines(of verdict: Explanation.Verdict) -> [String] {
    let status = language == .chinese ? verdict.status.label : verdict.status.rawValue
    let subject = [verdict.subjectID, verdict.subjectName ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    var lines = [
      "",
      "\(verdict.period)  \(subject)  →  \(status)\(verdict.class.map { " [\(explanation.indicator.resultClass($0).label.text(in: language))]" } ?? "")",
    ]
    if let unit = verdict.unitID {
      lines.append("  " + ExplainMessages.unit.text(in: language) + "\(unit) \(verdict.unitName ?? "")")
    }
    lines.append("  " + ExplainMessages.reason.text(in: language) + explanation.sentence(for: verdict, in: language))
    if let arithmetic = explanation.arithmetic(of: verdict) {
      lines.append("  " + ExplainMessages.arithmetic.text(in: language) + arithmetic.text(in: language))
    }
    if let due = verdict.dueOn { lines.append("  " + ExplainMessages.due.text(in: language) + due.description) }
    if let remedy = explanation.remedy(for: verdict, in: language) {
      lines.append("  " + ExplainMessages.remedy.text(in: language) + remedy)
    }
    return lines + rows(verdict.facts)
  }

  private func rows(_ facts: [Explanation.Fact]) -> [String] {
    ["  " + ExplainMessages.rows(facts.count).text(in: language)]
      + facts.map { fact in
        let cells = fact.cells.map { "\($0.heading.text(in: language)) \($0.value.text(in: language))" }
        return "    \(fact.table.text(in: language)) \(fact.key): " + cells.joined(separator: " · ")
      }
  }

  var json: JSON {
    JSON.object([
      ("indicator", .string(explanation.indicator.id)),
      ("title", .string(explanation.indicator.title.text(in: language))),
      ("document", .string(explanation.policy.configuration.title.text(in: language))),
      ("article", .string(explanation.article.id)),
      ("article_title", .string(explanation.article.title.text(in: language))),
      ("gist", .string(explanation.article.gist.text(in: language))),
      ("text", articleText.map(JSON.string) ?? .null),
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
      ("not_judged", .array(explanation.absences.map { .string($0.label.text(in: language)) })),
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
      ("arithmetic", text(explanation.arithmetic(of: verdict)?.text(in: language))),
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
