import CLibPQ
import Dispatch
import Synchronization

/// libpq's cancel object of one connection.
///
/// `@unchecked Sendable`: the pointer is set once, libpq documents `PQcancel` as safe from any thread on an object
/// of its own, and `PQfreeCancel` runs in `deinit`, when no other reference is left.
final class CancelHandle: @unchecked Sendable {
  private let pointer: OpaquePointer
  /// Cancel requests block on a connection to the server, so they have a thread of their own.
  let queue = DispatchQueue(label: "postgres.cancel")

  init?(connection: OpaquePointer) {
    guard let pointer = PQgetCancel(connection) else { return nil }
    self.pointer = pointer
  }

  deinit {
    PQfreeCancel(pointer)
  }

  /// Asks the server to stop what the connection is doing. Blocks until the server has taken the request.
  func request() {
    var buffer = [CChar](repeating: 0, count: 256)
    // The message is of no use: the caller repeats a request that does not get through.
    _ = PQcancel(pointer, &buffer, Int32(buffer.count))
  }
}

/// The cancelling of one operation: repeats the request until the operation has returned, because a request that
/// reaches the server before the query does is lost, and lets the operation wait for the last request, because one
/// that comes late would kill the next query on the connection.
final class Cancellation: Sendable {
  private struct State {
    var requestedAt: ContinuousClock.Instant?
    var isFinished = false
  }

  static let interval = DispatchTimeInterval.milliseconds(20)

  private let handle: CancelHandle?
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let loop = DispatchGroup()

  init(handle: CancelHandle?) {
    self.handle = handle
  }

  /// When the cancelling began; nil if nobody asked for it while the operation went on.
  var requestedAt: ContinuousClock.Instant? { state.withLock { $0.requestedAt } }

  /// Begins to cancel. Returns at once; may be called from any thread.
  func start() {
    let begins = state.withLock { state in
      guard state.requestedAt == nil, !state.isFinished else { return false }
      state.requestedAt = .now
      // Entered while the lock is held: otherwise `finish` could look at the group first and find it empty.
      if handle != nil { loop.enter() }
      return true
    }
    guard begins, let handle else { return }
    handle.queue.async { [self] in
      repeat {
        if isFinished { break }
        handle.request()
      } while wake.wait(timeout: .now() + Self.interval) == .timedOut
      loop.leave()
    }
  }

  /// Ends the cancelling and waits until no request is under way. Blocks: only for the connection's own queue.
  func finish() {
    state.withLock { $0.isFinished = true }
    wake.signal()
    loop.wait()
  }

  /// Ends the cancelling without waiting, for a connection that will never be used again.
  func abandon() {
    state.withLock { $0.isFinished = true }
    wake.signal()
  }

  private var isFinished: Bool { state.withLock { $0.isFinished } }
}
