public import CadreModel
public import PolicyKit
import PostgresClient

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

extension ResultRow {
  /// From a row with a result's columns and its names.
  init(_ row: Row, of entry: RunIndicator, _ language: Language) throws {
    let indicator = entry.indicator
    let code: String? = try row.decode("class")
    let values = ResultValues(
      observed: try row.decode("observed"), required: try row.decode("required"),
      dueOn: try row.decode("due_on", as: String?.self).flatMap { Day($0) }, detail: try row.decode("detail"))
    let reason: String? = try row.decode("reason")
    self.init(
      key: ResultKey(
        indicator: indicator.id, subject: try row.decode("subject_id"), period: try row.decode("period"), class: code),
      indicator: indicator, article: entry.article, subjectName: try row.decode("subject_name"),
      unitID: try row.decode("unit_id"), unitName: try row.decode("unit_name"),
      status: Status(rawValue: try row.decode("status")) ?? .noData, class: code.map(indicator.resultClass),
      values: values,
      // A reason of a newer program stands as its code.
      reason: reason.map { code in
        Reason(rawValue: code).map { values.sentence($0, of: indicator, in: language) } ?? code
      } ?? "")
  }
}

/// So many results after a key.
public struct ResultsPage: Sendable {
  public let rows: [ResultRow]
  /// After which the next page begins; nil on the last page.
  public let next: ResultKey?
}
