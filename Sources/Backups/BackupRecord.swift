public import FoundationEssentials

/// What a backup says of itself, in its `about.json`: what it was made of, and the digest of each of its files.
public struct BackupRecord: Codable, Sendable, Hashable {
  /// The form that this program writes and reads.
  public static let form = "cadre backup 1"

  public var form: String
  /// The version of the program that made it.
  public var program: String
  /// The newest migration that the database had.
  public var migration: Int
  /// The server's version, as in 150018 for 15.18.
  public var server: Int
  public var database: String
  public var madeOn: Date
  public var madeBy: String
  public var cities: [CityContent]
  public var chains: [Chain]
  public var roles: [Role]
  public var memberships: [Membership]
  public var files: [File]

  /// What a city's tables hold.
  public struct CityContent: Codable, Sendable, Hashable {
    public var city: String
    public var imports: Int
    public var rows: Int
    /// The SHA-256 of the tables' names, rows and sums.
    public var digest: String
  }

  /// The last entry of a chain of digests.
  public struct Chain: Codable, Sendable, Hashable {
    public var chain: String
    public var entry: Int
    public var digest: String
  }

  /// A role of ours that the server must have before the tables can be given to it. No login, and no password.
  public struct Role: Codable, Sendable, Hashable {
    public var name: String
    public var inherits: Bool
    public var makesRoles: Bool
  }

  /// Who is a member of one of our roles: another role of ours, or a login.
  public struct Membership: Codable, Sendable, Hashable {
    public var role: String
    public var member: String
    public var mayHandOn: Bool
  }

  /// A file of the backup.
  public struct File: Codable, Sendable, Hashable {
    /// Below the backup's folder.
    public var path: String
    public var bytes: Int
    public var sha256: String
  }
}

extension BackupRecord {
  /// The record as `about.json` holds it.
  func text() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.dateEncodingStrategy = .iso8601
    return Array(try encoder.encode(self)) + [0x0A]
  }

  /// Nil where the text is no record of a backup.
  init?(text: [UInt8]) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    decoder.dateDecodingStrategy = .iso8601
    guard let record = try? decoder.decode(BackupRecord.self, from: Data(text)), record.form == Self.form else { return nil }
    self = record
  }
}
