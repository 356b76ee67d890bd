/// How a training class is held. Training sums are kept by it (`training_years`): what counts as what is a policy's to say.
public enum TrainingMode: String, Sendable, Hashable, CaseIterable {
  case offJob = "off_job"
  case onJob = "on_job"
  case online
  case selfStudy = "self_study"

  /// In Chinese, as the contract's files have it.
  public var label: String {
    switch self {
    case .offJob: "脱产"
    case .onJob: "在职"
    case .online: "网络"
    case .selfStudy: "自学"
    }
  }

  /// The column of `training_years` with a year's days of such classes, in hundredths.
  public var daysColumn: String { "\(rawValue)_days" }
}
