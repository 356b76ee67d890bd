import Access
import AccountsTesting
import CadreModel
import CadreTesting
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import PostgresClient
import ResultsTesting
import Schema
import Synchronization
import Testing

@testable import Accounts
@testable import Dashboard

/// A browser without a window: keeps cookies, sends forms.
private final class Browser {
  private let client: any TestClientProtocol
  private(set) var cookies: [String: String] = [:]
  /// Each cookie as it was set last.
  private(set) var setCookies: [String: String] = [:]

  init(_ client: any TestClientProtocol) { self.client = client }

  func forget(_ name: String) { cookies[name] = nil }

  func get(_ address: String) async throws -> TestResponse { try await send(address, .get, "") }

  /// Sends the fields to an address, with the token that the page's form has.
  func post(_ address: String, _ fields: [String: String], from page: TestResponse) async throws -> TestResponse {
    let token = page.text.firstMatch(of: /name="form" value="([^"]*)"/).map { String($0.1) }
    return try await post(address, fields.merging(["form": token ?? ""]) { first, _ in first })
  }

  func post(_ address: String, _ fields: [String: String]) async throws -> TestResponse {
    try await send(address, .post, fields.map { "\($0)=\(Address.encoded($1))" }.joined(separator: "&"))
  }

  private func send(_ address: String, _ method: HTTPRequest.Method, _ body: String) async throws -> TestResponse {
    var headers: HTTPFields = [.userAgent: "Browser of tests", .contentType: "application/x-www-form-urlencoded"]
    headers[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
    let response = try await client.execute(uri: address, method: method, headers: headers, body: ByteBuffer(string: body))
    for set in response.headers[values: .setCookie] {
      let pair = set.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      setCookies[pair[0]] = set
      cookies[pair[0]] = set.contains("Max-Age=0") ? nil : pair[1]
    }
    return response
  }
}

/// The pages of signing in, as a browser sends them.
@Suite(.planted) struct SignInPagesTests {
  private static let password = "correct horse battery"

  private final class Clock: Sendable {
    private let now = Mutex(1_764_380_000)
    var seconds: Int { now.withLock { $0 } }
    func goOn() { now.withLock { $0 += 30 } }
  }

