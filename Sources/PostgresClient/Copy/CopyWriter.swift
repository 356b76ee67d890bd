import Dispatch
import Synchronization

/// Takes the data of a COPY, from `PostgresConnection.copyIn`.
///
/// `write` returns as soon as there is room: the caller prepares the next chunk while the last ones are being sent.
public final class CopyWriter: Sendable {
  /// Chunks that may wait to be sent; a further `write` waits.
  static let limit = 3

  private struct State {
    var inFlight = 0
    var failure: PostgresError?
    /// Writers that wait for room, and who waits until all is sent.
    var waiters: [CheckedContinuation<Void, Never>] = []
    var closed = false
  }

  private let state = Mutex(State())
  private let connection: PostgresConnection
  private let queue: DispatchQueue

  init(connection: PostgresConnection, queue: DispatchQueue) {
    self.connection = connection
    self.queue = queue
  }

  /// Sends a chunk: any part of the COPY's data, cut anywhere. Chunks of 64 KiB to 1 MiB are best.
  ///
  /// - Throws: the server's error, as soon as it is known; `cancelled`.
  public func write(_ chunk: consuming [UInt8]) async throws(PostgresError) {
    guard !chunk.isEmpty else { return }
    while true {
      if Task.isCancelled { throw PostgresError(.cancelled, "the task was cancelled during a COPY") }
      let admitted = try admit()
      if admitted { break }
      await waitForRelease { $0 < Self.limit }
    }
    let chunk = chunk
    queue.async { [self] in
      let failure = connection.assumeIsolated { $0.putCopyData(chunk) }
      release(failure)
    }
  }

  private func admit() throws(PostgresError) -> Bool {
    let (admitted, failure) = state.withLock { state -> (Bool, PostgresError?) in
      if let failure = state.failure { return (false, failure) }
      if state.closed { return (false, PostgresError(.usage, "the COPY has ended")) }
      guard state.inFlight < Self.limit else { return (false, nil) }
      state.inFlight += 1
      return (true, nil)
    }
    if let failure { throw failure }
    return admitted
  }

  /// Waits until the next chunk was sent, unless there is no reason to. Returns whether it waited. A cancelled COPY is
  /// stopped on the server, so this wait ends too.
  @discardableResult
  private func waitForRelease(unless enough: (_ inFlight: Int) -> Bool) async -> Bool {
    guard state.withLock({ !enough($0.inFlight) }) else { return false }
    await withCheckedContinuation { continuation in
      let waits = state.withLock { state in
        guard state.inFlight > 0 else { return false }
        state.waiters.append(continuation)
        return true
      }
      if !waits { continuation.resume() }
    }
    return true
  }

  private func release(_ failure: PostgresError?) {
    let waiters = state.withLock { state in
      state.inFlight -= 1
      if state.failure == nil { state.failure = failure }
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  /// The link's failure, if a chunk met one.
  var failure: PostgresError? { state.withLock { $0.failure } }

  /// Admits no more writes, and waits until those under way are done.
  func close() async {
    state.withLock { $0.closed = true }
    while await waitForRelease(unless: { $0 == 0 }) {}
  }
}
