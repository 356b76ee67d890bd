public import CadreModel

/// How many results have which status.
public struct Tally: Sendable, Hashable {
  public var met: Int
  public var unmet: Int
  public var pending: Int
  public var atRisk: Int
  public var exempt: Int
  public var noData: Int
  public var info: Int

  public init(
    met: Int = 0, unmet: Int = 0, pending: Int = 0, atRisk: Int = 0, exempt: Int = 0, noData: Int = 0, info: Int = 0
  ) {
    self.met = met
    self.unmet = unmet
    self.pending = pending
    self.atRisk = atRisk
    self.exempt = exempt
    self.noData = noData
    self.info = info
  }

  /// met / (met + unmet).
  public var compliance: Rate? { Rate(met, of: met + unmet) }

  /// met / (met + unmet + pending + at_risk).
  public var completion: Rate? { Rate(met, of: met + unmet + pending + atRisk) }

  /// Results that a duty is about; statistics are not.
  public var judged: Int { met + unmet + pending + atRisk + exempt + noData }

  public subscript(status: Status) -> Int {
    switch status {
    case .met: met
    case .unmet: unmet
    case .pending: pending
    case .atRisk: atRisk
    case .exempt: exempt
    case .noData: noData
    case .info: info
    }
  }

  /// Counts more results of a status.
  mutating func add(_ count: Int, of status: Status) {
    switch status {
    case .met: met += count
    case .unmet: unmet += count
    case .pending: pending += count
    case .atRisk: atRisk += count
    case .exempt: exempt += count
    case .noData: noData += count
    case .info: info += count
    }
  }

  /// The counts of some statuses alone; of all where none is named.
  func only(_ statuses: [Status]) -> Tally {
    guard !statuses.isEmpty else { return self }
    var tally = Tally()
    for status in Set(statuses) { tally.add(self[status], of: status) }
    return tally
  }

  public static func += (left: inout Tally, right: Tally) {
    left.met += right.met
    left.unmet += right.unmet
    left.pending += right.pending
    left.atRisk += right.atRisk
    left.exempt += right.exempt
    left.noData += right.noData
    left.info += right.info
  }

  /// The counts of the duty, in the order of every report's columns.
  public static let reported: [Status] = [.met, .unmet, .pending, .atRisk, .exempt, .noData]
}
