import CadreModel

/// Tells a watcher how far a sample is, once a second after the first two.
struct SampleProgress {
  private let persons: Int
  private let language: Language
  private let started = ContinuousClock.now
  private var next: ContinuousClock.Instant

  init(persons: Int, language: Language) {
    self.persons = persons
    self.language = language
    next = started + .seconds(2)
  }

  mutating func show(done: Int) {
    let now = ContinuousClock.now
    guard now >= next, done > 0 else { return }
    next = now + .seconds(1)
    let seconds = max(1, Int((now - started).components.seconds))
    let left = seconds * (persons - done) / done
    Terminal.show(
      language(
        zh: "已生成 \(done)/\(persons) 人，每秒 \(done / seconds) 人，约剩 \(left) 秒",
        en: "\(done) of \(persons) persons, \(done / seconds) a second, about \(left) s left"))
  }
}
