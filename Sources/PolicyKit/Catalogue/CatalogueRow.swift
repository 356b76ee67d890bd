public import CadreModel

extension Article {
  /// Whether it only gives reasons and aims, and is never judged.
  public var isPreamble: Bool { indicators.isEmpty }
}

/// One line of the catalogue: an indicator with where it comes from and the parameters in force; or an article that is
/// never judged.
public struct CatalogueRow: Sendable {
  public let policy: Policy
  public let article: Article
  /// Nil for a preamble.
  public let indicator: Indicator?
  public let parameters: [Entry]
  /// How we read it, with the parameters' latest values; nil for a preamble.
  public let reading: Readings.Entry?

  /// One dated value of a parameter.
  public struct Entry: Sendable, Hashable {
    public let parameter: PolicyParameter
    public let value: DatedValue
  }

  /// The catalogue of a policy, in the order of its text, with every dated value of each parameter.
  ///
  /// - Throws: `RenderingError.unknownPlaceholder` where a reading names what is no parameter.
  public static func rows(of policy: Policy, readings: Readings? = nil) throws(RenderingError) -> [CatalogueRow] {
    var rows: [CatalogueRow] = []
    for article in policy.articles {
      if article.isPreamble {
        rows.append(CatalogueRow(policy: policy, article: article, indicator: nil, parameters: [], reading: nil))
      }
      for indicator in article.indicators {
        rows.append(
          CatalogueRow(
            policy: policy, article: article, indicator: indicator,
            parameters: policy.parameters(of: indicator).flatMap { parameter in
              parameter.values.map { Entry(parameter: parameter, value: $0) }
            }, reading: try readings?.reading(of: indicator, in: policy)))
      }
    }
    return rows
  }

  /// Population and rule in one sentence; empty for a preamble.
  public func populationAndRule(in language: Language) -> String {
    reading.map { Self.sentence(of: $0, in: language) } ?? ""
  }

  /// A reading's population and rule in one sentence.
  public static func sentence(of reading: Readings.Entry, in language: Language) -> String {
    let (population, rule) = (reading.population.text(in: language), reading.rule.text(in: language))
    return language(zh: "\(population)。\(rule)。", en: "\(population). \(rule).")
  }

  /// How the clause is judged.
  public var judgedBy: Label {
    guard let indicator else { return Label("不判定", "never judged") }
    return indicator.rule.kind == .attestation
      ? Label("单位自查", "attestation") : Label("据记录判定", "computed")
  }
}
