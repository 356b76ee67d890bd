import CadreModel
import Messages

/// Tells a watcher how far a sample is.
struct SampleProgress {
  private let persons: Int
  private let line: ProgressLine

  init(persons: Int, language: Language) {
    self.persons = persons
    line = ProgressLine(language)
  }

  func show(done: Int) {
    guard done > 0 else { return }
    line.show { seconds in
      let left = Int(seconds * Double(persons - done) / Double(done))
      let rate = Int(Double(done) / seconds)
      return SampleMessages.progress(done: done, of: persons, rate: rate, secondsLeft: left).text(in: line.language)
    }
  }

  /// Leaves the line free for what is printed next.
  func clear() { line.clear() }
}
