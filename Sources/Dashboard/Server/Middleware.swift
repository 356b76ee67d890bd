import HTTPTypes
import Hummingbird
import Logging
import Metrics

/// What every answer carries so that a browser does nothing with it that we did not mean: no script, nothing from elsewhere, in nobody's
/// frame.
struct ProtectiveHeaders: RouterMiddleware {
  typealias Context = PageContext

  let isOverTLS: Bool

  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for (name, value) in Self.fields { response.headers[name] = value }
    if isOverTLS, let name = HTTPField.Name("Strict-Transport-Security") { response.headers[name] = "max-age=31536000" }
    return response
  }

  private static let fields: [(HTTPField.Name, String)] = [
    ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"), ("X-Frame-Options", "DENY"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}

/// A line in the log and a count a request: its kind, its status, its time, never its address, which holds ids.
struct RequestRecord: RouterMiddleware {
  typealias Context = PageContext

  let metrics: PrometheusMetrics

  func handle(
    _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    let began = ContinuousClock.now
    let active = Meter(label: "http_requests_active", dimensions: [], factory: metrics)
    active.increment(by: 1.0)
    defer { active.decrement(by: 1.0) }
    do {
      let response = try await next(request, context)
      record(context, response.status.code, began)
      return response
    } catch let error as any HTTPResponseError {
      record(context, error.status.code, began)
      throw error
    } catch {
      record(context, 500, began)
      throw error
    }
  }

  private func record(_ context: PageContext, _ status: Int, _ began: ContinuousClock.Instant) {
    let kind = context.endpointPath ?? "none"
    let time = began.duration(to: .now)
    Counter(
      label: "http_requests_total", dimensions: [("page", kind), ("status", String(status))], factory: metrics
    ).increment()
    let nanoseconds = time.components.seconds * 1_000_000_000 + time.components.attoseconds / 1_000_000_000
    Metrics.Timer(label: "http_request_duration", dimensions: [("page", kind)], factory: metrics).recordNanoseconds(nanoseconds)
    context.logger.info(
      "request",
      metadata: ["page": "\(kind)", "status": "\(status)", "ms": "\(nanoseconds / 1_000_000)"])
  }
}
