import Digest
import Dispatch
import Synchronization

/// A SHA-256 digest that is worked out on a thread of its own, beside what makes the bytes: it takes half as long as
/// making them.
final class DigestBeside: Sendable {
  private let queue = DispatchQueue(label: "output.digest")
  private let digest = Mutex(SHA256())
  /// Of bytes not digested yet so many pieces are kept.
  private let room = DispatchSemaphore(value: 16)

  func update(_ bytes: [UInt8]) {
    room.wait()
    queue.async {
      self.digest.withLock { $0.update(bytes.span) }
      self.room.signal()
    }
  }

  /// The digest as 64 hexadecimal digits. Call it once, last.
  func finish() -> String {
    queue.sync { digest.withLock { $0.finish() } }
  }
}
