public import CadreModel

/// The field of work that an indicator belongs to, for figures across policies.
public enum Domain: String, Sendable, Hashable, CaseIterable {
  case political
  case training
  case talks
  case assessment
  case rotation
  case selection
  case supervision
  case discipline
  case reporting
  case handover
  case meetings
  case care
  case village
  case attestation

  public var label: Label {
    switch self {
    case .political: Label("政治素质", "political quality")
    case .training: Label("教育培训", "training")
    case .talks: Label("谈心谈话", "talks")
    case .assessment: Label("考核评价", "assessment")
    case .rotation: Label("交流轮岗", "rotation")
    case .selection: Label("选拔任用", "selection")
    case .supervision: Label("巡察监督", "supervision")
    case .discipline: Label("纪律规矩", "discipline")
    case .reporting: Label("报告报送", "reporting")
    case .handover: Label("离任交接", "handover")
    case .meetings: Label("组织生活", "organisational life")
    case .care: Label("关心关爱", "care")
    case .village: Label("农村党建", "villages")
    case .attestation: Label("条款自查", "attestation")
    }
  }
}

/// What `observed` and `required` count.
public enum MeasureUnit: String, Sendable, Hashable, CaseIterable {
  case none
  case times
  case hours
  case days
  case years
  case points
  case persons
  case share
  case ratio
  case offices
  case documents
  case kinds
  case records
  case villages
  case posts
  case units
  case areas

  /// The amounts after which the unit stands in the singular. A change can be -1.
  public static let onesInText = ["1", "-1"]

  /// Whether the unit after this amount, as it is written, stands in the singular.
  public static func isOne(_ amount: String) -> Bool { onesInText.contains(amount) }

  /// What follows an amount in a sentence. A share is told as a number alone.
  public var label: Label {
    switch self {
    case .none, .share: Label("", "")
    case .times: Label("次", "times")
    case .hours: Label("学时", "hours")
    case .days: Label("天", "days")
    case .years: Label("年", "years")
    case .points: Label("分", "points")
    case .persons: Label("人", "persons")
    case .ratio: Label("倍", "times as much")
    case .offices: Label("个机关", "offices")
    case .documents: Label("份材料", "documents")
    case .kinds: Label("类力量", "kinds")
    case .records: Label("条", "records")
    case .villages: Label("个村", "villages")
    case .posts: Label("个职数", "posts")
    case .units: Label("个单位", "units")
    case .areas: Label("个领域", "areas")
    }
  }

  /// What follows an amount of one, and any other amount.
  public func names(in language: Language) -> (one: String, many: String) {
    let many = label.text(in: language)
    guard language == .english else { return (many, many) }
    return switch self {
    case .none, .share, .ratio: (many, many)
    default: (String(many.dropLast()), many)
    }
  }

  /// Whether amounts are parts of a whole, told with four digits.
  public var isFraction: Bool { self == .share || self == .ratio }
}
