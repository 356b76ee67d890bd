import Access
import CadreModel
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import PolicyKit
import PostgresClient
import ResultsTesting
import Synchronization
import Testing

@testable import Dashboard

/// Lines that a log has written.
final class LockedLines: Sendable {
  private let lines = Mutex<[String]>([])
  func add(_ line: String) { lines.withLock { $0.append(line) } }
  var all: [String] { lines.withLock { $0 } }
}

/// The way in of who has started the server on his own machine.
@Suite struct LocalEntranceTests {
  private final class Clock: Sendable {
    let seconds = Mutex(0)
    func go(on count: Int) { seconds.withLock { $0 += count } }
  }

  private static let own: HTTPFields = [:]

  private func asking(
    _ body: @escaping @Sendable (any TestClientProtocol, LocalEntrance, Clock) async throws -> Void
  ) async throws {
    let clock = Clock()
    let held = HeldAccess(login: "me", duties: [.reader], cities: ["alpha"], isSuperuser: false)
    let viewer = LocalViewer(author: "me@here", held: held, known: try PlantedCities.library().cities, language: .english)
    let entrance = LocalEntrance(viewer, port: 8080) { clock.seconds.withLock { $0 } }
    let router = Router(context: PageContext.self)
    entrance.add(to: router)
    router.get("who") { _, context in context.viewer?.account ?? "nobody" }
    try await Application(router: router).test(.router) { try await body($0, entrance, clock) }
  }

  private static func with(_ response: TestResponse) throws -> HTTPFields {
    var fields = own
    fields[.cookie] = try #require(response.headers[.setCookie]).split(separator: ";").first.map(String.init)
    return fields
  }

  @Test func theLinkIsGoodOnceAndTheSessionFromThen() async throws {
    try await asking { client, entrance, _ in
      #expect(try await client.get("/who", Self.own).text == "nobody")
      #expect(try await client.get("/enter/\(String(repeating: "0", count: 64))", Self.own).status == .forbidden)
      let entered = try await client.get("/enter/\(entrance.link.text)", Self.own)
      #expect(entered.status == .seeOther)
      let cookie = try #require(entered.headers[.setCookie])
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && !cookie.contains(entrance.link.text))
      let session = try Self.with(entered)
      #expect(try await client.get("/who", session).text == "me@here")
      #expect(try await client.get("/enter/\(entrance.link.text)", Self.own).status == .forbidden)
      _ = try await client.execute(uri: "/leave", method: .post, headers: session) { $0 }
      #expect(try await client.get("/who", session).text == "nobody")
    }
  }

  @Test func aSessionEndsWithoutUseAndInAnyCase() async throws {
    try await asking { client, entrance, clock in
      let session = try Self.with(try await client.get("/enter/\(entrance.link.text)", Self.own))
      for _ in 0..<11 {
        clock.go(on: 3_600)
        #expect(try await client.get("/who", session).text == "me@here")
      }
      clock.go(on: 3_601)
      #expect(try await client.get("/who", session).text == "nobody")
    }
    try await asking { client, entrance, clock in
      let session = try Self.with(try await client.get("/enter/\(entrance.link.text)", Self.own))
      clock.go(on: 2 * 3_600 + 1)
      #expect(try await client.get("/who", session).text == "nobody")
    }
  }

  /// A page of somebody else's whose name was made to lead here.
  @Test func itIsReachedUnderItsOwnNameAlone() async throws {
    try await asking { _, entrance, _ in
      func isOwn(_ host: String?) -> Bool {
        let head = HTTPRequest(method: .get, scheme: "http", authority: host, path: "/who")
        return entrance.isOwn(Request(head: head, body: RequestBody(buffer: ByteBuffer())))
      }
      for host in ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "localhost"] { #expect(isOwn(host)) }
      for host in ["evil.example", "evil.example:8080", "127.0.0.1:80", "localhost.evil.example", "", nil] {
        #expect(!isOwn(host))
      }
    }
  }

  @Test func aLocalViewerHasWhatTheLoginHas() throws {
    let cities = try PlantedCities.library().cities
    func viewer(_ held: HeldAccess) -> LocalViewer { LocalViewer(author: "me", held: held, known: cities, language: .english) }
    let reader = viewer(HeldAccess(login: "me", duties: [.reader], cities: ["beta", "unknown"], isSuperuser: false))
    #expect(reader.cities == ["beta"] && reader.duties == [.reader])
    let superuser = viewer(HeldAccess(login: "me", duties: [], cities: [], isSuperuser: true))
    #expect(superuser.cities == ["alpha", "beta", "gamma"] && superuser.duties == Set(Duty.allCases).subtracting([.web]))
    #expect("\(LocalEntrance(reader, port: 1).link)" == "Secret")
  }
}
