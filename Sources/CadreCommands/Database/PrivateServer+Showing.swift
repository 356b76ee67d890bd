import CadreModel
import EmbeddedPostgres
import FoundationEssentials
import Messages

extension PrivateServer {
  /// The server that the environment speaks of.
  static var ofEnvironment: PrivateServer {
    let environment = ProcessInfo.processInfo.environment
    return PrivateServer(home: ServerHome(environment: environment), environment: environment)
  }

  /// Starts the server, and shows at a terminal what takes time.
  @discardableResult
  func start(in language: Language) async throws -> Bool {
    try await start { stage in
      let message =
        switch stage {
        case .creating: DatabaseMessages.creating(home.path)
        case .starting: DatabaseMessages.starting
        case .recovering: DatabaseMessages.recovering
        }
      Terminal.show(message.text(in: language))
    }
  }
}
