import EmbeddedPostgres
import PostgresClient

extension PostgresError: ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self.kind {
    case .connectionFailed, .connectionLost, .poolExhausted: .unreachable
    // Without a code of the server's it was the connecting that took too long.
    case .timeout: self.sqlState == nil ? .unreachable : .rejected
    case .usage: .usage
    case .server, .cancelled, .decoding, .unsuitableSetting, .outcomeUnknown: .rejected
    }
  }
}

extension ServerError: ExitStatusProviding {
  var exitStatus: ExitStatus { .unreachable }
}
