public import Accounts
import CadreModel
import HTTPTypes
public import Hummingbird
import Messages
import Pages
public import PostgresClient

/// Lets in who has an account: by password and code. Its pages are those of signing in, of the one-time link, and of the own account.
public struct AccountEntrance: Entrance {
  public var signIn: String { SignInAddress.signIn }

  let host: String
  let sessions: Sessions
  let entering: SignIn
  let enrolment: Enrolment
  let own: OwnAccount
  /// What authenticators list the codes under.
  let issuer: String

  /// - Parameters:
  ///   - pool: of connections of the pages' login.
  ///   - host: the machine that serves the pages, for the log.
  ///   - clock: seconds since 1970.
  public init(
    pool: ConnectionPool, host: String, issuer: String = "cadre", sealing: any SecretSealing = ClearSecrets(),
    clock: @escaping @Sendable () -> Int = systemSeconds
  ) {
    self.host = host
    self.issuer = issuer
    sessions = Sessions(pool: pool, host: host)
    entering = SignIn(pool: pool, host: host, sealing: sealing, clock: clock)
    enrolment = Enrolment(pool: pool, host: host, sealing: sealing, clock: clock)
    own = OwnAccount(pool: pool, host: host)
  }

  public func add(to router: Router<PageContext>) {
    router.add(middleware: AccountMiddleware(entrance: self))
    let signing = SignInPages(entrance: self)
    router.get("sign-in") { request, context in signing.ask(request, context) }
    router.post("sign-in") { request, context in try await signing.takePassword(request, context) }
    router.get("sign-in/code") { request, context in signing.askCode(request, context) }
    router.post("sign-in/code") { request, context in try await signing.takeCode(request, context) }
    let enrolling = EnrolmentPages(entrance: self)
    router.get("enrol/:link") { request, context in try await enrolling.ask(request, context) }
    router.post("enrol/:link") { request, context in try await enrolling.take(request, context) }
    let account = AccountPages(entrance: self)
    router.get("account") { request, context in try await account.show(request, context) }
    router.post("account/password") { request, context in try await account.changePassword(request, context) }
    router.post("account/codes") { request, context in try await account.renewCodes(request, context) }
    router.post("account/sessions") { request, context in try await account.endSessions(request, context) }
    router.post("leave") { request, context in try await account.leave(request, context) }
  }
}

/// Where the pages of signing in are.
enum SignInAddress {
  static let signIn = "/sign-in"
  static let code = "/sign-in/code"
  static let account = "/account"
  static let leave = "/leave"
}

/// Finds whose session a request brings, and puts the viewer into the context.
struct AccountMiddleware: RouterMiddleware {
  typealias Context = PageContext

  let entrance: AccountEntrance

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    if let token = request.token(SessionToken.cookieName), let viewer = try await entrance.sessions.viewer(of: token) {
      context.viewer = AccountViewer(viewer: viewer, host: entrance.host)
    }
    // Whoever is not signed in yet chooses the language of the page that asks for it.
    if context.viewer == nil, case .language(let chosen, _) = Place(path: request.uri.path, query: request.uri.query) {
      return redirect(to: SignInAddress.signIn, cookies: [SignInCookie.language(chosen)])
    }
    return try await next(request, context)
  }
}

extension Request {
  /// The secret that a cookie holds.
  func token(_ name: String) -> SessionToken? { cookies[name].flatMap { SessionToken(cookie: $0.value) } }

  /// The fields of a form that was sent; nil where there are none that can be read.
  func form() async throws -> Query? {
    let body = try await body.collect(upTo: 64 << 10)
    return Query(String(buffer: body))
  }
}

extension PageContext {
  /// Where a request comes from, for limits and the list of sessions.
  func origin(of request: Request) -> Origin {
    Origin(address: remoteAddress?.ipAddress ?? "", agent: request.headers[.userAgent] ?? "")
  }

  /// The account that is signed in.
  var account: Viewer? { (viewer as? AccountViewer)?.viewer }
}
