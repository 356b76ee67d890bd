import CadreModel
import EmbeddedPostgres
import Files
import FoundationEssentials
import IdentityNumbers
import Messages

extension DatabaseOptions {
  /// The key of identity numbers: what the environment names; else, of the private server, its own.
  ///
  /// - Parameter makesOwn: whether the private server gets a key where it has none yet.
  /// - Returns: nil where there is none.
  /// - Throws: `IdentityKeyError`.
  func identityKey(makesOwn: Bool = false) throws -> IdentityKey? {
    let environment = ProcessInfo.processInfo.environment
    if let source = try KeySource.named(in: environment) { return try source.read() }
    guard let path = try ownKeyFile() else { return nil }
    if FileStatus(path) == nil {
      guard makesOwn else { return nil }
      guard let key = IdentityKey.random() else { throw IdentityKeyError.refused }
      do throws(IdentityKeyError) {
        try IdentityKeyFile.write(key, to: path)
      } catch {
        // Another command of the same user was quicker: its key counts.
        guard case .isThere = error else { throw error }
      }
    }
    return try KeySource.file(path: path).read()
  }

  /// Where the private server keeps its key; nil for any other database, and where the environment names a key.
  func ownKeyFile() throws -> String? {
    let environment = ProcessInfo.processInfo.environment
    guard try isPrivate(), try KeySource.named(in: environment) == nil else { return nil }
    return ServerHome(environment: environment).identityKey
  }
}

extension IdentityKeyError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .twoSources, .isThere: .usage
    default: .rejected
    }
  }

  func message(in language: Language) -> String { message.text(in: language) }
}
