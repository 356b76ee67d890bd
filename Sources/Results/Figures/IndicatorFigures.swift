public import CadreModel
public import DataContract
import Messages
public import PolicyKit

/// One indicator of a city at a date.
public struct IndicatorFigures: Sendable {
  public let article: Article
  public let indicator: Indicator
  public let tally: Tally
  /// Tables that the indicator needs and the city has never handed in.
  public let missingTables: [TableName]
  /// Whether one of the indicator's numbers is assumed.
  public let isAssumed: Bool
  /// The compliance rate on the same day of last year.
  public let rateLastYear: Rate?
  /// Of a statistic: its figures, class by class.
  public let statistics: [StatisticFigure]
  /// Of a statistic: all its figures as one number, where they make one.
  public let value: String?

  public init(
    article: Article, indicator: Indicator, tally: Tally, missingTables: [TableName], isAssumed: Bool,
    rateLastYear: Rate?, statistics: [StatisticFigure] = [], value: String? = nil
  ) {
    self.article = article
    self.indicator = indicator
    self.tally = tally
    self.missingTables = missingTables
    self.isAssumed = isAssumed
    self.rateLastYear = rateLastYear
    self.statistics = statistics
    self.value = value
  }

  /// Missing data passes neither for a good nor for a bad score.
  public var compliance: Rate? { missingTables.isEmpty ? tally.compliance : nil }
  public var completion: Rate? { missingTables.isEmpty ? tally.completion : nil }

  public var change: Rate? {
    guard let compliance, let rateLastYear else { return nil }
    return compliance - rateLastYear
  }

  /// The title, with the tables that were never handed in: `每年谈心谈话（未报送：谈话）`.
  public func title(in language: Language) -> String {
    indicator.title.text(in: language) + MissingTables.remark(on: missingTables, in: language)
  }
}

/// How reports speak of tables that a city has never handed in.
package enum MissingTables {
  package static func remark(on tables: [TableName], in language: Language) -> String {
    guard !tables.isEmpty else { return "" }
    return ReportWords.notHandedIn(names(of: tables, in: language)).text(in: language)
  }

  package static func names(of tables: [TableName], in language: Language) -> String {
    tables.map { name(of: $0, in: language) }.joined(separator: ReportWords.listSeparator.text(in: language))
  }

  package static func name(of table: TableName, in language: Language) -> String {
    switch language {
    case .chinese: Table[table].label
    case .english: table.rawValue.replacing("_", with: " ")
    }
  }
}
