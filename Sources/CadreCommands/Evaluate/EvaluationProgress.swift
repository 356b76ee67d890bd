import CadreModel
import Synchronization

/// How far each of the cities is that are being judged at once.
final class EvaluationProgress: Sendable {
  private let running = Mutex<[String: (done: Int, all: Int)]>([:])

  func update(_ city: String, done: Int, of all: Int) {
    running.withLock { $0[city] = (done, all) }
  }

  func finish(_ city: String) {
    running.withLock { $0[city] = nil }
  }

  /// `quzhou：第 12/56 项指标，shaoxing：第 3/39 项指标，已用 14 秒`; nil while nothing runs.
  func text(after seconds: Double, in language: Language) -> String? {
    let cities = running.withLock { $0 }.sorted { $0.key < $1.key }
    guard !cities.isEmpty else { return nil }
    let parts = cities.map { city, progress in
      language(
        zh: "\(city)：已评价 \(progress.done)/\(progress.all) 项指标",
        en: "\(city): \(progress.done) of \(progress.all) indicators")
    }
    let time = language(zh: "已用 \(Int(seconds)) 秒", en: "\(Int(seconds)) s")
    return (parts + [time]).joined(separator: language(zh: "，", en: ", "))
  }
}
