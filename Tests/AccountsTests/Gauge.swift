import Foundation
import Synchronization

/// How many were at work at once.
final class Gauge: Sendable {
  private let state = Mutex((now: 0, highest: 0))

  var highest: Int { state.withLock { $0.highest } }

  func measure() -> [UInt8] {
    state.withLock {
      $0.now += 1
      $0.highest = max($0.highest, $0.now)
    }
    usleep(20_000)
    state.withLock { $0.now -= 1 }
    return [1]
  }
}
