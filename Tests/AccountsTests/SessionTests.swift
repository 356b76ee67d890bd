import Access
import AccountsTesting
import CadreTesting
import PostgresClient
import Testing

@testable import Accounts

/// How long sessions last, who ends them, and what is kept of them.
@Suite(.accounts) struct SessionTests {
  @Test func anIdleSessionEndsAfterHalfAnHour() async throws {
    let front = try await Front()
    let token = try await front.signedIn(try await front.enrolled())
    try await AccountsDatabase.pass("29 minutes")
    #expect(try await front.sessions.viewer(of: token) != nil)
    // Having been used, it is not idle.
    try await AccountsDatabase.pass("29 minutes")
    #expect(try await front.sessions.viewer(of: token) != nil)
    try await AccountsDatabase.pass("31 minutes")
    #expect(try await front.sessions.viewer(of: token) == nil)
    await front.close()
  }

  @Test func noSessionLastsLongerThanTwelveHours() async throws {
    let front = try await Front()
    let token = try await front.signedIn(try await front.enrolled())
    for _ in 0..<29 {
      try await AccountsDatabase.pass("24 minutes 45 seconds")
      #expect(try await front.sessions.viewer(of: token) != nil)
    }
    try await AccountsDatabase.pass("3 minutes")
    #expect(try await front.sessions.viewer(of: token) == nil)
    await front.close()
  }

  @Test func signingOutEndsIt() async throws {
    let front = try await Front()
    let token = try await front.signedIn(try await front.enrolled())
    let viewer = try #require(try await front.sessions.viewer(of: token))
    try await front.sessions.end(viewer)
    #expect(try await front.sessions.viewer(of: token) == nil)
    await #expect(throws: AccountError.sessionEnded) {
      try await viewer.withTransaction(front.pool, as: .reader) { _ in }
    }
    #expect(try await AccountsDatabase.entries().last == "pages_of_tests/wang|web|sign out|sign_in||1")
    await front.close()
  }

  @Test func ownSessionsAreListedAndRevoked() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let other = try await front.signedIn(try await front.enrolled("other"))
    let tokens = try await [0, 1, 2].asyncMap { _ in try await front.signedIn(account) }
    let viewer = try #require(try await front.sessions.viewer(of: tokens[2]))
    let listed = try await front.sessions.list(for: viewer)
    #expect(listed.count == 3 && listed.map(\.isThis) == [true, false, false])
    #expect(listed.allSatisfy { $0.address == "192.0.2.7" && $0.agent == "Chromium" && $0.beganOn <= $0.seenOn })

    await #expect(throws: AccountError.wrongPassword) {
      try await front.own.endSessions(listed[2].number, of: viewer, password: "wrong horse battery")
    }
    #expect(try await front.sessions.viewer(of: tokens[0]) != nil)
    try await front.own.endSessions(listed[2].number, of: viewer, password: Front.password)
    #expect(try await front.sessions.viewer(of: tokens[0]) == nil)
    #expect(try await front.sessions.viewer(of: tokens[1]) != nil)
    // Another's is not within reach.
    let others = try #require(try await front.sessions.viewer(of: other))
    try await front.own.endSessions(others.sessionNumber, of: viewer, password: Front.password)
    #expect(try await front.sessions.viewer(of: other) != nil)

    try await front.own.endSessions(nil, of: viewer, password: Front.password)
    #expect(try await front.sessions.viewer(of: tokens[1]) == nil)
    #expect(try await front.sessions.viewer(of: tokens[2]) != nil)
    #expect(try await front.sessions.list(for: viewer).count == 1)
    await front.close()
  }

  @Test func theEleventhSessionTakesTheOldestsPlace() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let first = try await front.signedIn(account)
    try await AccountsDatabase.pass("1 second")
    for _ in 0..<9 { _ = try await front.signedIn(account) }
    #expect(try await front.sessions.viewer(of: first) != nil)
    try await AccountsDatabase.asOwner { owner in
      try await owner.execute(
        "update cadre.account_sessions set seen_on = seen_on - interval '1 minute' where token_digest = \(Parameter.bytes(first.digest))"
      )
    }
    let last = try await front.signedIn(account)
    #expect(try await front.sessions.viewer(of: first) == nil)
    let viewer = try #require(try await front.sessions.viewer(of: last))
    #expect(try await front.sessions.list(for: viewer).count == 10)
    await front.close()
  }

  @Test func aDisabledAccountsSessionsAreDeadAtOnce() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let token = try await front.signedIn(account)
    let viewer = try #require(try await front.sessions.viewer(of: token))
    // In the middle of a transaction, too.
    try await viewer.withTransaction(front.pool, as: .reader, seeing: ["alpha"], options: .readCommitted) { connection in
      #expect(try await city(connection) == "alpha")
      try await AccountsDatabase.office { try await $0.disable("wang") }
      #expect(try await city(connection) == nil)
    }
    #expect(try await front.sessions.viewer(of: token) == nil)
    try await AccountsDatabase.office { try await $0.enable("wang") }
    // What was ended stays ended.
    #expect(try await front.sessions.viewer(of: token) == nil)
    _ = try await front.signedIn(account)
    await front.close()
  }

  /// What is taken from an account is gone from its next statement on.
  @Test func changedRightsHoldAtOnce() async throws {
    let front = try await Front()
    let token = try await front.signedIn(
      try await front.enrolled("wang", AccountRights(duties: [.reader], cities: ["alpha", "beta"])))
    let viewer = try #require(try await front.sessions.viewer(of: token))
    try await viewer.withTransaction(front.pool, as: .reader, seeing: ["beta"], options: .readCommitted) { connection in
      #expect(try await city(connection) == "beta")
      try await AccountsDatabase.office { try await $0.change("wang", to: AccountRights(duties: [.reader], cities: ["alpha"])) }
      #expect(try await city(connection) == nil)
    }
    let now = try #require(try await front.sessions.viewer(of: token))
    #expect(now.cities == ["alpha"] && now.rights != viewer.rights)
    await front.close()
  }

  private func city(_ connection: PostgresConnection) async throws -> String? {
    try await connection.query("select cadre.city() as city").first?.decode("city")
  }

  /// Nothing in the database, and so in no copy of it, lets anybody in.
  @Test func noSecretIsStored() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let pending = try await front.pending(account)
    let token = try await front.signedIn(account)
    let link = try await AccountsDatabase.office {
      try await $0.add(NewAccount(name: "new", displayName: "新", rights: AccountRights(duties: [.auditor])))
    }
    let secrets =
      [pending.cookie, token.cookie, link.token.text, Front.password] + account.codes.codes
      + account.codes.codes.compactMap(RecoveryCodes.normal) + [CSRFToken(of: token).text]
    let dump = try await AccountsDatabase.asOwner { owner in
      var dump = ""
      for table in ["accounts", "account_sessions", "account_recovery_codes", "sign_in_failures", "audit_entries"] {
        let rows = try await owner.query(Statement(nil, "select t::text as line from cadre.\(table) t", []))
        for row in rows { dump += try row.decode("line", as: String.self) }
      }
      return dump
    }
    #expect(dump.count > 1_000)
    for secret in secrets {
      let hexadecimal = secret.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      #expect(!dump.contains(secret) && !dump.contains(hexadecimal))
    }
    await front.close()
  }
}
