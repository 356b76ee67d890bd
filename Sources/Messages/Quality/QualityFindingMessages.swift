public import CadreModel

/// Whether two persons have one identity number, as far as both are on record.
public enum IdentityComparison: Sendable, Hashable {
  case same
  case different
  case unknown
}

/// One sentence for each doubtful row: ids, dates and amounts, no names.
public enum QualityFindingMessages {
  /// - Parameters:
  ///   - series: what is reported.
  ///   - present: in how many periods there is a report.
  ///   - expected: of how many.
  ///   - missing: the periods without one.
  public static func gap(of series: Message, present: String, of expected: String, missing: [String]) -> Message {
    Message(
      "\(series.chinese)：\(expected) 期中有 \(present) 期，缺 \(missing.list.chinese)",
      "\(series.english): \(present) of \(expected), without \(missing.list.english)")
  }

  public static func sameNameAndBirth(as other: String, identity: IdentityComparison) -> Message {
    switch identity {
    case .same:
      Message("与人员 \(other) 姓名、出生日期和公民身份号码相同", "same name, birth date and identity number as person \(other)")
    case .different:
      Message(
        "与人员 \(other) 姓名和出生日期相同，公民身份号码不同，可能是两人",
        "same name and birth date as person \(other); other identity number, perhaps two persons")
    case .unknown:
      Message(
        "与人员 \(other) 姓名和出生日期相同，公民身份号码不全",
        "same name and birth date as person \(other); an identity number is missing")
    }
  }

  public static func attendanceTwice(
    as other: String, person: String, of trainingClass: String, on day: String
  ) -> Message {
    Message(
      "人员 \(person) 班次 \(trainingClass) \(day) 已有记录 \(other)",
      "person \(person), class \(trainingClass), \(day): the same as record \(other)")
  }

  public static func postTwice(as other: String, person: String, unit: String, from day: String) -> Message {
    Message(
      "人员 \(person) 在单位 \(unit) 自 \(day) 起的同一职务已有记录 \(other)",
      "person \(person), unit \(unit), from \(day): the same as post \(other)")
  }

  /// - Parameter days: how many the class lasted; empty without a class.
  public static func hoursOutlier(_ hours: String, person: String, days: String) -> Message {
    days.isEmpty
      ? Message("人员 \(person)：没有班次，一条记录 \(hours) 学时", "person \(person): \(hours) hours without a class")
      : Message("人员 \(person)：\(days) 天的班次记 \(hours) 学时", "person \(person): \(hours) hours in a class of \(days) day(s)")
  }

  public static func daysOutlier(_ days: String, person: String) -> Message {
    Message("人员 \(person)：一条记录 \(days) 天", "person \(person): \(days) days in one record")
  }

  public static func ageOutlier(_ years: String) -> Message {
    Message("在职，按出生日期 \(years) 岁", "at work, and aged \(years) by the birth date")
  }

  /// - Parameters: nil where the cell is empty.
  public static func leaveOutlier(due: String?, taken: String?) -> Message {
    Message("应休 \(due ?? "未填")，已休 \(taken ?? "未填")", "due \(due ?? "empty"), taken \(taken ?? "empty")")
  }

  public static func onlineOverDay(person: String, on day: String, hours: String, records: String) -> Message {
    Message(
      "人员 \(person) 在 \(day) 完成网络学习 \(hours) 学时，\(records) 条记录",
      "person \(person): \(hours) online hours completed on \(day), \(records) record(s)")
  }

  public static func onlineBurst(person: String, year: String, late: String, all: String, percent: String) -> Message {
    Message(
      "人员 \(person)：\(year) 年网络学时 \(all)，其中最后一周 \(late)，占 \(percent)%",
      "person \(person): of \(all) online hours in \(year), \(late) in its last week, \(percent)%")
  }

  public static func stale(days: String, rhythm: String) -> Message {
    Message(
      "最新记录距评估日 \(days) 天，通常每 \(rhythm) 个月有新记录",
      "the newest row is \(days) days old; usually there are new ones every \(rhythm) month(s)")
  }
}
