import Access
import Audit
import CadreModel
import Digest
import Files
import HTTPTypes
import Hummingbird
import Logging
import Messages
import NIOCore
import Pages
import PolicyKit
import PostgresClient
import Results

/// Answers requests for the dashboard's places: pages, their tables as files, calendars.
struct PageResponder: Sendable {
  let maker: PageMaker
  /// Where one signs in.
  let signIn: String

  func respond(to request: Request, _ context: PageContext) async -> Response {
    let place = Place(path: request.uri.path, query: request.uri.query)
    let language = Self.language(of: request, context.viewer)
    guard let viewer = context.viewer else {
      return Response.redirect(to: "\(signIn)?to=\(Address.encoded((place ?? .home).address.text))", type: .normal)
    }
    guard let place else { return problem(.notFound, .home, viewer, language) }
    context.coreContext.endpointPath.value = place.kind
    do {
      return try await answer(place, request, viewer, language)
    } catch let error as PageProblem {
      return problem(error, place, viewer, language)
    } catch is AccessError {
      return problem(.notFound, place, viewer, language)
    } catch let error as ResultsError {
      return problem(Self.problem(error), place, viewer, language)
    } catch let error as PostgresError where error.kind == .poolExhausted {
      return plain(.serviceUnavailable, WebPageMessages.busy, "", place, viewer, language)
    } catch {
      // What went wrong names no person: see the errors' own rule.
      context.logger.error("page failed", metadata: ["place": "\(place.kind)", "error": "\(error)"])
      return plain(
        .internalServerError, WebPageMessages.failed, WebPageMessages.failedText(Self.number(context)).text(in: language), place,
        viewer,
        language)
    }
  }

  /// By which the log finds the request; a log that keeps no such things has none.
  private static func number(_ context: PageContext) -> String {
    context.logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? "—"
  }

  // MARK: Answers

