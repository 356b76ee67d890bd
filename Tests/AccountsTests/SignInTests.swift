import Access
import CadreTesting
import PostgresClient
import Testing

@testable import Accounts

/// Signing in: by whom, with what, how often.
@Suite(.accounts) struct SignInTests {
  @Test func passwordAndCodeMakeASession() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let pending = try await front.pending(account)
    // Between both steps it is nobody's session.
    #expect(try await front.sessions.viewer(of: pending) == nil)
    let step = try await front.signIn.code(front.code(of: account), pending: pending)
    guard case .signedIn(let token, let left) = step else {
      Issue.record("\(step)")
      return
    }
    #expect(left == 10 && token != pending)
    let viewer = try #require(try await front.sessions.viewer(of: token))
    #expect(viewer.account == "wang" && viewer.displayName == "王丽" && viewer.cities == ["alpha"] && viewer.duties == [.reader])
    // The token of the first step is used up.
    #expect(try await front.signIn.code(front.code(of: account), pending: pending) == .ended)
    #expect(try await front.sessions.viewer(of: pending) == nil)
    await front.close()
    #expect(
      try await AccountsDatabase.entries().suffix(2) == [
        "pages_of_tests/wang|web|enrol|sign_in||password and second factor set",
        "pages_of_tests/wang|web|sign in|sign_in||signed in by code",
      ])
  }

  @Test func whatIsWrongIsNotSaid() async throws {
    let front = try await Front()
    _ = try await front.enrolled("wang")
    _ = try await AccountsDatabase.office {
      try await $0.add(NewAccount(name: "new", displayName: "新", rights: AccountRights(duties: [.auditor])))
    }
    let off = try await front.enrolled("off")
    try await AccountsDatabase.office { try await $0.disable("off") }
    for (name, password) in [
      ("wang", "wrong horse battery"), ("wang", ""), ("nobody", Front.password), ("new", Front.password),
      (off.name, Front.password),
      ("", ""), ("wang'; drop table accounts; --", "x"), ("王\u{0}丽", "x"),
    ] {
      #expect(try await front.signIn.password(name, password, from: Front.origin) == .refused, "\(name)")
    }
    // What was typed in the place of a name may be a password: the log names accounts alone.
    let log = try await AccountsDatabase.entries().joined()
    #expect(!log.contains("nobody") && !log.contains("drop") && log.contains("pages_of_tests/wang|web|sign in|sign_in||refused"))
    await front.close()
  }

  /// Before somebody has signed in, an account that is there looks as one that is not.
  @Test func saltsTellNothing() async throws {
    let front = try await Front()
    _ = try await front.enrolled("wang")
    let salts = try await front.pool.withConnection { connection in
      try await ["wang", "nobody", "nobody", "somebody"].asyncMap { name in
        try await connection.query("select s.salt, s.wait from cadre.sign_in_salt(\(name), '') s").first?
          .decode("salt", as: [UInt8].self)
      }
    }
    #expect(salts.allSatisfy { $0?.count == 16 })
    #expect(salts[1] == salts[2] && salts[1] != salts[3])
    await front.close()
  }

  @Test func aCodeCountsOnce() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let code = front.code(of: account)
    let (first, second) = (try await front.pending(account), try await front.pending(account))
    guard case .signedIn = try await front.signIn.code(code, pending: first) else {
      Issue.record("not signed in")
      return
    }
    #expect(try await front.signIn.code(code, pending: second) == .refused)
    front.clock.advance(30)
    guard case .signedIn = try await front.signIn.code(front.code(of: account), pending: second) else {
      Issue.record("not signed in")
      return
    }
    await front.close()
  }

  /// The code that somebody enrolled with is used, too.
  @Test func theCodeOfEnrolmentIsUsed() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let before = account.secret.code(step: front.clock.seconds / 30 - 1)
    #expect(try await front.signIn.code(before, pending: try await front.pending(account)) == .refused)
    await front.close()
  }

  @Test func aRecoveryCodeCountsOnce() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let code = account.codes.codes[3]
    guard case .signedIn(_, let left) = try await front.signIn.code(code.lowercased(), pending: try await front.pending(account))
    else {
      Issue.record("not signed in")
      return
    }
    #expect(left == 9)
    #expect(try await front.signIn.code(code, pending: try await front.pending(account)) == .refused)
    let other = try await front.signIn.code(account.codes.codes[4], pending: try await front.pending(account))
    guard case .signedIn(_, 8) = other else {
      Issue.record("\(other)")
      return
    }
    await front.close()
  }

  @Test func fiveWrongCodesEndTheAttempt() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let pending = try await front.pending(account)
    for _ in 0..<4 { #expect(try await front.signIn.code("000000", pending: pending) == .refused) }
    #expect(try await front.signIn.code("000000", pending: pending) == .ended)
    #expect(try await front.signIn.code(front.code(of: account), pending: pending) == .ended)
    // And the right password does not forget them.
    #expect(try await front.signIn.password("wang", Front.password, from: Front.origin).isWait)
    await front.close()
  }

  @Test func theFirstStepHoldsForFiveMinutes() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let pending = try await front.pending(account)
    try await AccountsDatabase.pass("4 minutes 50 seconds")
    #expect(try await front.signIn.code("000000", pending: pending) == .refused)
    try await AccountsDatabase.pass("11 seconds")
    #expect(try await front.signIn.code(front.code(of: account), pending: pending) == .ended)
    await front.close()
  }

  /// After five in a row an account waits: a minute, two, four, at most fifteen; and no longer than that, whoever tries.
  @Test func accountsWaitLongerEachTime() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    for name in [account.name, "nobody"] {
      for _ in 0..<5 {
        #expect(try await front.signIn.password(name, "wrong horse battery", from: Front.origin) == .refused)
      }
      // One that is there waits as one that is not.
      #expect(try await front.signIn.password(name, Front.password, from: Front.origin).waits(51...60))
    }
    try await AccountsDatabase.pass("61 seconds")
    for minutes in [2, 4, 8, 15, 15] {
      #expect(try await front.signIn.password("wang", "wrong horse battery", from: Front.origin) == .refused)
      let waits = try await front.signIn.password("wang", Front.password, from: Front.origin)
      #expect(waits.waits(minutes * 60 - 10...minutes * 60))
      try await AccountsDatabase.pass("\(minutes) minutes 1 second")
    }
    // Signed in, it begins anew.
    _ = try await front.signedIn(account)
    #expect(try await front.signIn.password("wang", "wrong horse battery", from: Front.origin) == .refused)
    #expect(try await front.signIn.password("wang", "wrong horse battery", from: Front.origin) == .refused)
    await front.close()
  }

  @Test func anHourForgets() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    for _ in 0..<4 { _ = try await front.signIn.password(account.name, "wrong horse battery", from: Front.origin) }
    try await AccountsDatabase.pass("61 minutes")
    for _ in 0..<4 {
      #expect(try await front.signIn.password(account.name, "wrong horse battery", from: Front.origin) == .refused)
    }
    _ = try await front.signedIn(account)
    await front.close()
  }

  @Test func addressesWaitAfterFifty() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    try await AccountsDatabase.asOwner { owner in
      for _ in 0..<49 { _ = try await owner.query("select cadre.count_failure('someone ' || random(), '192.0.2.7')") }
    }
    #expect(try await front.signIn.password("other", "x", from: Front.origin) == .refused)
    #expect(try await front.signIn.password(account.name, Front.password, from: Front.origin).isWait)
    // Elsewhere the account signs in as ever.
    let elsewhere = Origin(address: "192.0.2.8", agent: "Firefox")
    guard case .secondFactor = try await front.signIn.password(account.name, Front.password, from: elsewhere) else {
      Issue.record("not let in")
      return
    }
    await front.close()
  }

  /// Twenty at once are not twenty chances.
  @Test func attemptsAtOnceAreCountedOneByOne() async throws {
    let front = try await Front()
    let key = [UInt8](repeating: 7, count: 32)
    _ = try await front.enrolled()
    let outcomes = try await withThrowingTaskGroup(of: String?.self) { group in
      for _ in 0..<20 {
        group.addTask {
          try await front.pool.withConnection { connection in
            try await connection.query(
              "select s.outcome from cadre.sign_in('wang', \(Parameter.bytes(key)), \(Parameter.bytes(key)), '', '', 'x', '1') s"
            ).first?.decode("outcome", as: String.self)
          }
        }
      }
      return try await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == "refused" } == 5 && outcomes.count { $0 == "wait" } == 15)
    await front.close()
  }
}

extension SignInStep {
  var isWait: Bool { if case .wait = self { true } else { false } }

  func waits(_ seconds: ClosedRange<Int>) -> Bool {
    if case .wait(let found) = self { seconds.contains(found) } else { false }
  }
}

extension Array {
  func asyncMap<T>(_ transform: (Element) async throws -> T) async throws -> [T] {
    var values: [T] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
