/// The verdict on one subject for one period.
public enum Status: String, Sendable, Hashable, CaseIterable {
  case met
  case unmet
  /// Not yet met, and still in time.
  case pending
  /// Pending, with few days left.
  case atRisk = "at_risk"
  /// The duty does not apply; the reason says why.
  case exempt
  /// The record needed to judge is missing.
  case noData = "no_data"
  /// Statistics and classifications: never in a rate.
  case info

  /// The Chinese label.
  public var label: String {
    switch self {
    case .met: "达标"
    case .unmet: "未达标"
    case .pending: "进行中"
    case .atRisk: "临期预警"
    case .exempt: "豁免"
    case .noData: "缺数据"
    case .info: "统计"
    }
  }
}
