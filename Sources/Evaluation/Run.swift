public import CadreModel
import Digest

/// One evaluation: a city under a policy at a date, and all that its results depend on.
public struct Run: Sendable, Hashable {
  public let city: String
  /// 32 hexadecimal digits: a digest of everything below that results depend on.
  public let id: String
  /// Where its results are: the id of the run that first stored them, and that this one went on from.
  public internal(set) var resultSet: String
  public let policy: String
  public let asOf: Day
  public let policyVersion: String
  public let schemaVersion: Int
  /// The data's watermark; empty where nothing was imported yet.
  public let watermark: String
  public internal(set) var resultCount: Int

  public init(
    city: String, id: String, resultSet: String, policy: String, asOf: Day, policyVersion: String, schemaVersion: Int, watermark: String,
    resultCount: Int
  ) {
    self.city = city
    self.id = id
    self.resultSet = resultSet
    self.policy = policy
    self.asOf = asOf
    self.policyVersion = policyVersion
    self.schemaVersion = schemaVersion
    self.watermark = watermark
    self.resultCount = resultCount
  }

  /// The form of ids: 32 digits of a text's digest.
  static func id(of text: String) -> String {
    String(SHA256.hex(of: text).prefix(32))
  }

  /// Whether one may go on from the other: rules of single indicators may differ, the tables may not.
  func isComparable(to other: Run) -> Bool {
    policy == other.policy && asOf == other.asOf && schemaVersion == other.schemaVersion
  }
}
