import CadreModel
import Dispatch
import Glibc
import Messages
import Synchronization

/// Turns Ctrl-C and `kill` into the cancellation of the work at hand, so that transactions roll back, queries are
/// stopped on the server and half-written files are removed. A second signal ends the program at once.
final class Interruption: Sendable {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// The first signal that came.
  private let received = Mutex<Int32?>(nil)

  /// The signal that ended the work, if one did.
  var signal: Int32? { received.withLock { $0 } }

  /// Does the work; cancels it when a signal comes.
  func watch(_ language: Language, _ work: @escaping @Sendable () async throws -> Void) async throws {
    let task = Task { try await work() }
    let queue = DispatchQueue(label: "signals")
    let sources = Self.signals.map { number in
      // Dispatch sees a signal only if it does not end the process first.
      _ = Glibc.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [self] in
        let isFirst = received.withLock { received in
          defer { received = received ?? number }
          return received == nil
        }
        guard isFirst else { _exit(ExitStatus.signal(number).rawValue) }
        Terminal.show(ProgramMessages.interrupting.text(in: language))
        task.cancel()
      }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
    }
    try await task.value
  }

  /// Lets signals do what they do by themselves, for a program that takes this one's place.
  static func release() {
    for number in signals + [SIGPIPE] { _ = Glibc.signal(number, SIG_DFL) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigprocmask(SIG_SETMASK, &none, nil)
  }
}
