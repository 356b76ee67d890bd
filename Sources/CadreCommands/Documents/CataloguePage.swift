import CadreModel
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
      title: both(configuration.title),
      lines: [
        "In effect from \(configuration.effectiveOn) (\(configuration.effectiveBasis.rawValue)). What words such as *on roll* or",
        "*head* mean is told in `Meanings.md`; the values stand in `config/policies/\(policy.code).yaml`, the sentences in",
        "`config/readings/\(policy.code).yaml`.",
      ] + policy.articles.flatMap(lines))
  }

  private func lines(of article: Article) -> [String] {
    var lines = ["", "## \(article.id) \(both(article.title))", "", both(article.gist)]
    let stated = numbers.numbers(of: article.id)
    if !stated.isEmpty {
      lines += [
        "", "The text prints: " + stated.map { "\($0.value) \($0.unit) (\(both($0.meaning)))" }.joined(separator: "; ") + ".",
      ]
    }
    guard !article.isPreamble else { return lines + ["", "不判定 · never judged"] }
    var table = MarkdownTable("indicator", "名称 · title", "类型 · archetype", "对象与判定规则 · population and rule", "参数 · parameters")
    for row in rows where row.article.id == article.id {
      guard let indicator = row.indicator else { continue }
      let kind = indicator.rule.kind
      table.append(
        indicator.id, both(indicator.title), "\(kind.chinese) · \(kind.rawValue)",
        row.populationAndRule(in: .chinese) + " " + row.populationAndRule(in: .english),
        row.parameters.map { sentence($0, of: indicator) }.joined(separator: "; "))
    }
    return lines + [""] + table.lines
  }

  private func sentence(_ entry: CatalogueRow.Entry, of indicator: Indicator) -> String {
    let parameter = entry.parameter
    let value = entry.value.value.text(in: .english, named: PartNames(of: indicator))
    return "`\(parameter.name)` = \(value) \(parameter.unit) (\(both(parameter.title)); \(parameter.basis.rawValue), "
      + "\(parameter.clause), from \(entry.value.validFrom))"
  }

  private func both(_ label: Label) -> String { "\(label.chinese) · \(label.english)" }
}
