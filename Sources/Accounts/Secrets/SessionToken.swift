import Digest

/// The secret of a session: whoever has it is the account. 32 random bytes; the database keeps its digest.
public struct SessionToken: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  let text: String

  /// A new one.
  package init() {
    text = Base64URL.text(of: randomBytes(32))
  }

  /// As a cookie holds it; nil for what is none.
  public init?(cookie: String) {
    guard Base64URL.holds(cookie, bytes: 32) else { return nil }
    text = cookie
  }

  /// The value of the cookie.
  public var cookie: String { text }

  /// The cookie of a session. The prefix has browsers refuse it unless it is `Secure`, of this host alone, and for `/`.
  public static let cookieName = "__Host-cadre"
  /// The cookie between password and code.
  public static let pendingCookieName = "__Host-cadre-pending"

  package var digest: [UInt8] { SHA256.bytes(of: Array(text.utf8)) }

  /// Never the secret.
  public var description: String { "a session's token" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What a form of a session holds, so that no other site's form passes for one of ours. Made from the session's token: it is good
/// for that session alone, and nothing is stored.
public struct CSRFToken: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  public let text: String

  init(of token: SessionToken) {
    text = Base64URL.text(of: MessageAuthentication.sha256.code(of: Array("cadre form".utf8), key: Array(token.text.utf8)))
  }

  /// The token of forms that are answered before anybody is signed in, made from a secret of the browser's cookie.
  public init(pending token: SessionToken) {
    self.init(of: token)
  }

  /// Whether a form sent this.
  public func matches(_ sent: String) -> Bool { areEqualSecrets(Array(text.utf8), Array(sent.utf8)) }

  /// Never the secret.
  public var description: String { "a form's token" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What a one-time link holds: whoever has it chooses the account's password. 32 random bytes; the database keeps its digest.
public struct LinkToken: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  /// As it stands in the link.
  public let text: String

  init() {
    text = Base64URL.text(of: randomBytes(32))
  }

  /// Nil for what is none.
  public init?(_ text: String) {
    guard Base64URL.holds(text, bytes: 32) else { return nil }
    self.text = text
  }

  var digest: [UInt8] { SHA256.bytes(of: Array(text.utf8)) }

  /// Where the pages answer to it.
  public var path: String { "/enrol/\(text)" }

  /// Never the secret.
  public var description: String { "a one-time link" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