  private func answer(
    _ place: Place, _ request: Request, _ viewer: any PageViewer, _ language: Language
  ) async throws -> Response {
    switch place {
    case .language(let chosen, let to): return Self.remember(chosen, to)
    case .calendarFile(let run, let days, let unit):
      let (text, entry) = try await maker.calendar(run, days: days, unit: unit, for: viewer, language)
      let body = Array(text.utf8)
      try await enter(entry, .export, place, digest: SHA256.hex(of: body), details: place.kind, viewer)
      return file(body, name: "calendar-\(run.city).ics", mediaType: "text/calendar; charset=utf-8")
    default: break
    }
    if let download = try Download(query: request.uri.query) {
      let file = try await maker.file(download, of: place, for: viewer, language)
      try await enter(file.entry, .export, place, digest: file.digest, details: "\(place.kind) \(file.name)", viewer)
      return try stream(file)
    }
    let known = request.headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }
      .map { $0.trimmingPrefix { $0 == " " } }.map { $0.hasPrefix("W/") ? String($0.dropFirst(2)) : String($0) }
    switch try await maker.answer(place, for: viewer, language, known: known) {
    case .unchanged(let tag): return Response(status: .notModified, headers: Self.headers(tag))
    case .page(let page, let tag):
      if page.entry.namesPersons {
        let kind: AuditKind = if case .explanation = place { .explanation } else { .report }
        try await enter(page.entry, kind, place, digest: page.digest, details: place.kind, viewer)
      }
      var headers = Self.headers(tag)
      headers[.contentType] = Self.html
      guard let compressed = page.compressed, Self.takesGzip(request) else {
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.body)))
      }
      headers[.contentEncoding] = "gzip"
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: compressed)))
    }
  }

  /// Enters in the log what is about to leave. It is there before it leaves: if it cannot be written, nothing may.
  private func enter(
    _ page: PageContent.Entry, _ kind: AuditKind, _ place: Place, digest: String, details: String, _ viewer: any PageViewer
  ) async throws {
    var entry = AuditEntry(kind, cities: page.cities, asOf: page.asOf)
    (entry.policy, entry.indicator, entry.subject) = (page.policy, page.indicator, page.subject)
    (entry.contentDigest, entry.details) = (digest, details)
    guard let duty = PageMaker.duty(for: place, viewer) else { throw PageProblem.notFound }
    let log = AuditLog(author: viewer.author(of: "serve \(place.kind)"))
    try await viewer.withTransaction(maker.pool, as: duty, seeing: page.cities, options: .readCommitted) { connection in
      _ = try await log.append(entry, on: connection)
    }
  }

  // MARK: Responses

  static let html = "text/html; charset=utf-8"

  static func takesGzip(_ request: Request) -> Bool {
    request.headers[values: .acceptEncoding].flatMap { $0.split(separator: ",") }.contains { part in
      let words = part.split(separator: ";").map { $0.filter { $0 != " " } }
      return words.first == "gzip" && !words.dropFirst().contains { ["q=0", "q=0.0"].contains($0) }
    }
  }

  /// A browser asks each time whether it still may show what it has.
  private static func headers(_ tag: String?) -> HTTPFields {
    var headers: HTTPFields = [.cacheControl: tag == nil ? "no-store" : "private, no-cache", .vary: "Cookie, Accept-Encoding"]
    if let tag { headers[.eTag] = tag }
    return headers
  }

  private func file(_ body: [UInt8], name: String, mediaType: String) -> Response {
    Response(
      status: .ok, headers: Self.fileHeaders(name, mediaType), body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }

  private static func fileHeaders(_ name: String, _ mediaType: String) -> HTTPFields {
    [.contentType: mediaType, .contentDisposition: "attachment; filename=\"\(name)\"", .cacheControl: "no-store"]
  }

  /// Hands a file out a piece at a time, however large it is.
  private func stream(_ handed: HandedFile) throws -> Response {
    let file = try OpenFile(handed.path, for: .reading)
    let size = Int(try file.status().size)
    return Response(
      status: .ok, headers: Self.fileHeaders(handed.name, handed.mediaType),
      body: ResponseBody(contentLength: size) { writer in
        // The file is there for as long as it is held.
        _ = handed.draft
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
          let count = try file.read(into: &buffer)
          guard count > 0 else { break }
          try await writer.write(ByteBuffer(bytes: buffer[..<count]))
        }
        try await writer.finish(nil)
      })
  }

  private static func remember(_ language: Language, _ to: String) -> Response {
    let parts = to.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    // Only to a place of our own: an address of somebody else's leads to the first page.
    let place = Place(path: parts.first ?? "/", query: parts.count > 1 ? parts[1] : nil) ?? .home
    var response = Response.redirect(to: place.address.text, type: .normal)
    response.headers[.setCookie] = "\(languageCookie)=\(language.rawValue); Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
    return response
  }

  static let languageCookie = "cadre-language"

  /// The language that was chosen last, else the account's.
  static func language(of request: Request, _ viewer: (any PageViewer)?) -> Language {
    request.cookies[languageCookie].flatMap { Language(rawValue: $0.value) } ?? viewer?.language ?? .chinese
  }

  // MARK: Problems

  private static func problem(_ error: ResultsError) -> PageProblem {
    switch error {
    case .replaced(let city, let asOf): .replaced(.latest(city: city, asOf: asOf))
    case .unknownPolicy: .notFound
    }
  }

  private func problem(_ problem: PageProblem, _ place: Place, _ viewer: any PageViewer, _ language: Language) -> Response {
    switch problem {
    case .notFound:
      return plain(
        .notFound, WebPageMessages.notFound, WebPageMessages.notFoundText.text(in: language), .home, viewer, language)
    case .replaced(let later):
      let link: HTML = "<p><a href=\"\(later.address.text)\">\(WebPageMessages.toLater.text(in: language))</a></p>"
      return plain(
        .gone, WebPageMessages.replaced, WebPageMessages.replacedText.text(in: language), place, viewer, language, link)
    case .movedTo(let place):
      var response = Response.redirect(to: place.address.text, type: .normal)
      response.headers[.cacheControl] = "no-store"
      return response
    }
  }

  /// A page of a sentence.
  private func plain(
    _ status: HTTPResponse.Status, _ title: Message, _ text: String, _ place: Place, _ viewer: any PageViewer,
    _ language: Language, _ more: HTML = .empty
  ) -> Response {
    let name = title.text(in: language)
    let body = Frame(language: language, viewer: viewer, place: place).whole(
      title: name,
      "<h1>\(name)</h1><p>\(text)</p>\(more)<p><a href=\"/\">\(WebPageMessages.toHome.text(in: language))</a></p>")
    return Response(
      status: status, headers: [.contentType: Self.html, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.bytes)))
  }
}
