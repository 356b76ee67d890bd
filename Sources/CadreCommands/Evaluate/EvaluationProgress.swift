import CadreModel
import Evaluation
import Messages
import Synchronization

/// How far each of the cities is that are being judged at once, and how long each step took.
final class EvaluationProgress: Sendable {
  private struct City {
    var last: ContinuousClock.Instant
    var step: EvaluationStep?
    var isFinished = false
    var seconds: [(indicator: String?, seconds: Double)] = []
  }

  private let names: [CityName]
  private let cities = Mutex<[String: City]>([:])

  /// - Parameter names: what the cities are called; one that is not among them goes by its code.
  init(_ names: [CityName] = []) {
    self.names = names
  }

  func start(_ city: String) {
    cities.withLock { $0[city] = City(last: .now) }
  }

  func update(_ city: String, _ step: EvaluationStep) {
    let now = ContinuousClock.now
    cities.withLock { cities in
      guard var found = cities[city] else { return }
      let elapsed = found.last.duration(to: now)
      found.seconds.append((step.indicator, elapsed / .seconds(1)))
      found.last = now
      found.step = step
      cities[city] = found
    }
  }

  func finish(_ city: String) {
    cities.withLock { $0[city]?.isFinished = true }
  }

  /// `衢州市：已评估 12/56 项指标，绍兴市：已评估 3/39 项指标，已用 14 秒`; nil while nothing runs.
  func text(after seconds: Double, in language: Language) -> String? {
    let running = cities.withLock { $0 }.filter { !$0.value.isFinished }.sorted { $0.key < $1.key }
    let parts = running.compactMap { city, progress -> String? in
      guard let step = progress.step else { return nil }
      let name = names.first { $0.code == city } ?? CityName(code: city, chinese: city, english: city)
      return EvaluateMessages.progress(name, done: step.done, all: step.all).text(in: language)
    }
    guard !parts.isEmpty else { return nil }
    let time = EvaluateMessages.elapsed(seconds: Int(seconds)).text(in: language)
    return (parts + [time]).joined(separator: Punctuation.comma.text(in: language))
  }

  /// The seconds that a city's snapshot and each of its indicators took, for machines; none for a run that was stored
  /// already.
  func times(of city: String) -> [(String, JSON)] {
    let seconds = cities.withLock { $0[city]?.seconds ?? [] }
    let snapshot = seconds.filter { $0.indicator == nil }.reduce(0) { $0 + $1.seconds }
    let indicators = seconds.compactMap { entry in
      entry.indicator.map {
        JSON.object([("indicator", .string($0)), ("seconds", .number(Self.plain(entry.seconds)))])
      }
    }
    return [("snapshot_seconds", .number(Self.plain(snapshot))), ("indicators", .array(indicators))]
  }

  private static func plain(_ seconds: Double) -> String {
    String(Double((seconds * 10_000).rounded()) / 10_000)
  }
}
