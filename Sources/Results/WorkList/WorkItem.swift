public import CadreModel
public import PolicyKit

/// One thing that somebody has to see to.
public struct WorkItem: Sendable {
  /// Why it is on the list.
  public enum Urgency: String, Sendable, Hashable, CaseIterable {
    case unmet
    case atRisk = "at_risk"
    /// Falls due within the days that the list looks ahead.
    case due
  }

  public let urgency: Urgency
  public let indicator: Indicator
  public let article: Article
  /// Who: nil for a subject without a name of its own.
  public let subjectName: String?
  public let subjectID: String
  /// Of a person, what the main post is called; of two, both.
  public let post: String?
  public let unit: ResponsibleUnit
  public let period: String
  public let values: ResultValues
  /// What has been unmet, since when: its due date, else the day of the row that it is about. Nil where neither tells.
  public let since: Day?
  /// Why.
  public let reason: String
  /// What is missing; nil where nothing could turn it.
  public let remedy: String?

  public var dueOn: Day? { values.dueOn }
}

/// A unit as work lists name it, with who answers for it.
public struct ResponsibleUnit: Sendable, Hashable {
  /// Empty for results that are no unit's.
  public let id: String
  public let name: String
  /// Nil where none is on record.
  public let head: UnitHead?

  public init(id: String, name: String, head: UnitHead?) {
    self.id = id
    self.name = name
    self.head = head
  }
}

/// Who heads a unit.
public struct UnitHead: Sendable, Hashable {
  public let id: String
  public let name: String
  /// What the post is called.
  public let post: String

  public init(id: String, name: String, post: String) {
    self.id = id
    self.name = name
    self.post = post
  }
}
