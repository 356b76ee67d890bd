public import CadreModel

/// One evaluation: a city under a policy at a date, and all that its results depend on.
public struct Run: Sendable, Hashable {
  public let city: String
  /// 32 hexadecimal digits: a digest of everything below that results depend on.
  public let id: String
  public let policy: String
  public let asOf: Day
  public let policyVersion: String
  public let schemaVersion: Int
  /// The data's watermark; empty where nothing was imported yet.
  public let watermark: String
  public let resultCount: Int

  public init(
    city: String, id: String, policy: String, asOf: Day, policyVersion: String, schemaVersion: Int, watermark: String,
    resultCount: Int
  ) {
    self.city = city
    self.id = id
    self.policy = policy
    self.asOf = asOf
    self.policyVersion = policyVersion
    self.schemaVersion = schemaVersion
    self.watermark = watermark
    self.resultCount = resultCount
  }
}
