/// Kinds of contradictions between rows, or between cells of one row, though each cell is valid by itself. Such rows are
/// stored, and shown as things to check (核对提示).
public enum Contradiction: String, Sendable, Hashable, CaseIterable {
  case identityAgainstBirth = "identity_against_birth"
  case identityAgainstSex = "identity_against_sex"
  case identityShared = "identity_shared"
  case hiredTooYoung = "hired_too_young"
  case datedInFuture = "dated_in_future"
  case postBeforeBirth = "post_before_birth"
  case postAfterLeaving = "post_after_leaving"
  case postOutsideUnitLife = "post_outside_unit_life"
  case twoHeads = "two_heads"
  case postKeyShared = "post_key_shared"
  case ownSuperior = "own_superior"
  case superiorDissolved = "superior_dissolved"
  case leftInDissolvedUnit = "left_in_dissolved_unit"
  case notOnRoll = "not_on_roll"
  case classesOverlap = "classes_overlap"
  case trainingOverDay = "training_over_day"
  case talkWithOneself = "talk_with_oneself"

  /// What an officer calls it.
  public var chinese: String {
    switch self {
    case .identityAgainstBirth: "公民身份号码与出生日期不符"
    case .identityAgainstSex: "公民身份号码与性别不符"
    case .identityShared: "两人公民身份号码相同"
    case .hiredTooYoung: "参加工作时不满 16 周岁"
    case .datedInFuture: "日期晚于导入当日"
    case .postBeforeBirth: "任职早于出生"
    case .postAfterLeaving: "离开后仍有任职"
    case .postOutsideUnitLife: "任职时单位尚未成立或已撤销"
    case .twoHeads: "同一单位同时有两名主要负责人"
    case .postKeyShared: "同一岗位同时有两人任职"
    case .ownSuperior: "单位成为自己的上级"
    case .superiorDissolved: "上级单位已撤销"
    case .leftInDissolvedUnit: "在岗人员留在已撤销单位，不参加评估"
    case .notOnRoll: "在职人员没有现任职务，不参加评估"
    case .classesOverlap: "脱产班次时间重叠"
    case .trainingOverDay: "培训量超过每天 24 学时或 1 天"
    case .talkWithOneself: "谈话双方是同一人的不同编号"
    }
  }

  /// The same in English.
  public var english: String {
    switch self {
    case .identityAgainstBirth: "identity number against birth date"
    case .identityAgainstSex: "identity number against sex"
    case .identityShared: "two persons with one identity number"
    case .hiredTooYoung: "hired before 16"
    case .datedInFuture: "dated after the day of import"
    case .postBeforeBirth: "post before birth"
    case .postAfterLeaving: "post after leaving"
    case .postOutsideUnitLife: "post while the unit did not exist"
    case .twoHeads: "two heads of one unit at once"
    case .postKeyShared: "two holders of one post at once"
    case .ownSuperior: "a unit its own superior"
    case .superiorDissolved: "the superior unit is dissolved"
    case .leftInDissolvedUnit: "employed, but left in a dissolved unit: not judged"
    case .notOnRoll: "employed, but without a current post: not judged"
    case .classesOverlap: "full-time classes that overlap"
    case .trainingOverDay: "more than 24 hours or 1 day of training a day"
    case .talkWithOneself: "a talk with oneself under another id"
    }
  }
}
