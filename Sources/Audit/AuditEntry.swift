public import CadreModel

/// Who hands something out or takes something in, as the program knows it. The server adds the login itself.
public struct AuditAuthor: Sendable, Hashable {
  /// The operating system's user and the machine.
  public let osUser: String
  public let programVersion: String
  /// Without its options: `report city`.
  public let command: String

  public init(osUser: String, programVersion: String = ProgramVersion.current, command: String) {
    self.osUser = osUser
    self.programVersion = programVersion
    self.command = command
  }
}

/// What was handed out or taken in, and of whom: ids alone, never a name.
public struct AuditEntry: Sendable, Hashable {
  public let kind: AuditKind
  /// The codes of the cities that it is about.
  public var cities: [String]
  public var policy = ""
  public var indicator = ""
  public var subject = ""
  public var asOf: Day?
  /// SHA-256 of what was handed out, or of the record concerned; empty where there is nothing to take it of.
  public var contentDigest = ""
  /// Which files, which import: nothing personal.
  public var details = ""

  /// The columns of an entry (`e`) that its digest is taken of, in that order, before the digest of the one before it.
  static let columns = [
    "entry_number", "entered_on", "login", "os_user", "program_version", "command", "kind", "cities", "policy", "indicator",
    "subject_id", "as_of", "content_digest", "details",
  ].map { "e.\($0)" }.joined(separator: ",\n  ")

  public init(_ kind: AuditKind, cities: [String], asOf: Day? = nil) {
    self.kind = kind
    self.cities = cities
    self.asOf = asOf
  }
}
