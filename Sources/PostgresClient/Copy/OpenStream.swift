import CLibPQ
import Synchronization

/// Whether somebody still reads a stream.
final class StreamLease: Sendable {
  private enum State { case open, abandoned, finished }
  private let state = Mutex(State.open)

  var isAbandoned: Bool { state.withLock { $0 == .abandoned } }

  /// The reader is gone. Returns whether the stream was still open.
  func abandon() -> Bool {
    state.withLock { state in
      guard state == .open else { return false }
      state = .abandoned
      return true
    }
  }

  func finish() { state.withLock { $0 = .finished } }
}

/// A stream that holds the connection.
struct OpenStream: Sendable {
  let id: Int
  let lease: StreamLease
  let statement: Statement
  /// Whether a savepoint guards the transaction around the stream.
  let guarded: Bool
  var columns: ColumnSet?
}

/// Held by whoever reads a stream: when the last holder lets go, the stream ends.
final class StreamReader: Sendable {
  let connection: PostgresConnection
  let id: Int
  private let lease: StreamLease

  init(connection: PostgresConnection, id: Int, lease: StreamLease) {
    self.connection = connection
    self.id = id
    self.lease = lease
  }

  deinit {
    // The next statement would put an end to it too; this way the server stops at once.
    guard lease.abandon() else { return }
    let connection = connection
    Task { await connection.endAbandonedStream() }
  }
}

extension PostgresConnection {
  static let streamSavepoint = "postgres_client_stream"

  /// Stops a stream on the server, and reads away what is on its way.
  func abandon(_ stream: OpenStream, _ handle: ConnectionHandle) throws(PostgresError) {
    stream.lease.finish()
    activity = .idle
    let cancellation = Cancellation(handle: handle.cancelHandle)
    try supervised(handle, cancellation) { () throws(PostgresError) in
      cancellation.start()
      try handle.drain()
    }
    try handle.report(nil)
    guard stream.guarded else { return }
    try handle.command("rollback to savepoint \(Self.streamSavepoint)")
    try handle.command("release savepoint \(Self.streamSavepoint)")
  }

  func endAbandonedStream() {
    guard case .stream(let stream) = activity, stream.lease.isAbandoned, let handle else { return }
    // A failure is the connection's end: the next statement reports it.
    try? abandon(stream, handle)
  }

  /// Ends a stream that was read to its end or has failed.
  func close(_ stream: OpenStream, _ handle: ConnectionHandle, failed: Bool) throws(PostgresError) {
    stream.lease.finish()
    activity = .idle
    guard stream.guarded, handle.isUsable else { return }
    // A failed statement fails its transaction, as anywhere else.
    if !failed { try handle.command("release savepoint \(Self.streamSavepoint)") }
  }

  /// Starts a stream: inside a transaction under a savepoint, so that letting go of it early does not fail that.
  func begin(
    _ statement: Statement, _ handle: ConnectionHandle, id: Int,
    _ start: (ConnectionHandle) throws(PostgresError) -> Void
  ) throws(PostgresError) -> StreamReader {
    let guarded = handle.transactionStatus == PQTRANS_INTRANS
    if guarded { try handle.command("savepoint \(Self.streamSavepoint)") }
    try start(handle)
    let lease = StreamLease()
    activity = .stream(OpenStream(id: id, lease: lease, statement: statement, guarded: guarded))
    return StreamReader(connection: self, id: id, lease: lease)
  }
}
