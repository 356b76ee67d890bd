import Accounts
import CadreModel
import HTTPTypes
import Hummingbird
import Messages
import NIOCore
import Pages

/// A page of signing in: a title, what went wrong before, and its forms. Never kept by a browser.
struct SignInPage {
  let title: Message
  let language: Language
  var viewer: AccountViewer?
  /// What is said first: that something was wrong.
  var alert: Message?
  var status = HTTPResponse.Status.ok

  func text(_ message: Message) -> String { message.text(in: language) }

  func response(_ content: HTML, cookies: [String] = []) -> Response {
    let name = text(title)
    let wrong: HTML = alert.map { "<p class=\"alert\" role=\"alert\">\(text($0))</p>" } ?? .empty
    let body = Frame(language: language, viewer: viewer, place: .home).whole(
      title: name, "<h1>\(name)</h1>\(wrong)\(content)")
    var response = Response(
      status: status, headers: [.contentType: PageResponder.html, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.bytes)))
    for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
    return response
  }

  /// A form that is sent by POST, with what shows that it is ours.
  func form(_ action: String, _ token: CSRFToken, _ button: Message, _ fields: HTML, hidden: [(String, String)] = []) -> HTML {
    let more = ([("form", token.text)] + hidden).map { name, value -> HTML in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
    return """
      <form class="entry" method="post" action="\(action)">\(HTML.joined(more, separator: .empty))\(fields)
      <p><button>\(text(button))</button></p></form>
      """
  }

  /// A field with its name above it.
  func field(_ label: Message, _ name: String, _ kind: FieldKind, hint: Message? = nil, isFirst: Bool = false) -> HTML {
    let more: HTML = hint.map { "<small>\(text($0))</small>" } ?? .empty
    return """
      <p><label>\(text(label))\(more)<input name="\(name)" \(kind.attributes) required\(isFirst ? " autofocus" : HTML.empty)></label></p>
      """
  }

  enum FieldKind {
    case account, password, newPassword, code

    /// What browsers and password managers are told of a field; pasting is allowed everywhere.
    var attributes: HTML {
      switch self {
      case .account: "type=\"text\" autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" maxlength=\"100\""
      case .password: "type=\"password\" autocomplete=\"current-password\""
      case .newPassword: "type=\"password\" autocomplete=\"new-password\""
      case .code: "type=\"text\" autocomplete=\"one-time-code\" autocapitalize=\"none\" spellcheck=\"false\" maxlength=\"40\""
      }
    }
  }
}

/// The cookies of signing in: of this host, over TLS (or on this machine) alone, out of reach for scripts.
enum SignInCookie {
  /// Before anybody is signed in: what makes the token of forms.
  static let form = "__Host-cadre-form"

  private static func cookie(_ name: String, _ value: String, _ more: String) -> String {
    "\(name)=\(value); Path=/; Secure; HttpOnly; \(more)"
  }

  /// Sent along by links from elsewhere, too: addresses of pages are passed on. What changes something asks for a form's token.
  static func session(_ token: SessionToken) -> String { cookie(SessionToken.cookieName, token.cookie, "SameSite=Lax") }
  static func pending(_ token: SessionToken) -> String {
    cookie(SessionToken.pendingCookieName, token.cookie, "SameSite=Strict; Max-Age=300")
  }
  static func form(_ token: SessionToken) -> String { cookie(form, token.cookie, "SameSite=Strict") }

  /// No secret: see `PageResponder`.
  static func language(_ language: Language) -> String {
    "\(PageResponder.languageCookie)=\(language.rawValue); Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
  }

  static func gone(_ name: String) -> String { cookie(name, "", "SameSite=Strict; Max-Age=0") }
}
