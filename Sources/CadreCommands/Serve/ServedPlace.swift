import Dashboard
import Messages
import NIOSSL

/// Where the pages are served: to this machine, or, over TLS, to others.
struct ServedPlace {
  let host: String
  let tls: TLSConfiguration?

  private static let ownMachine = ["127.0.0.1", "::1", "localhost"]

  /// - Throws: `ArgumentProblem` where others than this machine would be served in the clear; `ServeProblem` for files that
  ///   are no certificate or key.
  init(accounts: Bool, host: String?, certificate: String?, key: String?) throws {
    let isPlain = host == nil && certificate == nil && key == nil
    guard accounts || isPlain else { throw ArgumentProblem(ServeMessages.needsAccounts) }
    guard (certificate == nil) == (key == nil) else { throw ArgumentProblem(ServeMessages.needsBothFiles) }
    self.host = host ?? "127.0.0.1"
    guard let certificate, let key else {
      guard Self.ownMachine.contains(self.host) else { throw ArgumentProblem(ServeMessages.needsTLS) }
      tls = nil
      return
    }
    do {
      tls = try ServerSettings.tls(certificate: certificate, key: key)
    } catch {
      throw ServeProblem(message: ServeMessages.certificate("\(certificate), \(key)", reason: "\(error)"))
    }
  }
}
