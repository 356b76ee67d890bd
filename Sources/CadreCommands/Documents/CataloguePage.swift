import CadreModel
import Messages
import PolicyKit

/// A policy's catalogue: by article what it asks, which numbers its text prints, and how each indicator is judged.
struct CataloguePage {
  let policy: Policy
  private let rows: [CatalogueRow]
  private let numbers: StatedNumbers

  /// - Throws: `ConfigurationError`; `RenderingError` where a reading names what is no parameter.
  init(of policy: Policy) throws {
    self.policy = policy
    rows = try CatalogueRow.rows(of: policy, readings: CatalogueBooks.readings(of: policy))
    numbers = try CatalogueBooks.statedNumbers()
  }

  var page: GeneratedPage {
    let configuration = policy.configuration
    return GeneratedPage(
      name: "Catalogue-\(policy.code)",
      title: configuration.title.inBoth,
      lines: [
        "In effect from \(configuration.effectiveOn) (\(configuration.effectiveBasis.rawValue)). What words such as *on roll* or",
        "*head* mean is told in `Meanings.md`; the values stand in `config/policies/\(policy.code).yaml`, the sentences in",
        "`config/readings/\(policy.code).yaml`.",
      ] + policy.articles.flatMap(lines))
  }

  private func lines(of article: Article) -> [String] {
    var lines = ["", "## \(article.id) \(article.title.inBoth)", "", article.gist.inBoth]
    let stated = numbers.numbers(of: article.id)
    if !stated.isEmpty {
      lines += [
        "", "The text prints: " + stated.map { "\($0.value) \($0.unit) (\($0.meaning.inBoth))" }.joined(separator: "; ") + ".",
      ]
    }
    guard !article.isPreamble else { return lines + ["", DocumentMessages.neverJudged.inBoth] }
    var table = MarkdownTable(
      "indicator", DocumentMessages.title.inBoth, DocumentMessages.archetype.inBoth,
      DocumentMessages.populationAndRule.inBoth, DocumentMessages.parameters.inBoth)
    for row in rows where row.article.id == article.id {
      guard let indicator = row.indicator else { continue }
      let kind = indicator.rule.kind
      table.append(
        indicator.id, indicator.title.inBoth, "\(kind.chinese) · \(kind.rawValue)",
        row.populationAndRule(in: .chinese) + " " + row.populationAndRule(in: .english),
        row.parameters.map { sentence($0, of: indicator) }.joined(separator: "; "))
    }
    return lines + [""] + table.lines
  }

  private func sentence(_ entry: CatalogueRow.Entry, of indicator: Indicator) -> String {
    let parameter = entry.parameter
    let value = entry.value.value.text(in: .english, named: PartNames(of: indicator))
    return "`\(parameter.name)` = \(value) \(parameter.unit) (\(parameter.title.inBoth); \(parameter.basis.rawValue), "
      + "\(parameter.clause), from \(entry.value.validFrom))"
  }
}
