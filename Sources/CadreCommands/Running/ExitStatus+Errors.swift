import EmbeddedPostgres
import PostgresClient

extension PostgresError: ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch kind {
    case .connectionFailed, .connectionLost, .poolExhausted: .unreachable
    case .usage: .usage
    case .server, .timeout, .cancelled, .decoding: .rejected
    }
  }
}

extension ServerError: ExitStatusProviding {
  var exitStatus: ExitStatus { .unreachable }
}
