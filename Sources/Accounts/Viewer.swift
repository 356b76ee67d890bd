public import Access
public import Audit
public import CadreModel
import Digest
import PostgresClient

/// Who looks: the account of a live session, as the database had it when it was asked. What it may see the database decides,
/// statement by statement.
public struct Viewer: Sendable, Hashable {
  /// The account's name. It stands in the log.
  public let account: String
  /// A person's name: in no log.
  public let displayName: String
  public let duties: Set<Duty>
  /// Codes of cities, in order.
  public let cities: [String]
  /// Sees this unit and those below it alone; then there is one city.
  public let unit: String?
  public let language: Language
  /// Tells sessions apart; no secret.
  public let sessionNumber: Int
  /// For this session's forms.
  public let csrf: CSRFToken
  let token: SessionToken

  public func has(_ duty: Duty) -> Bool { duties.contains(duty) }
  public func sees(_ city: String) -> Bool { cities.contains(city) }

  /// Whether it reads cities' data at all.
  public var isReader: Bool { !duties.isDisjoint(with: Duty.reading) }

  /// A digest of what it may see: pages of equal rights are equal.
  public var rights: String {
    let duties = duties.map(\.rawValue).sorted().joined(separator: ",")
    return SHA256.hex(of: "\(duties) \(cities.joined(separator: ",")) \(unit.map { "unit \($0)" } ?? "")")
  }

  /// Who the log says that something is handed out for; the server adds login and account.
  ///
  /// - Parameters:
  ///   - host: the machine that serves the pages.
  ///   - command: what was asked for: `web city`.
  public func author(on host: String, of command: String) -> AuditAuthor { AuditAuthor(osUser: host, command: command) }

  init(token: SessionToken, row: Row) throws {
    self.token = token
    account = try row.decode("account_name")
    displayName = try row.decode("display_name")
    duties = Set(try row.decode("duties", as: [String].self).compactMap(Duty.init(rawValue:)))
    cities = try row.decode("cities", as: [String].self).sorted()
    unit = try row.decode("unit_id")
    language = Language(rawValue: try row.decode("language")) ?? .chinese
    sessionNumber = try row.decode("session_number")
    csrf = CSRFToken(of: token)
  }
}
