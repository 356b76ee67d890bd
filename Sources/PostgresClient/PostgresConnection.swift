import CLibPQ
import Dispatch
import Synchronization

/// A connection to PostgreSQL.
///
/// libpq blocks, and its handle belongs to one thread at a time: a connection is an actor on a serial queue of its
/// own, and the handle never leaves it. Calls from several tasks run one after the other. A cancelled task stops its
/// statement on the server. One task at a time should work with a connection whose session has a state, such as an
/// open transaction: lend connections out with `ConnectionPool`.
public actor PostgresConnection {
  let executor: QueueExecutor
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// How it was made; a second connection to the same database can be made with it.
  public nonisolated let configuration: ConnectionConfiguration
  /// Nil once closed.
  var handle: ConnectionHandle?
  /// What holds the connection between two calls.
  var activity = Activity.idle
  var transactionDepth = 0
  /// What the outermost open transaction was begun with.
  var outermostOptions = TransactionOptions.readCommitted
  /// Tells one stream from the next.
  var nextStreamID = 0

  enum Activity {
    case idle
    case stream(OpenStream)
    case copyIn(Cancellation)
  }

  private init(_ configuration: ConnectionConfiguration) {
    self.configuration = configuration
    executor = QueueExecutor(label: "postgres.connection")
  }

  /// Connects.
  ///
  /// - Parameter notices: gets what the server says beside its results; called on the connection's queue.
  /// - Throws: `connectionFailed` with the server's or the system's reason, `timeout`, `cancelled`.
  public static func connect(
    _ configuration: ConnectionConfiguration, notices: NoticeHandler? = nil
  ) async throws -> PostgresConnection {
    let connection = PostgresConnection(configuration)
    let isCancelled = CancelFlag()
    return try await withTaskCancellationHandler {
      try await connection.open(notices: notices, isCancelled: isCancelled)
      return connection
    } onCancel: {
      isCancelled.set()
    }
  }

  private func open(notices: NoticeHandler?, isCancelled: CancelFlag) throws(PostgresError) {
    let opened = try ConnectionHandle.open(
      configuration, notices: NoticeSink(handler: notices), isCancelled: { isCancelled.isSet })
    try opened.settle(SessionSettings(configuration))
    handle = opened
  }

  /// Ends the session. A statement under way is finished first; later calls throw `usage`.
  public func close() {
    if case .copyIn(let cancellation) = activity { cancellation.abandon() }
    if case .stream(let stream) = activity { stream.lease.finish() }
    activity = .idle
    handle = nil
  }

  /// The server's version as a number: 150004 is 15.4.
  public var serverVersion: Int { handle?.serverVersion ?? 0 }

  /// The encoding that the database stores texts in: `UTF8`.
  public var serverEncoding: String { handle?.parameter("server_encoding") ?? "" }

  /// The number of the server's process for this session.
  public var backendProcess: Int32 { handle?.backendProcess ?? 0 }

  /// Whether the session is open, as far as this side knows.
  public var isOpen: Bool { handle?.isUsable ?? false }

  /// Whether the session is inside a transaction, failed or not.
  public var isInTransaction: Bool {
    guard let handle else { return false }
    return handle.transactionStatus != PQTRANS_IDLE
  }
}

extension PostgresConnection {
  /// The handle, ready for a statement. Ends a stream that nobody reads any more.
  func ready() throws(PostgresError) -> ConnectionHandle {
    guard let handle else { throw PostgresError(.usage, "the connection is closed") }
    switch activity {
    case .idle: break
    case .copyIn:
      throw PostgresError(
        .usage, "the connection is in the middle of a COPY: nothing else can run on it until that ends")
    case .stream(let stream):
      guard stream.lease.isAbandoned else {
        throw PostgresError(
          .usage, "the connection is in the middle of a stream: read it to its end or let it go before the next statement")
      }
      try abandon(stream, handle)
    }
    if let loss = handle.loss {
      var error = PostgresError(.connectionLost, "the connection was lost before: \(loss.safeMessage)")
      error.sqlState = loss.sqlState
      throw error
    }
    return handle
  }

  /// Runs one operation on the handle. If the task is cancelled, it is stopped on the server, and the next operation
  /// does not begin before the last cancel request has got through.
  func run<R: Sendable>(
    _ statement: Statement, _ work: (ConnectionHandle) throws(PostgresError) -> R
  ) async throws -> R {
    let name = statement.name
    let handle: ConnectionHandle
    do { handle = try ready() } catch { throw error.named(name) }
    if Task.isCancelled { throw PostgresError(.cancelled, "the task was cancelled before the statement began").named(name) }
    let cancellation = Cancellation(handle: handle.cancelHandle)
    let began = ContinuousClock.now
    return try await withTaskCancellationHandler {
      do throws(PostgresError) {
        return try supervised(handle, cancellation) { () throws(PostgresError) in try work(handle) }
      } catch {
        throw interpreted(error, cancellation, began).named(name)
      }
    } onCancel: {
      cancellation.start()
    }
  }

  /// Runs an operation under a cancellation, and ends that.
  func supervised<R>(
    _ handle: ConnectionHandle, _ cancellation: Cancellation, _ work: () throws(PostgresError) -> R
  ) throws(PostgresError) -> R {
    handle.cancellation = cancellation
    defer {
      handle.cancellation = nil
      if handle.loss == nil { cancellation.finish() } else { cancellation.abandon() }
    }
    return try work()
  }

  /// Says what a server's "canceled" meant: our cancelling, or the statement timeout.
  func interpreted(
    _ error: PostgresError, _ cancellation: Cancellation, _ began: ContinuousClock.Instant
  ) -> PostgresError {
    guard error.kind == .server(.queryCanceled) else { return error }
    var error = error
    if cancellation.requestedAt != nil {
      error.kind = .cancelled
    } else if let limit = configuration.statementTimeout, began.duration(to: .now) >= limit {
      error.kind = .timeout
    } else if error.message.contains("statement timeout") {
      error.kind = .timeout
    }
    return error
  }
}

/// Says that a task was cancelled, to whoever asks.
final class CancelFlag: Sendable {
  private let flag = Atomic(false)
  var isSet: Bool { flag.load(ordering: .relaxed) }
  func set() { flag.store(true, ordering: .relaxed) }
}
