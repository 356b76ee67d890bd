import CadreModel
import DataContract
import Intake
import Synchronization

/// Shows how far an import is on one line of a terminal, once it takes more than two seconds.
final class ProgressLine: Sendable {
  private let began = ContinuousClock.now
  private let language: Language
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  init(_ language: Language) {
    self.language = language
  }

  func show(_ progress: ImportProgress) {
    guard Terminal.isWatched else { return }
    let now = ContinuousClock.now
    let elapsed = began.duration(to: now)
    guard elapsed > .seconds(2) else { return }
    let isDue = lastShown.withLock { last in
      if let last, last.duration(to: now) < .milliseconds(250) { return false }
      defer { last = now }
      return true
    }
    guard isDue, progress.bytesTotal > 0, progress.bytesDone > 0 else { return }
    let seconds = elapsed / .seconds(1)
    let rate = Double(progress.bytesDone) / seconds
    let left = Int(Double(progress.bytesTotal - progress.bytesDone) / rate)
    let percent = progress.bytesDone * 100 / progress.bytesTotal
    let speed = Int(rate / 100_000)
    Terminal.rewrite(
      language(
        zh: "\(progress.table.rawValue)：已检查 \(progress.rowsDone) 行，总进度 \(percent)%，\(speed / 10).\(speed % 10) MB/s，约剩 \(left) 秒",
        en: "\(progress.table.rawValue): \(progress.rowsDone) rows, \(percent)% of all, \(speed / 10).\(speed % 10) MB/s, "
          + "about \(left) s left"))
  }

  func clear() {
    if lastShown.withLock({ $0 }) != nil { Terminal.rewrite("") }
  }
}
