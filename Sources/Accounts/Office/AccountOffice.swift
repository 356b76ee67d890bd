public import Access
public import CadreModel
public import PostgresClient

/// What an account is to be.
public struct NewAccount: Sendable, Hashable {
  public var name: String
  public var displayName: String
  public var language: Language
  public var rights: AccountRights

  public init(name: String, displayName: String, language: Language = .chinese, rights: AccountRights) {
    self.name = name
    self.displayName = displayName
    self.language = language
    self.rights = rights
  }
}

/// What an account may do, and whose rows it sees.
public struct AccountRights: Sendable, Hashable {
  public var duties: Set<Duty>
  /// Codes of cities.
  public var cities: Set<String>
  /// This unit and those below it alone.
  public var unit: String?

  public init(duties: Set<Duty>, cities: Set<String> = [], unit: String? = nil) {
    self.duties = duties
    self.cities = cities
    self.unit = unit
  }

  fileprivate var parameters: [Parameter] {
    [
      .textArray(duties.map(\.rawValue).sorted()), .textArray(cities.sorted()), unit.map { .text($0) } ?? .null,
    ]
  }
}

/// A link by which the owner of an account chooses a password.
public struct EnrolmentLink: Sendable, Hashable {
  public let token: LinkToken
  public let endsOn: PostgresTimestamp
}

/// Makes, changes and disables accounts, each time with an entry in the log: for who gives access.
public struct AccountOffice: Sendable {
  let connection: PostgresConnection
  let osUser: String

  /// - Parameters:
  ///   - connection: of a login, or an account (`Viewer.withConnection`), that gives access.
  ///   - osUser: who does it, for the log, as the operating system has it.
  public init(connection: PostgresConnection, osUser: String) {
    self.connection = connection
    self.osUser = osUser
  }

  /// - Throws: `AccountError`, `PostgresError`.
  public func add(_ account: NewAccount) async throws -> EnrolmentLink {
    let token = LinkToken()
    return try await link(
      token, account.name,
      Statement(
        "add account",
        """
        select cadre.add_account(
          $1::text, $2::text, $3::text, $4::text[], $5::text[], $6::text, $7::bytea, $8::text, $9::text
        ) as ends_on
        """,
        [.text(account.name), .text(account.displayName), .text(account.language.rawValue)] + account.rights.parameters
          + [.bytes(token.digest)] + author))
  }

  /// Password, codes and sessions are void; the owner chooses anew.
  ///
  /// - Throws: `AccountError`, `PostgresError`.
  public func reset(_ name: String) async throws -> EnrolmentLink {
    let token = LinkToken()
    return try await link(
      token, name,
      Statement(
        "reset account", "select cadre.reset_account($1::text, $2::bytea, $3::text, $4::text) as ends_on",
        [.text(name), .bytes(token.digest)] + author))
  }

  /// Other duties and cities, from the account's next statement on.
  ///
  /// - Throws: `AccountError`, `PostgresError`.
  public func change(_ name: String, to rights: AccountRights) async throws {
    _ = try await run(
      name,
      Statement(
        "change account", "select cadre.change_account($1::text, $2::text[], $3::text[], $4::text, $5::text, $6::text)",
        [.text(name)] + rights.parameters + author))
  }

  /// Ends the account's sessions, and lets nobody in.
  ///
  /// - Throws: `AccountError`, `PostgresError`.
  public func disable(_ name: String) async throws { try await setDisabled(name, true) }

  /// Lets the account in again.
  ///
  /// - Throws: `AccountError`, `PostgresError`.
  public func enable(_ name: String) async throws { try await setDisabled(name, false) }

  private func setDisabled(_ name: String, _ isDisabled: Bool) async throws {
    _ = try await run(
      name,
      Statement(
        "disable account", "select cadre.disable_account($1::text, $2::boolean, $3::text, $4::text)",
        [.text(name), .bool(isDisabled)] + author))
  }

  private var author: [Parameter] { [.text(osUser), .text(ProgramVersion.current)] }

  private func link(_ token: LinkToken, _ name: String, _ statement: Statement) async throws -> EnrolmentLink {
    guard let row = try await run(name, statement).first else { throw AccountError.noSuchAccount(name) }
    return EnrolmentLink(token: token, endsOn: try row.decode("ends_on"))
  }

  private func run(_ name: String, _ statement: Statement) async throws -> [Row] {
    do {
      return try await connection.query(statement)
    } catch let error as PostgresError {
      throw Self.refusal(error, name) ?? error
    }
  }

  /// What the database refused, in words; nil for any other error.
  private static func refusal(_ error: PostgresError, _ name: String) -> AccountError? {
    switch error.sqlState?.rawValue {
    case "CA001": .twoOfficers(name)
    case "CA002": .officerWithData(name)
    case "CA003": .isOfficer(name)
    case "CA009": .noSuchCity(String(error.message.split(separator: " ").last ?? ""))
    case "CA021": .badName(name)
    case "CA022": .taken(name)
    case "CA023": .noDuty(name)
    case "CA024": .unitNeedsOneCity(name)
    case "CA025": .noSuchAccount(name)
    case "CA026": .own(name)
    default: nil
    }
  }

  /// All accounts, in order of their names.
  ///
  /// - Throws: `PostgresError`.
  public func list() async throws -> [ListedAccount] {
    try await connection.query(
      Statement(
        "accounts",
        """
        select
          a.account_name,
          a.display_name,
          a.duties,
          a.cities,
          a.unit_id,
          a.state,
          a.live_sessions,
          a.seen_on
        from cadre.account_list() a
        """, [])
    ).map { row in
      ListedAccount(
        name: try row.decode("account_name"), displayName: try row.decode("display_name"),
        rights: AccountRights(
          duties: Set(try row.decode("duties", as: [String].self).compactMap(Duty.init(rawValue:))),
          cities: Set(try row.decode("cities", as: [String].self)), unit: try row.decode("unit_id")),
        state: try row.decode("state"), sessions: try row.decode("live_sessions"), seenOn: try row.decode("seen_on"))
    }
  }
}
