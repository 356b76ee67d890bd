import CadreModel
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
    return counted.joined(separator: language(zh: "，", en: ", "))
  }

  var table: String {
    var lines: [String] = []
    for policy in policies {
      let all = policy.articles.flatMap(duties.duties)
      lines += lines.isEmpty ? [] : [""]
      lines.append(
        policy.configuration.title.text(in: language)
          + language(zh: "：\(all.count) 项要求，\(counts(all))", en: ": \(all.count) duties, \(counts(all))"))
      for article in policy.articles {
        lines += ["", "\(article.id)  \(article.title.text(in: language))"]
        for duty in duties.duties(of: article) {
          let judged =
            duty.indicators.isEmpty
            ? "" : language(zh: "：", en: ": ") + duty.indicators.joined(separator: language(zh: "、", en: ", "))
          lines.append("  \(duty.id)  \(duty.text.text(in: language))  [\(duty.state.label.text(in: language))\(judged)]")
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  var csv: [UInt8] {
    var writer = CSVWriter(byteOrderMark: language == .chinese)
    writer.appendRecord(
      language == .chinese
        ? ["政策", "条款", "条款标题", "要求编号", "要求", "状态", "指标"]
        : ["policy", "article", "article_title", "duty", "text", "state", "indicators"])
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
      lines += [language(zh: "| 条款 | 要求 | 状态 | 指标 |", en: "| article | duty | state | indicators |"), "|---|---|---|---|"]
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
