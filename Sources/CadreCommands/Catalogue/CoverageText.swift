import CadreModel
import Messages
import PolicyKit
import Spreadsheet

/// What each article asks, duty by duty, and by which indicators it is judged: `cadre catalogue --coverage`.
struct CoverageText: CatalogueListing {
  let policies: [Policy]
  let duties: Duties
  let language: Language

  private var articles: [(policy: Policy, article: Article)] {
    policies.flatMap { policy in policy.articles.map { (policy, $0) } }
  }

  private func counts(_ duties: [Duties.Duty]) -> String {
    let counted = Duties.State.allCases.compactMap { state in
      let count = duties.count { $0.state == state }
      return count == 0 ? nil : "\(state.label.text(in: language)) \(count)"
    }
    return counted.joined(separator: Punctuation.comma.text(in: language))
  }

  var table: String {
    var lines: [String] = []
    for policy in policies {
      let all = policy.articles.flatMap(duties.duties)
      lines += lines.isEmpty ? [] : [""]
      lines.append(
        policy.configuration.title.text(in: language)
          + CoverageMessages.duties(all.count, states: counts(all)).text(in: language))
      for article in policy.articles {
        lines += ["", "\(article.id)  \(article.title.text(in: language))"]
        for duty in duties.duties(of: article) {
          let judged =
            duty.indicators.isEmpty
            ? "" : Punctuation.colon.text(in: language) + duty.indicators.list.text(in: language)
          lines.append("  \(duty.id)  \(duty.text.text(in: language))  [\(duty.state.label.text(in: language))\(judged)]")
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  var csv: [UInt8] {
    var writer = CSVWriter(byteOrderMark: language == .chinese)
    writer.appendRecord(CoverageMessages.headings.map { $0.text(in: language) })
    for (policy, article) in articles {
      for duty in duties.duties(of: article) {
        writer.appendRecord([
          policy.code, article.id, article.title.text(in: language), duty.id, duty.text.text(in: language),
          duty.state.label.text(in: language), duty.indicators.joined(separator: ";"),
        ])
      }
    }
    return writer.take()
  }

  var json: JSON {
    .array(
      articles.flatMap { policy, article in
        duties.duties(of: article).map { duty in
          .object([
            ("policy", .string(policy.code)), ("article", .string(article.id)), ("duty", .string(duty.id)),
            ("text", .string(duty.text.text(in: language))), ("state", .string(duty.state.rawValue)),
            ("indicators", .array(duty.indicators.map(JSON.string))),
          ])
        }
      })
  }

  var markdown: String {
    var lines: [String] = []
    for policy in policies {
      lines += (lines.isEmpty ? [] : [""]) + ["## \(policy.configuration.title.text(in: language))", ""]
      lines += [CoverageMessages.markdownHeadings.text(in: language), "|---|---|---|---|"]
      for article in policy.articles {
        for duty in duties.duties(of: article) {
          lines.append(
            "| \(article.id) \(article.title.text(in: language)) | \(duty.id) \(duty.text.text(in: language)) "
              + "| \(duty.state.label.text(in: language)) | \(duty.indicators.joined(separator: "<br>")) |")
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
