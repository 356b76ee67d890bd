public import CadreModel
import Digest

/// The record of one judging that was carried out: a city under a policy and a scenario at a date, with all that the
/// results depend on. It is written once and stays.
public struct Run: Sendable, Hashable {
  public let city: String
  /// 32 hexadecimal digits: the `reference`. Where a run of that id exists already (the same was judged once more), a
  /// digest of that id.
  public package(set) var id: String
  /// The result set that holds its results: made by this run, or taken over from the run that it went on from. Empty once
  /// a later run has taken the set over, or once it was dropped.
  public package(set) var resultSet: String
  public let policy: String
  /// Empty for an official run; of a what-if, how its parameters differ from the official ones.
  public let scenario: String
  public let asOf: Day
  /// SHA-256 over all that ran to judge: the statements, the snapshot's steps, the tables' forms, the calendar.
  public let rulesDigest: String
  /// SHA-256 over the parameters in force at the date; empty in runs stored before this digest existed.
  public let parametersDigest: String
  /// The last migration that the database had then.
  public let schemaVersion: Int
  /// The data's watermark; empty where nothing was imported yet.
  public let watermark: String
  /// The import after which the data were taken, where others had followed (已知截至); nil: all that was stored.
  public let knownAsOf: Int?
  public package(set) var resultCount: Int

  public init(
    city: String, id: String, resultSet: String, policy: String, scenario: String = "", asOf: Day, rulesDigest: String,
    parametersDigest: String, schemaVersion: Int, watermark: String, knownAsOf: Int? = nil, resultCount: Int
  ) {
    self.city = city
    self.id = id
    self.resultSet = resultSet
    self.policy = policy
    self.scenario = scenario
    self.asOf = asOf
    self.rulesDigest = rulesDigest
    self.parametersDigest = parametersDigest
    self.schemaVersion = schemaVersion
    self.watermark = watermark
    self.knownAsOf = knownAsOf
    self.resultCount = resultCount
  }

  /// The form of ids: 32 digits of a text's digest.
  package static func id(of text: String) -> String {
    String(SHA256.hex(of: text).prefix(32))
  }

  /// 32 hexadecimal digits for what was judged and by which rules. Runs that must find the same have the same reference,
  /// whenever they are made and in whatever database.
  public var reference: String {
    Self.id(of: [city, policy, scenario, asOf.description, rulesDigest, watermark].joined(separator: "\n"))
  }

  /// Whether both runs must have the same results: the same data judged by the same rules.
  package func findsTheSame(as other: Run) -> Bool {
    rulesDigest == other.rulesDigest && watermark == other.watermark
  }
}
