import CadreModel
import Synchronization

/// One line of a terminal that says how far a command is, once it takes more than two seconds. Nothing is shown where
/// nobody watches.
final class ProgressLine: Sendable {
  let language: Language
  private let began = ContinuousClock.now
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  init(_ language: Language) {
    self.language = language
  }

  /// Shows a text that is made from the seconds passed, at most four times a second.
  func show(_ text: (_ seconds: Double) -> String?) {
    guard Terminal.isWatched else { return }
    let now = ContinuousClock.now
    let elapsed = began.duration(to: now)
    guard elapsed > .seconds(2) else { return }
    let isDue = lastShown.withLock { last in
      if let last, last.duration(to: now) < .milliseconds(250) { return false }
      defer { last = now }
      return true
    }
    guard isDue, let text = text(elapsed / .seconds(1)) else { return }
    Terminal.rewrite(text)
  }

  /// Leaves the line free for what is printed next.
  func clear() {
    if lastShown.withLock({ $0 }) != nil { Terminal.rewrite("") }
  }
}
