import Access
import AccountsTesting
import CadreModel
import CadreTesting
import PostgresClient
import Schema
import Synchronization
import Testing

@testable import Accounts

/// A database with cadre's tables and two cities, without data.
enum AccountsDatabase {
  static let cities = [
    City(code: "alpha", nameChinese: "甲市", nameEnglish: "Alpha", provinceCode: "33", regionPrefix: "3301"),
    City(code: "beta", nameChinese: "乙市", nameEnglish: "Beta", provinceCode: "33", regionPrefix: "3302"),
  ]

  static let template = DatabaseTemplate("accounts") { connection in
    try await Migrations.shipped().apply(to: connection, by: "tests")
    try await ReferenceData.store(cities: cities, workdays: "date,kind,name\n", in: connection)
    try await Roles.apply(to: connection)
  }

  /// Runs as the server's owner: to look at what is stored, and to let time pass.
  @discardableResult
  static func asOwner<T>(_ body: (PostgresConnection) async throws -> T) async throws -> T {
    let owner = try await TestDatabase.current.connect()
    let value = try await body(owner)
    await owner.close()
    return value
  }

  /// Does what an access administrator does.
  @discardableResult
  static func office<T>(_ body: (AccountOffice) async throws -> T) async throws -> T {
    try await asOwner { try await body(AccountOffice(connection: $0, osUser: "li@office")) }
  }

  /// Moves all moments that are stored so far back, as if so much time had passed.
  static func pass(_ interval: String) async throws {
    try await asOwner { owner in
      try await owner.executeScript(
        """
        update cadre.account_sessions
        set
          began_on = began_on - interval '\(interval)',
          seen_on = seen_on - interval '\(interval)';
        update cadre.sign_in_failures
        set last_on = last_on - interval '\(interval)';
        update cadre.accounts
        set link_ends_on = link_ends_on - interval '\(interval)'
        """)
    }
  }

  /// Entries of the log since there was one, a line each.
  static func entries() async throws -> [String] {
    try await asOwner { owner in
      try await owner.query(
        """
        select concat_ws('|', e.login, e.os_user, e.command, e.kind, e.cities, e.details) as line
        from cadre.audit_entries e
        order by e.entry_number
        """
      ).map { try $0.decode("line") }
    }
  }
}

extension Trait where Self == DatabaseTrait {
  static var accounts: Self { .database(template: AccountsDatabase.template) }
}

/// The pages, without pages: what signs in, and the clock of the codes.
struct Front: Sendable {
  let pool: ConnectionPool
  let clock = Clock()
  static let password = "correct horse battery"
  static let origin = Origin(address: "192.0.2.7", agent: "Chromium")

  init() async throws { pool = try await WebFixture.pool() }

  var signIn: SignIn { SignIn(pool: pool, host: "web", clock: { clock.seconds }) }
  var enrolment: Enrolment { Enrolment(pool: pool, host: "web", clock: { clock.seconds }) }
  var sessions: Sessions { Sessions(pool: pool, host: "web") }
  var own: OwnAccount { OwnAccount(pool: pool, host: "web") }

  func close() async { await pool.close() }

  /// An account whose owner has chosen a password and set up codes.
  func enrolled(
    _ name: String = "wang", _ rights: AccountRights = AccountRights(duties: [.reader], cities: ["alpha"])
  ) async throws -> Enrolled {
    let link = try await AccountsDatabase.office {
      try await $0.add(NewAccount(name: name, displayName: "王丽", rights: rights))
    }
    return try await enrolled(name, by: link.token)
  }

  func enrolled(_ name: String, by link: LinkToken) async throws -> Enrolled {
    let offer = try #require(try await enrolment.open(link))
    let codes = try await enrolment.finish(
      link, password: Self.password, code: offer.secret.code(step: clock.seconds / 30))
    clock.advance(30)
    return Enrolled(name: name, secret: offer.secret, codes: codes)
  }

  func code(of account: Enrolled) -> String { account.secret.code(step: clock.seconds / 30) }

  /// The token of the first step.
  func pending(_ account: Enrolled, _ password: String = Self.password) async throws -> SessionToken {
    guard case .secondFactor(let token) = try await signIn.password(account.name, password, from: Self.origin) else {
      throw NotSignedIn()
    }
    return token
  }

  /// Both steps, and half a minute of waiting for the next code.
  func signedIn(_ account: Enrolled) async throws -> SessionToken {
    let step = try await signIn.code(code(of: account), pending: try await pending(account))
    clock.advance(30)
    guard case .signedIn(let token, _) = step else { throw NotSignedIn() }
    return token
  }

  struct NotSignedIn: Error {}

  struct Enrolled: Sendable {
    let name: String
    let secret: TOTPSecret
    let codes: RecoveryCodes
  }

  /// A clock that goes when it is told to.
  final class Clock: Sendable {
    private let now = Mutex(1_764_380_000)
    var seconds: Int { now.withLock { $0 } }
    func advance(_ seconds: Int) { now.withLock { $0 += seconds } }
  }
}
