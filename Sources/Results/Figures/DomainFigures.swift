public import CadreModel
public import DataContract
public import PolicyKit

/// The indicators of one field of work, together.
public struct DomainFigures: Sendable, Hashable {
  public let domain: Domain
  public let tally: Tally
  /// Tables that an indicator of the field needs and the city has never handed in. Such a field has no rate: by
  /// leaving out a table a city would otherwise move up.
  public let missingTables: [TableName]

  public var compliance: Rate? { missingTables.isEmpty ? tally.compliance : nil }
  public var completion: Rate? { missingTables.isEmpty ? tally.completion : nil }

  public func title(in language: Language) -> String {
    domain.label.text(in: language) + MissingTables.remark(on: missingTables, in: language)
  }

  /// The fields that have a duty among the indicators, in the order of `Domain`. Statistics belong to no rate.
  public static func sums(of indicators: [IndicatorFigures]) -> [DomainFigures] {
    Domain.allCases.compactMap { domain in
      var tally = Tally()
      var missing: [TableName] = []
      let members = indicators.filter { $0.indicator.domain == domain && !$0.indicator.isStatistic }
      guard !members.isEmpty else { return nil }
      for figures in members {
        tally += figures.tally
        for table in figures.missingTables where !missing.contains(table) { missing.append(table) }
      }
      return DomainFigures(domain: domain, tally: tally, missingTables: missing)
    }
  }
}

extension Indicator {
  /// Whether its results are figures rather than verdicts.
  package var isStatistic: Bool {
    rule.kind == .statistic || rule.kind == .classification
  }
}
