import CadreModel
import Messages
import PolicyKit

/// What the texts ask, duty by duty, and what judges each.
struct CoveragePage {
  let policies: [Policy]
  let duties: Duties

  var page: GeneratedPage {
    GeneratedPage(
      name: "Coverage", title: "What the texts ask, and what is judged of it",
      lines: [
        "Every duty of the policies, in our own words (`config/duties.yaml`). *judged*: records decide it, wholly or in part;",
        "*attested*: the units say themselves how they stand; *preamble*: it asks nothing of anybody; *open*: it asks what no",
        "record decides.",
      ] + policies.flatMap(lines))
  }

  private func lines(of policy: Policy) -> [String] {
    let all = policy.articles.flatMap(duties.duties)
    let counts = Duties.State.allCases.map { state in "\(state.rawValue) \(all.count { $0.state == state })" }
    var table = MarkdownTable("article", "duty", DocumentMessages.duty.inBoth, "state", "indicators")
    for article in policy.articles {
      for duty in duties.duties(of: article) {
        table.append(
          article.id, duty.id, duty.text.inBoth, duty.state.rawValue,
          duty.indicators.joined(separator: ", "))
      }
    }
    let title = policy.configuration.title
    return [
      "", "## \(title.inBoth)", "", "\(all.count) duties: \(counts.joined(separator: ", ")).", "",
    ] + table.lines
  }
}
