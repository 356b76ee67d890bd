import Access
import CadreModel
import Digest
import HTTPTypes
public import Hummingbird
import Messages
import NIOCore
import Pages
import Synchronization

/// Lets in the one person who has started the server on his own machine: by a link that is printed on his terminal and is good for one
/// time. It listens to this machine alone, and to no page of somebody else that a browser here may have open.
public final class LocalEntrance: Entrance {
  public var signIn: String { "/enter" }
  /// What the link ends with.
  public let link: Secret
  private let viewer: LocalViewer
  /// The names under which a browser of this machine calls it.
  private let hosts: [String]
  private let now: @Sendable () -> Int
  private let state: Mutex<State>

  private struct State {
    /// The digest of the link while nobody has used it.
    var link: String?
    /// By the digest of a session: when it began, and was last used, in seconds.
    var sessions: [String: (began: Int, used: Int)] = [:]
  }

  /// 32 random bytes; its description hides them.
  public struct Secret: Sendable, CustomStringConvertible {
    public let text: String
    public var description: String { "Secret" }

    init() {
      var generator = SystemRandomNumberGenerator()
      text = (0..<32).map { _ in
        let byte = UInt8.random(in: .min ... .max, using: &generator)
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0\(digits)" : digits
      }.joined()
    }

    var digest: String { SHA256.hex(of: text) }
  }

  private static let cookie = "cadre-local"
  /// A session ends after so long without use, and after so long in any case.
  private static let idleSeconds = 2 * 3_600
  private static let longestSeconds = 12 * 3_600

  /// - Parameters:
  ///   - viewer: whom it lets in.
  ///   - now: seconds, for a test's clock.
  public init(_ viewer: LocalViewer, port: Int, now: @escaping @Sendable () -> Int = LocalEntrance.seconds) {
    let link = Secret()
    (self.viewer, self.link, self.now) = (viewer, link, now)
    hosts = ["127.0.0.1", "localhost", "[::1]"].flatMap { [$0, "\($0):\(port)"] }
    state = Mutex(State(link: link.digest))
  }

  private static let started = ContinuousClock.now
  /// Since the program was started: no change of the machine's clock lengthens a session.
  public static let seconds: @Sendable () -> Int = { Int(started.duration(to: .now).components.seconds) }

  public func add(to router: Router<PageContext>) {
    router.add(middleware: LocalMiddleware(entrance: self))
    router.get("enter") { [self] request, context in page(request, context) }
    router.get("enter/:link") { [self] request, context in enter(request, context) }
    router.get("account") { [self] request, context in account(request, context) }
    router.post("leave") { [self] request, context in leave(request, context) }
  }

  // MARK: Sessions

  /// Whether a request comes from a page of ours, or from where no page can send it.
  func isOwn(_ request: Request) -> Bool {
    guard let host = request.head.authority else { return false }
    return hosts.contains(host)
  }

  fileprivate func viewer(of request: Request) -> LocalViewer? {
    guard let session = request.cookies[Self.cookie]?.value else { return nil }
    let (digest, time) = (SHA256.hex(of: session), now())
    return state.withLock { state in
      guard let found = state.sessions[digest] else { return nil }
      guard time - found.used <= Self.idleSeconds, time - found.began <= Self.longestSeconds else {
        state.sessions[digest] = nil
        return nil
      }
      state.sessions[digest]?.used = time
      return viewer
    }
  }

  private func enter(_ request: Request, _ context: PageContext) -> Response {
    let digest = SHA256.hex(of: context.parameters.get("link") ?? "")
    let session = Secret()
    let isRight = state.withLock { state in
      guard state.link == digest else { return false }
      state.link = nil
      state.sessions[session.digest] = (now(), now())
      return true
    }
    guard isRight else { return page(request, context) }
    var response = Response.redirect(to: "/", type: .normal)
    response.headers[.setCookie] = "\(Self.cookie)=\(session.text); Path=/; HttpOnly; SameSite=Strict"
    response.headers[.cacheControl] = "no-store"
    return response
  }

  private func leave(_ request: Request, _ context: PageContext) -> Response {
    if let session = request.cookies[Self.cookie]?.value {
      state.withLock { $0.sessions[SHA256.hex(of: session)] = nil }
    }
    var response = page(request, context)
    response.headers[.setCookie] = "\(Self.cookie)=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"
    return response
  }

  // MARK: Pages

  private func page(_ request: Request, _ context: PageContext) -> Response {
    let language = PageResponder.language(of: request, viewer)
    return Self.response(
      .forbidden, language, nil, ServeMessages.enterTitle,
      "<p>\(ServeMessages.enterText.text(in: language))</p>")
  }

  private func account(_ request: Request, _ context: PageContext) -> Response {
    guard context.viewer != nil else { return page(request, context) }
    let language = PageResponder.language(of: request, viewer)
    let duties = viewer.duties.sorted { $0.rawValue < $1.rawValue }.map(\.name).joined(by: Punctuation.listSeparator)
    return Self.response(
      .ok, language, viewer, WebPageMessages.account,
      """
      <dl class="facts"><dt>\(ListPageMessages.login.text(in: language))</dt><dd>\(viewer.account)</dd>\
      <dt>\(ListPageMessages.duties.text(in: language))</dt><dd>\(duties.text(in: language))</dd></dl>\
      <form method="post" action="/leave"><button>\(ServeMessages.leave.text(in: language))</button></form>
      """)
  }

  private static func response(
    _ status: HTTPResponse.Status, _ language: Language, _ viewer: LocalViewer?, _ title: Message, _ more: HTML
  ) -> Response {
    let name = title.text(in: language)
    let body = Frame(language: language, viewer: viewer, place: .home).whole(title: name, "<h1>\(name)</h1>\(more)")
    return Response(
      status: status, headers: [.contentType: PageResponder.html, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.bytes)))
  }
}

/// Puts the viewer into the context of requests that bring a session, and turns away what pages of others send.
private struct LocalMiddleware: RouterMiddleware {
  typealias Context = PageContext

  let entrance: LocalEntrance

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    guard entrance.isOwn(request) else { return Response(status: .misdirectedRequest) }
    var context = context
    context.viewer = entrance.viewer(of: request)
    return try await next(request, context)
  }
}
