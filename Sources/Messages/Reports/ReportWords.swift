public import CadreModel

/// Words and marks that reports use everywhere.
public enum ReportWords {
  public static let colon = Message("：", ": ")
  public static let listSeparator = Message("、", ", ")
  public static let none = Message("无", "none")
  public static let indicator = Message("指标", "Indicator")
  public static let subject = Message("对象", "Subject")
  public static let unit = Message("单位", "Unit")
  public static let responsibleUnit = Message("责任单位", "Unit")
  public static let period = Message("时期", "Period")
  public static let due = Message("期限", "Due")
  public static let reason = Message("理由", "Reason")
  public static let status = Message("状态", "Status")
  public static let city = Message("城市", "City")
  public static let compliance = Message("达标率", "Compliance")
  public static let completion = Message("完成率", "Completion")
  public static let lastYear = Message("上年同期", "Last year")
  public static let statistics = Message("统计", "Statistics")

  /// A status as people read it.
  public static func status(_ status: Status) -> Message {
    let english =
      switch status {
      case .met: "met"
      case .unmet: "unmet"
      case .pending: "pending"
      case .atRisk: "at risk"
      case .exempt: "exempt"
      case .noData: "no data"
      case .info: "info"
      }
    return Message(status.label, english)
  }

  /// Behind a title: `每年谈心谈话（未报送：谈话）`.
  ///
  /// - Parameter tables: their names, joined.
  public static func notHandedIn(_ tables: String) -> Message {
    Message("（未报送：\(tables)）", " (not handed in: \(tables))")
  }

  /// Something of a city.
  public static func of(_ city: City, _ text: Message) -> Message {
    Message("\(city.nameChinese)：\(text.chinese)", "\(city.nameEnglish): \(text.english)")
  }
}
