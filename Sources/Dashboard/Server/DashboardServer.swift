import CoreMetrics
public import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import Metrics
import NIOCore
public import NIOSSL
public import PostgresClient

/// How people come in: the pages of sign-in, and the middleware that finds who makes a request and puts it into the context. Without a
/// viewer there nothing of the dashboard is shown.
public protocol Entrance: Sendable {
  /// The address of the page where one signs in.
  var signIn: String { get }

  /// Adds the pages and the middleware. The dashboard's own pages come after, behind the middleware.
  func add(to router: Router<PageContext>)
}

/// Where and how the server listens.
public struct ServerSettings: Sendable {
  public var host: String
  public var port: Int
  /// Nil: without TLS, which a server for others than this machine should not be.
  public var tls: TLSConfiguration?

  public init(host: String = "127.0.0.1", port: Int, tls: TLSConfiguration? = nil) {
    (self.host, self.port, self.tls) = (host, port, tls)
  }

  /// TLS by a certificate chain and its key, as PEM files.
  ///
  /// - Throws: `NIOSSLError` for files that are neither.
  public static func tls(certificate: String, key: String) throws -> TLSConfiguration {
    let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
    let own = try NIOSSLPrivateKey(file: key, format: .pem)
    var settings = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(own))
    settings.minimumTLSVersion = .tlsv12
    return settings
  }

  /// A client that neither sends nor takes anything for so long is cut.
  public static let idleSeconds = 30
  /// So many connections are open at once; further ones wait.
  public static let mostConnections = 512
}

/// The dashboard as a server: its routes, and what runs them.
public struct DashboardServer: Sendable {
  private let maker: PageMaker
  private let entrance: any Entrance
  private let metrics: PrometheusMetrics
  private let logger: Logger

  public init(
    pool: ConnectionPool, books: Books, entrance: any Entrance, metrics: PrometheusMetrics = PrometheusMetrics(), logger: Logger
  ) {
    maker = PageMaker(pool: pool, books: books)
    (self.entrance, self.metrics, self.logger) = (entrance, metrics, logger)
  }

  /// All routes. The first ones tell nothing of anybody and are open to all.
  func router(isOverTLS: Bool) -> Router<PageContext> {
    let router = Router(context: PageContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: RequestRecord(metrics: metrics))
    router.add(middleware: ProtectiveHeaders(isOverTLS: isOverTLS))
    router.get("health") { _, _ in Self.text("ok\n") }
    router.get("ready") { _, _ in await self.ready() }
    router.get("metrics") { _, context in await self.metricsText(context) }
    router.get(RouterPath(StyleSheet.address)) { request, _ in Self.style(request) }
    router.get(RouterPath(StyleSheet.icon)) { _, _ in Self.asset(StyleSheet.iconBytes, "image/svg+xml") }
    entrance.add(to: router)
    let responder = PageResponder(maker: maker, signIn: entrance.signIn)
    router.get("/") { request, context in await responder.respond(to: request, context) }
    router.get("**") { request, context in await responder.respond(to: request, context) }
    return router
  }

  /// The server, ready to run.
  ///
  /// - Throws: `NIOSSLError` for a certificate that cannot be used.
  public func application(
    _ settings: ServerSettings, onServerRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }
  ) throws -> some ApplicationProtocol {
    let http = HTTPServerBuilder.http1(
      configuration: HTTP1Channel.Configuration(
        idleTimeout: .seconds(Int64(ServerSettings.idleSeconds)),
        httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
    return Application(
      router: router(isOverTLS: settings.tls != nil),
      server: try settings.tls.map { try .tls(http, tlsConfiguration: $0) } ?? http,
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port),
        availableConnectionsDelegate: MaximumAvailableConnections(ServerSettings.mostConnections)),
      onServerRunning: onServerRunning, logger: logger)
  }

  // MARK: Open to all

  /// Whether pages can be made: the database answers.
  private func ready() async -> Response {
    do {
      try await maker.pool.withConnection { _ = try await $0.query(Statement("ready", "select 1 as one", [])) }
      return Self.text("ready\n")
    } catch {
      return Self.text("the database does not answer\n", status: .serviceUnavailable)
    }
  }

  /// To programs of this machine alone.
  private func metricsText(_ context: PageContext) async -> Response {
    if let address = context.remoteAddress?.ipAddress, !["127.0.0.1", "::1"].contains(address) {
      return Self.text("not found\n", status: .notFound)
    }
    let pool = maker.pool
    Meter(label: "database_connections_open", dimensions: [], factory: metrics).set(Int64(await pool.openConnections))
    Meter(label: "database_connections_idle", dimensions: [], factory: metrics).set(Int64(await pool.idleConnections))
    Meter(label: "page_cache_bytes", dimensions: [], factory: metrics).set(Int64(maker.cache.bytes))
    return Self.text(metrics.text)
  }

  private static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private static func style(_ request: Request) -> Response {
    let type = "text/css; charset=utf-8"
    guard let compressed = StyleSheet.compressed, PageResponder.takesGzip(request) else { return asset(StyleSheet.bytes, type) }
    var response = asset(compressed, type)
    response.headers[.contentEncoding] = "gzip"
    return response
  }

  private static func asset(_ bytes: [UInt8], _ mediaType: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: mediaType, .cacheControl: "public, max-age=31536000, immutable", .vary: "Accept-Encoding",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
