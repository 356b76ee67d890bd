import CLibPQ

/// libpq's connection, and how to wait on it. Never leaves the actor that owns it, and is freed with it.
///
/// The connection is non-blocking to libpq; all waiting happens here, on the owner's queue, so that a server that
/// does not even answer a cancel request can be given up.
final class ConnectionHandle {
  /// How long a cancelled operation may go on before the connection is given up.
  static let cancelGrace = Duration.seconds(30)
  private static let slice = Duration.milliseconds(500)

  let pointer: OpaquePointer
  let cancelHandle: CancelHandle?
  private let notices: NoticeSink
  /// Set once the connection cannot be used any more.
  private(set) var loss: PostgresError?
  /// The cancelling of the operation under way.
  var cancellation: Cancellation?
  /// Listens for the server while a COPY is being sent.
  var copyIn: CopyListener?

  fileprivate init(pointer: OpaquePointer, notices: NoticeSink) {
    self.pointer = pointer
    self.notices = notices
    cancelHandle = CancelHandle(connection: pointer)
    _ = PQsetnonblocking(pointer, 1)
    PQsetNoticeReceiver(
      pointer,
      { context, result in
        guard let context, let result else { return }
        Unmanaged<NoticeSink>.fromOpaque(context).takeUnretainedValue().receive(result)
      }, Unmanaged.passUnretained(notices).toOpaque())
  }

  deinit {
    PQfinish(pointer)
  }

  var isUsable: Bool { loss == nil && PQstatus(pointer) == CONNECTION_OK }
  var transactionStatus: PGTransactionStatusType { PQtransactionStatus(pointer) }
  var serverVersion: Int { Int(PQserverVersion(pointer)) }
  var backendProcess: Int32 { PQbackendPID(pointer) }
  var errorMessage: String { trimmedMessage(PQerrorMessage(pointer)) }

  func parameter(_ name: String) -> String? {
    PQparameterStatus(pointer, name).map { String(cString: $0) }
  }

  /// Marks the connection as lost, remembers why, and returns the error for the operation that found out.
  @discardableResult
  func markLost(_ error: PostgresError? = nil) -> PostgresError {
    let error = error ?? PostgresError(.connectionLost, errorMessage)
    if loss == nil { loss = error }
    return error
  }

  // MARK: Waiting

  /// Waits for the socket; gives the connection up when a cancelled operation does not end.
  func wait(for events: SocketEvents) throws(PostgresError) {
    while true {
      let socket = PQsocket(pointer)
      guard socket >= 0 else { throw markLost() }
      if waitForSocket(socket, events, limit: Self.slice) { return }
      if let since = cancellation?.requestedAt, since.duration(to: .now) > Self.cancelGrace {
        throw markLost(
          PostgresError(.connectionLost, "the server did not answer a cancel request: the connection was given up"))
      }
    }
  }

  /// Sends what libpq holds back, reading meanwhile so that neither side waits for the other.
  func flush() throws(PostgresError) {
    while true {
      switch PQflush(pointer) {
      case 0: return
      case 1:
        try wait(for: [.readable, .writable])
        if let copyIn { copyIn.look(at: pointer) }
        if PQconsumeInput(pointer) == 0 { throw markLost() }
      default:
        // The server's own reason, if it sent one before it went, is still to be read.
        if PQconsumeInput(pointer) == 0 { throw markLost() }
        return
      }
    }
  }

  /// Waits until a result can be read without blocking.
  func awaitResult() throws(PostgresError) {
    while PQisBusy(pointer) == 1 {
      try wait(for: .readable)
      // After a failed read PQgetResult has the reason.
      if PQconsumeInput(pointer) == 0 { return }
    }
  }

  /// The next result of the command under way; nil after the last.
  func nextResult() throws(PostgresError) -> ResultHandle? {
    try awaitResult()
    return PQgetResult(pointer).map(ResultHandle.init)
  }

  /// Reads and drops what is left of the command under way.
  func drain() throws(PostgresError) {
    while let result = try nextResult() {
      switch result.status {
      case PGRES_COPY_IN:
        _ = PQputCopyEnd(pointer, "not wanted")
        try flush()
      case PGRES_COPY_OUT, PGRES_COPY_BOTH:
        while let bytes = try nextCopyRow() { PQfreemem(bytes.baseAddress) }
      default: break
      }
      if PQstatus(pointer) == CONNECTION_BAD { break }
    }
  }

  /// One row of COPY data, to be freed with `PQfreemem`; nil when the data has ended.
  func nextCopyRow() throws(PostgresError) -> UnsafeMutableRawBufferPointer? {
    var row: UnsafeMutablePointer<CChar>?
    while true {
      let count = PQgetCopyData(pointer, &row, 1)
      if count > 0 { return UnsafeMutableRawBufferPointer(start: row, count: Int(count)) }
      if count < 0 { return nil }
      try wait(for: .readable)
      if PQconsumeInput(pointer) == 0 { return nil }
    }
  }
}

// MARK: Connecting

extension ConnectionHandle {
  /// Opens a connection. Blocks up to the configuration's limit: only for the connection's own queue.
  static func open(
    _ configuration: ConnectionConfiguration, notices: NoticeSink, isCancelled: () -> Bool
  ) throws(PostgresError) -> ConnectionHandle {
    let settings = configuration.startupSettings()
    let deadline = configuration.effectiveConnectTimeout.map { ContinuousClock.now.advanced(by: $0) }
    let started = withCStrings(settings.map(\.key)) { keys in
      withCStrings(settings.map(\.value)) { values in PQconnectStartParams(keys, values, 0) }
    }
    guard let started else { throw PostgresError(.connectionFailed, "out of memory") }
    var finished = false
    defer { if !finished { PQfinish(started) } }

    // Without this a refusal by the server comes without its SQLSTATE.
    _ = PQsetErrorVerbosity(started, PQERRORS_VERBOSE)
    func failure() -> PostgresError {
      PostgresError(refusal: trimmedMessage(PQerrorMessage(started)))
    }
    guard PQstatus(started) != CONNECTION_BAD else { throw failure() }
    var state = PGRES_POLLING_WRITING
    while state != PGRES_POLLING_OK {
      guard state == PGRES_POLLING_READING || state == PGRES_POLLING_WRITING else { throw failure() }
      let events: SocketEvents = state == PGRES_POLLING_READING ? .readable : .writable
      // Short slices: a cancelled task must not wait for a server that says nothing.
      while !waitForSocket(PQsocket(started), events, limit: .milliseconds(20)) {
        if isCancelled() { throw PostgresError(.cancelled, "connecting was cancelled") }
        if let deadline, deadline <= .now {
          throw PostgresError(.timeout, "no answer from \(configuration.place) within the connect timeout")
        }
      }
      state = PQconnectPoll(started)
    }
    finished = true
    _ = PQsetErrorVerbosity(started, PQERRORS_DEFAULT)
    return ConnectionHandle(pointer: started, notices: notices)
  }
}

/// libpq's messages end in a line feed.
func trimmedMessage(_ message: UnsafePointer<CChar>?) -> String {
  guard let message else { return "" }
  var text = Substring(String(cString: message))
  while let last = text.last, last.isNewline { text.removeLast() }
  return String(text)
}
