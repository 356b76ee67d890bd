public import CadreModel
public import PolicyKit

/// One result with names and its sentence.
public struct ResultRow: Sendable {
  public let key: ResultKey
  public let indicator: Indicator
  public let article: Article
  /// Nil for a subject without a name of its own, such as a region.
  public let subjectName: String?
  /// Nil for a result that is no unit's.
  public let unitID: String?
  public let unitName: String?
  public let status: Status
  /// Nil for a result without a class.
  public let `class`: ResultClass?
  public let values: ResultValues
  /// Empty where the result has no reason.
  public let reason: String

  public var subjectID: String { key.subject }
  public var period: String { key.period }
  public var dueOn: Day? { values.dueOn }
}

/// So many results after a key.
public struct ResultsPage: Sendable {
  public let rows: [ResultRow]
  /// After which the next page begins; nil on the last page.
  public let next: ResultKey?
}
