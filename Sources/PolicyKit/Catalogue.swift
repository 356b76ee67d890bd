public import CadreModel

extension Article {
  /// Whether it says why and what for alone, and is never judged.
  public var isPreamble: Bool { indicators.isEmpty }
}

/// One line of the catalogue: an indicator with where it comes from and the parameters in force; or an article that is
/// never judged.
public struct CatalogueRow: Sendable {
  public let policy: Policy
  public let article: Article
  /// None of a preamble.
  public let indicator: Indicator?
  public let parameters: [Entry]

  /// One dated value of a parameter.
  public struct Entry: Sendable, Hashable {
    public let parameter: PolicyParameter
    public let value: DatedValue
  }

  /// The catalogue of a policy, in the order of its text, with every dated value of each parameter.
  public static func rows(of policy: Policy) -> [CatalogueRow] {
    policy.articles.flatMap { article in
      if article.isPreamble { return [CatalogueRow(policy: policy, article: article, indicator: nil, parameters: [])] }
      return article.indicators.map { indicator in
        CatalogueRow(
          policy: policy, article: article, indicator: indicator,
          parameters: policy.parameters(of: indicator).flatMap { parameter in
            parameter.values.map { Entry(parameter: parameter, value: $0) }
          })
      }
    }
  }

  /// How the clause is judged.
  public var judgedBy: Label {
    guard let indicator else { return Label("不判定", "never judged") }
    return indicator.rule.kind == .attestation
      ? Label("单位自查", "attestation") : Label("据记录判定", "computed")
  }
}
