public import CoreMetrics
import Synchronization

/// Keeps what the program counts, and tells it as Prometheus reads it. In memory stands one number a label and its dimensions, whose
/// values are kinds of pages and statuses, never ids: it does not grow.
public final class PrometheusMetrics: MetricsFactory, Sendable {
  private struct Key: Hashable {
    let name: String
    let dimensions: String
  }

  private enum Kind: String {
    case counter
    case gauge
    case histogram
  }

  private struct Series {
    let kind: Kind
    var value = 0.0
    /// Of a histogram: how many fell below each limit.
    var buckets: [Int] = []
    var count = 0
  }

  private let series = Mutex<[Key: Series]>([:])
  /// Seconds.
  private static let limits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  public init() {}

  // MARK: What is counted

  private func change(_ key: Key, _ kind: Kind, _ body: (inout Series) -> Void) {
    series.withLock { series in
      var entry = series[key] ?? Series(kind: kind, buckets: kind == .histogram ? Self.limits.map { _ in 0 } : [])
      body(&entry)
      series[key] = entry
    }
  }

  private func key(_ label: String, _ dimensions: [(String, String)]) -> Key {
    let name = String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    let pairs = dimensions.map { name, value in
      let safe = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      return "\(name.replacing(".", with: "_"))=\"\(safe)\""
    }
    return Key(name: name, dimensions: pairs.joined(separator: ","))
  }

  private final class Handler: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler, TimerHandler {
    let metrics: PrometheusMetrics
    private let key: Key
    private let kind: Kind

    init(_ metrics: PrometheusMetrics, _ key: Key, _ kind: Kind) {
      (self.metrics, self.key, self.kind) = (metrics, key, kind)
      // Also what has never happened yet is there to be read.
      metrics.change(key, kind) { _ in }
    }

    private func add(_ value: Double) { metrics.change(key, kind) { $0.value += value } }
    private func observe(_ value: Double) {
      metrics.change(key, kind) { entry in
        entry.value += value
        entry.count += 1
        for (index, limit) in PrometheusMetrics.limits.enumerated() where entry.buckets.indices.contains(index) && value <= limit
        {
          entry.buckets[index] += 1
        }
      }
    }

    func increment(by amount: Int64) { add(Double(amount)) }
    func increment(by amount: Double) { add(amount) }
    func decrement(by amount: Double) { add(-amount) }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { metrics.change(key, kind) { $0.value = value } }
    func reset() { set(0.0) }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { kind == .histogram ? observe(value) : set(value) }
    func recordNanoseconds(_ duration: Int64) { observe(Double(duration) / 1_000_000_000) }
  }

  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    Handler(self, key(label, dimensions), .counter)
  }

  public func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
    Handler(self, key(label, dimensions), .counter)
  }

  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    Handler(self, key(label, dimensions), .gauge)
  }

  public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    Handler(self, key(label, dimensions), aggregate ? .histogram : .gauge)
  }

  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    Handler(self, key(label + "_seconds", dimensions), .histogram)
  }

  public func destroyCounter(_ handler: any CounterHandler) {}
  public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  public func destroyMeter(_ handler: any MeterHandler) {}
  public func destroyRecorder(_ handler: any RecorderHandler) {}
  public func destroyTimer(_ handler: any TimerHandler) {}

  // MARK: Text

  /// All of it, in the text format 0.0.4.
  public var text: String {
    let all = series.withLock { $0 }.sorted { ($0.key.name, $0.key.dimensions) < ($1.key.name, $1.key.dimensions) }
    var lines: [String] = []
    var last = ""
    for (key, entry) in all {
      if key.name != last { lines.append("# TYPE \(key.name) \(entry.kind.rawValue)") }
      last = key.name
      guard entry.kind == .histogram else {
        lines.append("\(key.name)\(Self.braces(key.dimensions)) \(Self.number(entry.value))")
        continue
      }
      let more = key.dimensions.isEmpty ? "" : key.dimensions + ","
      for (limit, count) in zip(Self.limits, entry.buckets) {
        lines.append("\(key.name)_bucket{\(more)le=\"\(Self.number(limit))\"} \(count)")
      }
      lines.append("\(key.name)_bucket{\(more)le=\"+Inf\"} \(entry.count)")
      lines.append("\(key.name)_sum\(Self.braces(key.dimensions)) \(Self.number(entry.value))")
      lines.append("\(key.name)_count\(Self.braces(key.dimensions)) \(entry.count)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func braces(_ dimensions: String) -> String { dimensions.isEmpty ? "" : "{\(dimensions)}" }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
