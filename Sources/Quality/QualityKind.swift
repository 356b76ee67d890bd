public import CadreModel
public import DataContract
public import Messages

/// A kind of doubtful data: each row is valid by itself, but something is missing, told twice, or not to be believed.
public enum QualityKind: Sendable, Hashable {
  /// What imports have found and stored as things to check.
  case contradiction(Contradiction)
  /// A period without the report that a series has in nearly all others.
  case gap(Rhythm)
  case sameNameAndBirth
  case attendanceTwice
  case postTwice
  case hoursOutlier
  case daysOutlier
  case ageOutlier
  case leaveOutlier
  case onlineOverDay
  case onlineBurst
  /// A table whose newest row is older than its rhythm allows.
  case stale

  /// In the order in which they are shown: by group, and within it as they are listed here.
  public static let all: [QualityKind] = {
    let kinds =
      Contradiction.allCases.map(QualityKind.contradiction) + Rhythm.allCases.map(QualityKind.gap) + [
        .sameNameAndBirth, .attendanceTwice, .postTwice, .hoursOutlier, .daysOutlier, .ageOutlier, .leaveOutlier,
        .onlineOverDay, .onlineBurst, .stale,
      ]
    return QualityGroup.allCases.flatMap { group in kinds.filter { $0.group == group } }
  }()

  /// The kind of that code.
  public init?(code: String) {
    guard let kind = Self.byCode[code] else { return nil }
    self = kind
  }

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// What machines call it.
  public var code: String {
    switch self {
    case .contradiction(let kind): kind.rawValue
    case .gap(let rhythm): "gap_\(rhythm.rawValue)"
    case .sameNameAndBirth: "same_name_and_birth"
    case .attendanceTwice: "attendance_twice"
    case .postTwice: "post_twice"
    case .hoursOutlier: "hours_outlier"
    case .daysOutlier: "days_outlier"
    case .ageOutlier: "age_outlier"
    case .leaveOutlier: "leave_outlier"
    case .onlineOverDay: "online_over_day"
    case .onlineBurst: "online_burst"
    case .stale: "stale"
    }
  }

  /// What an officer calls it.
  public var title: Message {
    switch self {
    case .contradiction(let kind): Message(kind.chinese, kind.english)
    case .gap(.month): QualityMessages.gapInMonths
    case .gap(.quarter): QualityMessages.gapInQuarters
    case .gap(.half): QualityMessages.gapInHalves
    case .gap(.year): QualityMessages.gapInYears
    case .sameNameAndBirth: QualityMessages.sameNameAndBirth
    case .attendanceTwice: QualityMessages.attendanceTwice
    case .postTwice: QualityMessages.postTwice
    case .hoursOutlier: QualityMessages.hoursOutlier
    case .daysOutlier: QualityMessages.daysOutlier
    case .ageOutlier: QualityMessages.ageOutlier
    case .leaveOutlier: QualityMessages.leaveOutlier
    case .onlineOverDay: QualityMessages.onlineOverDay
    case .onlineBurst: QualityMessages.onlineBurst
    case .stale: QualityMessages.stale
    }
  }

  public var group: QualityGroup {
    switch self {
    case .contradiction(.identityShared), .sameNameAndBirth, .attendanceTwice, .postTwice: .duplicates
    case .contradiction(.classesOverlap), .contradiction(.trainingOverDay), .onlineOverDay, .onlineBurst: .training
    case .contradiction: .contradictions
    case .gap: .gaps
    case .hoursOutlier, .daysOutlier, .ageOutlier, .leaveOutlier: .outliers
    case .stale: .freshness
    }
  }

  /// Whether its sentences name what is a person's own (birth date, sex): then a screen and a page show the ids alone.
  public var isPersonal: Bool {
    switch self {
    case .contradiction(let kind):
      [.identityAgainstBirth, .identityAgainstSex, .hiredTooYoung, .postBeforeBirth].contains(kind)
    case .ageOutlier: true
    default: false
    }
  }
}

/// What belongs together where findings are shown.
public enum QualityGroup: String, Sendable, Hashable, CaseIterable {
  case contradictions
  case gaps
  case duplicates
  case outliers
  case training
  case freshness

  public var title: Message {
    switch self {
    case .contradictions: QualityMessages.contradictions
    case .gaps: QualityMessages.gaps
    case .duplicates: QualityMessages.duplicates
    case .outliers: QualityMessages.outliers
    case .training: QualityMessages.training
    case .freshness: QualityMessages.freshness
    }
  }
}
