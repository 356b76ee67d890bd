/// One result as a person reads it.
public struct ResultLine: Sendable, Hashable {
  public let indicator: String
  public let subjectID: String
  public let subjectName: String?
  public let unitName: String?
  public let period: String
  public let status: String
  public let dueOn: String?
  public let reason: String?
}
