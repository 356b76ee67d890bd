import Synchronization

/// A policy's text for its digest, put together once: it takes longer than many a report.
final class CanonicalText: Sendable {
  private let made = Mutex<String?>(nil)

  func text(_ make: () -> String) -> String {
    made.withLock { made in
      if let made { return made }
      let text = make()
      made = text
      return text
    }
  }
}
