/// Lends connections, at most so many at once, and keeps them open between loans.
///
///     let pool = ConnectionPool(configuration, size: 8, waitLimit: .seconds(10))
///     let rows = try await pool.withConnection { try await $0.query("select 1") }
public actor ConnectionPool {
  public nonisolated let size: Int
  public nonisolated let waitLimit: Duration
  private let configuration: ConnectionConfiguration
  private let notices: NoticeHandler?
  private let waitsForServer: (@Sendable (PostgresError) -> Void)?

  private struct Idle {
    let connection: PostgresConnection
    let since: ContinuousClock.Instant
  }

  private struct Waiter {
    let id: Int
    let continuation: CheckedContinuation<Place, any Error>
  }

  /// What a borrower gets: a connection that was returned, or leave to open one.
  private enum Place {
    case connection(PostgresConnection)
    case vacancy
  }

  /// The one used last is lent first, so that the others can be seen to be idle.
  private var idle: [Idle] = []
  /// Connections that exist or are being opened.
  private var places = 0
  private var waiters: [Waiter] = []
  private var nextWait = 0
  private var isClosed = false

  /// A connection that was idle for longer than this is tested with a query before it is lent; else only its socket is
  /// looked at.
  private static let trusted = Duration.seconds(1)

  /// - Parameters:
  ///   - size: how many connections there may be, lent and idle together.
  ///   - waitLimit: how long a borrower waits for one before it gets `poolExhausted`.
  ///   - notices: gets the server's notices of all connections.
  ///   - waitsForServer: where it is given, a server that is not ready yet is waited for, as `connectWhenReady` does; told
  ///     once by each connection that waits, with the server's reason.
  public init(
    _ configuration: ConnectionConfiguration, size: Int, waitLimit: Duration = .seconds(30),
    notices: NoticeHandler? = nil, waitsForServer: (@Sendable (PostgresError) -> Void)? = nil
  ) {
    precondition(size > 0, "a pool holds at least one connection")
    self.configuration = configuration
    self.size = size
    self.waitLimit = waitLimit
    self.notices = notices
    self.waitsForServer = waitsForServer
  }

  /// Lends a connection to `body`. It must not be used after `body` has returned.
  ///
  /// A transaction, stream or COPY that `body` leaves open is ended; a connection that is lost is replaced.
  /// - Throws: what `body` throws; `poolExhausted` after the wait limit; `cancelled`; why no connection could be made.
  @discardableResult
  public nonisolated(nonsending) func withConnection<T>(
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    let connection = try await borrow()
    do {
      let value = try await body(connection)
      await giveBack(connection)
      return value
    } catch {
      await giveBack(connection)
      throw error
    }
  }

  /// Closes the idle connections, and the lent ones when they come back. Who waits gets an error.
  public func close() async {
    isClosed = true
    let (connections, waiting) = (idle, waiters)
    (idle, waiters) = ([], [])
    places -= connections.count
    for waiter in waiting { waiter.continuation.resume(throwing: Self.closed) }
    for entry in connections { await entry.connection.close() }
  }

  /// Connections open or being opened, lent and idle together.
  public var openConnections: Int { places }
  public var idleConnections: Int { idle.count }

  private static let closed = PostgresError(.usage, "the connection pool is closed")
}

extension ConnectionPool {
  /// Runs `body` with a pool that is closed when it ends.
  ///
  /// - Throws: what `body` throws.
  public nonisolated(nonsending) static func with<T>(
    _ size: Int, to configuration: ConnectionConfiguration, waitsForServer: (@Sendable (PostgresError) -> Void)? = nil,
    _ body: nonisolated(nonsending) (ConnectionPool) async throws -> T
  ) async throws -> T {
    let pool = ConnectionPool(configuration, size: size, waitsForServer: waitsForServer)
    do {
      let value = try await body(pool)
      await pool.close()
      return value
    } catch {
      await pool.close()
      throw error
    }
  }
}

extension ConnectionPool {
  private func borrow() async throws -> PostgresConnection {
    if Task.isCancelled { throw Self.cancelled }
    if isClosed { throw Self.closed }
    // Borrowers that already wait come first.
    while waiters.isEmpty, let entry = idle.popLast() {
      if await entry.connection.isHealthy(askServer: entry.since.duration(to: .now) > Self.trusted) {
        return entry.connection
      }
      await entry.connection.close()
      vacate()
    }
    if waiters.isEmpty, places < size {
      places += 1
      return try await open()
    }
    switch try await wait() {
    case .connection(let connection):
      return connection
    case .vacancy:
      return try await open()
    }
  }

  /// Opens a connection for a place that was taken; frees the place if that fails.
  private func open() async throws -> PostgresConnection {
    if isClosed {
      vacate()
      throw Self.closed
    }
    do {
      guard let waitsForServer else { return try await PostgresConnection.connect(configuration, notices: notices) }
      return try await PostgresConnection.connectWhenReady(configuration, notices: notices, waits: waitsForServer)
    } catch {
      vacate()
      throw error
    }
  }

  private func wait() async throws -> Place {
    nextWait += 1
    let id = nextWait
    let (limit, size) = (waitLimit, size)
    let timer = Task { [weak self] in
      try await Task.sleep(for: limit)
      await self?.giveUp(id, Self.exhausted(limit, size))
    }
    defer { timer.cancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if Task.isCancelled {
          continuation.resume(throwing: Self.cancelled)
        } else {
          waiters.append(Waiter(id: id, continuation: continuation))
        }
      }
    } onCancel: {
      Task { await self.giveUp(id, Self.cancelled) }
    }
  }

  private func giveUp(_ id: Int, _ error: PostgresError) {
    guard let index = waiters.firstIndex(where: { $0.id == id }) else { return }
    waiters.remove(at: index).continuation.resume(throwing: error)
  }

  private func giveBack(_ connection: PostgresConnection) async {
    guard await connection.reset(), !isClosed else {
      await connection.close()
      vacate()
      return
    }
    if waiters.isEmpty {
      idle.append(Idle(connection: connection, since: .now))
    } else {
      waiters.removeFirst().continuation.resume(returning: .connection(connection))
    }
  }

  /// A connection is gone: its place goes to the first who waits.
  private func vacate() {
    if waiters.isEmpty || isClosed {
      places -= 1
    } else {
      waiters.removeFirst().continuation.resume(returning: .vacancy)
    }
  }

  private static let cancelled = PostgresError(.cancelled, "the task was cancelled while it waited for a connection")

  private static func exhausted(_ limit: Duration, _ size: Int) -> PostgresError {
    PostgresError(.poolExhausted, "none of the pool's \(size) connections came free within \(limit)")
  }
}
