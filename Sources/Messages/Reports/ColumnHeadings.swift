public import CadreModel

/// What stands above the columns of the files: the English headings are for programs, and never change.
public enum ColumnHeadings {
  // MARK: Results

  public static let policy = Message("政策", "policy")
  public static let indicator = Message("指标", "indicator")
  public static let subjectKind = Message("对象类型", "subject_kind")
  public static let subjectID = Message("对象编号", "subject_id")
  public static let subjectName = Message("对象名称", "subject_name")
  public static let unitID = Message("单位编号", "unit_id")
  public static let unitName = Message("单位名称", "unit_name")
  public static let period = Message("时期", "period")
  public static let status = Message("状态", "status")
  public static let `class` = Message("类别", "class")
  public static let observed = Message("实际值", "observed")
  public static let required = Message("要求值", "required")
  public static let dueOn = Message("期限", "due_on")
  public static let reason = Message("理由", "reason")
  public static let title = Message("指标名称", "title")
  public static let article = Message("条款", "article")
  public static let post = Message("职务", "post")

  // MARK: Figures

  public static let provinceCode = Message("省份代码", "province_code")
  public static let province = Message("省份", "province")
  public static let city = Message("城市", "city")
  public static let domain = Message("领域", "domain")
  public static let missingTables = Message("未报送的表", "missing_tables")
  public static let complianceRate = Message("达标率", "compliance_rate")
  public static let completionRate = Message("完成率", "completion_rate")
  public static let rateLastYear = Message("上年同期达标率", "rate_last_year")
  public static let change = Message("同比变化", "change")
  public static let assumed = Message("含假定参数", "assumed")
  public static let statisticValue = Message("统计值", "value")
  public static let rank = Message("省内名次", "rank")
  public static let articleTitle = Message("条款名称", "article_title")
  public static let depth = Message("层级", "depth")

  // MARK: Statistics

  public static let classCode = Message("类别代码", "class")
  public static let classLabel = Message("类别", "class_label")
  public static let value = Message("数值", "value")
  public static let valueLastYear = Message("上年同期", "value_last_year")

  /// How many results have a status.
  public static func count(of status: Status) -> Message {
    Message(status.label, status.rawValue)
  }
}