  /// Runs `body` with a browser, and the one-time link of an account.
  private func browsing(
    _ rights: AccountRights = AccountRights(duties: [.reader], cities: ["alpha"]),
    _ body: @escaping @Sendable (Browser, LinkToken, Clock) async throws -> Void
  ) async throws {
    let owner = try await TestDatabase.current.connect()
    try await Roles.apply(to: owner)
    let link = try await AccountOffice(connection: owner, osUser: "tests").add(
      NewAccount(name: "wang", displayName: "王丽", rights: rights))
    await owner.close()
    let pool = try await WebFixture.pool()
    let clock = Clock()
    let server = DashboardServer(
      pool: pool, books: ServedCities.books,
      entrance: AccountEntrance(pool: pool, host: "web", clock: { clock.seconds }),
      logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() })
    try await server.application(ServerSettings(port: 0)).test(.router) { client in
      try await body(Browser(client), link.token, clock)
    }
    await pool.close()
  }

  private func code(_ page: String, _ clock: Clock) throws -> String {
    let base32 = try #require(page.firstMatch(of: /<code>([A-Z2-7 ]+)<\/code>/)).1.filter { $0 != " " }
    var (bytes, held, count): ([UInt8], Int, Int) = ([], 0, 0)
    for letter in base32.utf8 {
      held = held << 5 | Int(letter >= 65 ? letter - 65 : letter - 24)
      count += 5
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: held >> count))
      }
    }
    return TOTPSecret(bytes: bytes).code(step: clock.seconds / 30)
  }

  /// Chooses a password by the link, and gives back the page that offered the secret.
  private func enrol(_ browser: Browser, _ link: LinkToken, _ clock: Clock) async throws -> String {
    let page = try await browser.get(link.path)
    let done = try await browser.post(
      link.path, ["password": Self.password, "again": Self.password, "code": try code(page.text, clock)], from: page)
    #expect(done.status == .ok && done.text.matches(of: /<li><code>/).count == 10)
    clock.goOn()
    return page.text
  }

  private func signIn(
    _ browser: Browser, _ page: String, _ clock: Clock, to target: String = "/account"
  ) async throws -> TestResponse {
    let first = try await browser.get("/sign-in?to=\(Address.encoded(target))")
    let second = try await browser.post(
      "/sign-in", ["account": "wang", "password": Self.password, "to": target], from: first)
    #expect(second.status == .seeOther && second.headers[.location]?.hasPrefix("/sign-in/code") == true)
    let third = try await browser.get(second.headers[.location] ?? "")
    let done = try await browser.post("/sign-in/code", ["code": try code(page, clock), "to": target], from: third)
    clock.goOn()
    return done
  }

  @Test func fromTheLinkToThePagesAndOut() async throws {
    try await browsing { browser, link, clock in
      let stranger = try await browser.get("/catalogue")
      #expect(stranger.status == .seeOther && stranger.headers[.location] == "/sign-in?to=%2Fcatalogue")
      let secret = try await enrol(browser, link, clock)
      #expect(secret.contains("<svg class=\"qr\"") && secret.contains("王丽"))
      let signedIn = try await signIn(browser, secret, clock, to: "/catalogue")
      #expect(signedIn.status == .seeOther && signedIn.headers[.location] == "/catalogue")
      #expect(try await browser.get("/catalogue").status == .ok)

      let account = try await browser.get("/account")
      #expect(account.status == .ok && account.text.contains("王丽") && account.text.contains("Browser of tests"))
      #expect(account.headers[.cacheControl] == "no-store")
      let left = try await browser.post("/leave", [:], from: account)
      #expect(left.status == .seeOther && left.headers[HTTPField.Name("Clear-Site-Data")!] != nil)
      #expect(try await browser.get("/catalogue").status == .seeOther)
    }
  }

  /// Cookies are this host's, over TLS alone, and no script's.
  @Test func cookiesAreOutOfReach() async throws {
    try await browsing { browser, link, clock in
      let secret = try await enrol(browser, link, clock)
      _ = try await signIn(browser, secret, clock)
      for (name, sameSite) in [
        (SessionToken.cookieName, "SameSite=Lax"), (SessionToken.pendingCookieName, "SameSite=Strict"),
        (SignInCookie.form, "SameSite=Strict"),
      ] {
        let set = try #require(browser.setCookies[name])
        for part in ["; Path=/", "; Secure", "; HttpOnly", sameSite] { #expect(set.contains(part), "\(set)") }
        #expect(!set.contains("Domain") && name.hasPrefix("__Host-"))
      }
    }
  }

  /// What is sent without the page's token, or with another session's, changes nothing.
  @Test func formsOfOthersAreRefused() async throws {
    try await browsing { browser, link, clock in
      let page = try await browser.get(link.path)
      let fields = ["password": Self.password, "again": Self.password, "code": try code(page.text, clock)]
      #expect(try await browser.post(link.path, fields).status == .forbidden)
      #expect(try await browser.post("/sign-in", ["account": "wang", "password": Self.password]).status == .forbidden)
      let secret = try await enrol(browser, link, clock)
      _ = try await signIn(browser, secret, clock)
      for address in ["/leave", "/account/password", "/account/codes", "/account/sessions"] {
        #expect(try await browser.post(address, ["form": CSRFToken(pending: SessionToken()).text]).status == .forbidden)
      }
      #expect(try await browser.get("/account").status == .ok)
    }
  }

  @Test func whatIsWrongIsSaidAlike() async throws {
    try await browsing { browser, link, clock in
      _ = try await enrol(browser, link, clock)
      let page = try await browser.get("/sign-in")
      var answers: [String] = []
      for (name, password) in [("wang", "wrong horse battery"), ("nobody", "wrong horse battery"), ("nobody", "")] {
        let answer = try await browser.post("/sign-in", ["account": name, "password": password], from: page)
        #expect(answer.status == .unauthorized)
        answers.append(answer.text.replacing(/name="form" value="[^"]*"/, with: ""))
      }
      #expect(Set(answers).count == 1 && answers[0].contains("role=\"alert\""))
      for _ in 0..<4 { _ = try await browser.post("/sign-in", ["account": "wang", "password": "x"], from: page) }
      #expect(
        try await browser.post("/sign-in", ["account": "wang", "password": Self.password], from: page).status == .tooManyRequests)
    }
  }

  /// Where one wanted to go is a page of ours.
  @Test(arguments: ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/enrol/x", ""])
  func nobodyIsSentElsewhere(target: String) async throws {
    try await browsing { browser, link, clock in
      let secret = try await enrol(browser, link, clock)
      let done = try await signIn(browser, secret, clock, to: target)
      #expect(done.status == .seeOther && done.headers[.location] == "/")
    }
  }

  @Test func theLinkSaysWhatIsWrongAndWorksOnce() async throws {
    try await browsing { browser, link, clock in
      let page = try await browser.get(link.path)
      let code = try code(page.text, clock)
      for (fields, word) in [
        (["password": "short", "again": "short", "code": code], "10"),
        (["password": "password2026", "again": "password2026", "code": code], "泄露"),
        (["password": Self.password, "again": "another", "code": code], "不一样"),
        (["password": Self.password, "again": Self.password, "code": "000000"], "动态口令不对"),
      ] {
        let answer = try await browser.post(link.path, fields, from: page)
        #expect(answer.status == .unprocessableContent && answer.text.contains(word), "\(word)")
        // The same secret is offered again, and no password is sent back.
        #expect(try self.code(answer.text, clock) == code && !answer.text.contains("password2026"))
      }
      _ = try await enrol(browser, link, clock)
      #expect(try await browser.get(link.path).status == .notFound)
      #expect(try await browser.get("/enrol/\(LinkToken().text)").status == .notFound)
      #expect(try await browser.get("/enrol/x").status == .notFound)
    }
  }

  @Test func passwordCodesAndSessionsAreChanged() async throws {
    try await browsing { browser, link, clock in
      let secret = try await enrol(browser, link, clock)
      _ = try await signIn(browser, secret, clock)
      let account = try await browser.get("/account")
      let wrong = try await browser.post("/account/codes", ["password": "wrong horse battery"], from: account)
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("口令不对"))
      let codes = try await browser.post("/account/codes", ["password": Self.password], from: account)
      #expect(codes.status == .ok && codes.text.matches(of: /<li><code>/).count == 10)
      let ended = try await browser.post("/account/sessions", ["password": Self.password], from: account)
      #expect(ended.status == .seeOther)
      let new = "another horse battery"
      let changed = try await browser.post(
        "/account/password", ["password": Self.password, "new": new, "again": new], from: account)
      #expect(changed.status == .ok && changed.text.contains("口令已改"))
    }
  }

  /// A page of signing in asks a browser to mask, to remember and to let paste.
  @Test func fieldsSayWhatTheyAre() async throws {
    try await browsing { browser, link, _ in
      let page = try await browser.get("/sign-in").text
      #expect(page.contains("type=\"password\" autocomplete=\"current-password\"") && page.contains("autocomplete=\"username\""))
      #expect(!page.contains("onpaste") && !page.contains("<script"))
      #expect(try await browser.get(link.path).text.contains("autocomplete=\"new-password\""))
    }
  }
}
