public import CadreModel
public import PolicyKit

/// What a result that a waiver exempts would be without the waiver.
public struct WaivedResult: Sendable {
  /// Which result.
  public struct Key: Sendable, Hashable {
    public let ordinal: Int
    public let subject: String
    public let period: String
    /// Empty for a result without a class.
    public let `class`: String

    public init(ordinal: Int, subject: String, period: String, class: String) {
      self.ordinal = ordinal
      self.subject = subject
      self.period = period
      self.class = `class`
    }
  }

  public let key: Key
  public let status: Status
  /// Nil where it has none.
  public let reason: Reason?
  public let values: ResultValues

  public init(key: Key, status: Status, reason: Reason?, values: ResultValues) {
    self.key = key
    self.status = status
    self.reason = reason
    self.values = values
  }
}

/// A waiver in force, with one result that it exempts.
public struct WaivedItem: Sendable {
  public let indicator: Indicator
  public let article: Article
  public let subjectID: String
  public let subjectName: String?
  public let unit: ResponsibleUnit
  public let period: String
  public let basis: String
  public let approvedBy: String
  public let approvedOn: Day?
  public let from: Day?
  /// After this day the duty is back.
  public let to: Day?
  /// Nil where that is not known.
  public let without: WaivedResult?
}
