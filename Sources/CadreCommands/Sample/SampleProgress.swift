import CadreModel

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
      return line.language(
        zh: "已生成 \(done)/\(persons) 人，每秒 \(rate) 人，约剩 \(left) 秒",
        en: "\(done) of \(persons) persons, \(rate) a second, about \(left) s left")
    }
  }

  /// Leaves the line free for what is printed next.
  func clear() { line.clear() }
}
