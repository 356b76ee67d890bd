import Access
import CadreModel
import CadreTesting
import PostgresClient
import Testing

@testable import Accounts

/// The one-time link, and what an owner changes later.
@Suite(.accounts) struct EnrolmentTests {
  private func added(_ name: String = "wang") async throws -> LinkToken {
    try await AccountsDatabase.office {
      try await $0.add(
        NewAccount(
          name: name, displayName: "王丽", language: .english, rights: AccountRights(duties: [.reader], cities: ["alpha"])))
    }.token
  }

  @Test func aLinkOffersOneSecretAndWorksOnce() async throws {
    let front = try await Front()
    let link = try await added()
    let offer = try #require(try await front.enrolment.open(link))
    #expect(offer.account == "wang" && offer.displayName == "王丽" && offer.language == .english)
    #expect(try await front.enrolment.open(link) == offer)
    let account = try await front.enrolled("wang", by: link)
    #expect(account.secret == offer.secret)
    #expect(try await front.enrolment.open(link) == nil)
    await #expect(throws: AccountError.linkEnded) {
      try await front.enrolment.finish(link, password: Front.password, code: front.code(of: account))
    }
    _ = try await front.signedIn(account)
    #expect(try await front.enrolment.open(LinkToken()) == nil)
    await front.close()
  }

  @Test func aLinkHoldsForADay() async throws {
    let front = try await Front()
    let link = try await added()
    try await AccountsDatabase.pass("23 hours 59 minutes")
    #expect(try await front.enrolment.open(link) != nil)
    try await AccountsDatabase.pass("2 minutes")
    #expect(try await front.enrolment.open(link) == nil)
    #expect(try await AccountsDatabase.office { try await $0.list() }.map(\.state) == [.expired])
    await front.close()
  }

  @Test func whatIsWrongUsesNothingUp() async throws {
    let front = try await Front()
    let link = try await added()
    let offer = try #require(try await front.enrolment.open(link))
    let code = offer.secret.code(step: front.clock.seconds / 30)
    await #expect(throws: AccountError.password(.breached)) {
      try await front.enrolment.finish(link, password: "password2026", code: code)
    }
    await #expect(throws: AccountError.wrongCode) {
      try await front.enrolment.finish(link, password: Front.password, code: "000000")
    }
    _ = try await front.enrolment.finish(link, password: Front.password, code: code)
    await front.close()
  }

  @Test func aResetVoidsWhatWasThere() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let token = try await front.signedIn(account)
    let pending = try await front.pending(account)
    let link = try await AccountsDatabase.office { try await $0.reset("wang") }.token
    #expect(try await front.sessions.viewer(of: token) == nil)
    #expect(try await front.signIn.code(front.code(of: account), pending: pending) == .ended)
    #expect(try await front.signIn.password("wang", Front.password, from: Front.origin) == .refused)
    let again = try await front.enrolled("wang", by: link)
    #expect(again.secret != account.secret)
    #expect(try await front.signIn.code(account.codes.codes[0], pending: try await front.pending(again)) == .refused)
    _ = try await front.signedIn(again)
    await front.close()
  }

  @Test func aDisabledAccountsLinkIsNone() async throws {
    let front = try await Front()
    let link = try await added()
    try await AccountsDatabase.office { try await $0.disable("wang") }
    #expect(try await front.enrolment.open(link) == nil)
    await front.close()
  }

  @Test func anotherPasswordEndsTheOtherSessions() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let other = try await front.signedIn(account)
    let token = try await front.signedIn(account)
    let viewer = try #require(try await front.sessions.viewer(of: token))
    let new = "another horse battery"
    await #expect(throws: AccountError.wrongPassword) {
      try await front.own.changePassword(viewer, old: "wrong horse battery", new: new)
    }
    await #expect(throws: AccountError.password(.easy)) {
      try await front.own.changePassword(viewer, old: Front.password, new: "wang wang 17 times")
    }
    try await front.own.changePassword(viewer, old: Front.password, new: new)
    #expect(try await front.sessions.viewer(of: other) == nil)
    #expect(try await front.sessions.viewer(of: token) != nil)
    #expect(try await front.signIn.password("wang", Front.password, from: Front.origin) == .refused)
    _ = try await front.pending(account, new)
    await front.close()
  }

  /// Whoever finds a session open does not guess the password there.
  @Test func guessesInASessionAreCounted() async throws {
    let front = try await Front()
    let token = try await front.signedIn(try await front.enrolled())
    let viewer = try #require(try await front.sessions.viewer(of: token))
    for _ in 0..<5 {
      await #expect(throws: AccountError.wrongPassword) {
        try await front.own.newRecoveryCodes(viewer, password: "wrong horse battery")
      }
    }
    await #expect(throws: AccountError.wait) { try await front.own.newRecoveryCodes(viewer, password: Front.password) }
    await front.close()
  }

  @Test func newRecoveryCodesVoidTheOld() async throws {
    let front = try await Front()
    let account = try await front.enrolled()
    let token = try await front.signedIn(account)
    let viewer = try #require(try await front.sessions.viewer(of: token))
    let codes = try await front.own.newRecoveryCodes(viewer, password: Front.password)
    #expect(try await front.signIn.code(account.codes.codes[0], pending: try await front.pending(account)) == .refused)
    guard case .signedIn(_, 9) = try await front.signIn.code(codes.codes[0], pending: try await front.pending(account)) else {
      Issue.record("not signed in")
      return
    }
    await front.close()
  }

  @Test func theLanguageStays() async throws {
    let front = try await Front()
    let token = try await front.signedIn(try await front.enrolled())
    try await front.own.setLanguage(try #require(try await front.sessions.viewer(of: token)), .english)
    #expect(try await front.sessions.viewer(of: token)?.language == .english)
    await front.close()
  }
}
