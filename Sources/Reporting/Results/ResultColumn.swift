import CadreModel

/// The columns of results in files for people, in order.
enum ResultColumn: String, CaseIterable {
  case policy
  case indicator
  case subjectKind = "subject_kind"
  case subjectID = "subject_id"
  case subjectName = "subject_name"
  case unitID = "unit_id"
  case unitName = "unit_name"
  case period
  case status
  case `class`
  case observed
  case required
  case dueOn = "due_on"
  case reason
  // Beside those of `results.csv`, for who has to see to something.
  case title
  case article
  case post

  /// Of `results.csv`.
  static let results = allCases.filter { ![.title, .article, .post].contains($0) }
  /// Of `exceptions.csv` and `due.csv`.
  static let attention = allCases

  var heading: Label {
    let chinese =
      switch self {
      case .policy: "政策"
      case .indicator: "指标"
      case .subjectKind: "对象类型"
      case .subjectID: "对象编号"
      case .subjectName: "对象名称"
      case .unitID: "单位编号"
      case .unitName: "单位名称"
      case .period: "时期"
      case .status: "状态"
      case .class: "类别"
      case .observed: "实际值"
      case .required: "要求值"
      case .dueOn: "期限"
      case .reason: "理由"
      case .title: "指标名称"
      case .article: "条款"
      case .post: "职务"
      }
    return Label(chinese, rawValue)
  }
}
