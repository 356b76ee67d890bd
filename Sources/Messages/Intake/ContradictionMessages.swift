public import CadreModel

/// Rows that contradict each other or themselves, with their values. Ids and days are passed as they are stored.
public enum ContradictionMessages {
  /// What stands for the end of what has not ended.
  public static let today = Message("今", "today")

  public static func identityAgainstBirth(_ birth: String, identity: String) -> Message {
    Message("出生日期为 \(birth)，公民身份号码中为 \(identity)", "born \(birth), by the identity number \(identity)")
  }

  /// - Parameter sex: as people (Chinese) and as files (English) call it.
  public static func identityAgainstSex(_ sex: Message) -> Message {
    Message(
      "性别为\(sex.chinese)，公民身份号码第 17 位为另一性别", "sex \(sex.english); the 17th digit of the identity number says the other")
  }

  public static func identityShared(with person: String) -> Message {
    Message("公民身份号码与人员 \(person) 相同", "same identity number as person \(person)")
  }

  public static func hiredTooYoung(birth: String, hired: String) -> Message {
    Message("\(birth) 出生，\(hired) 参加工作", "born \(birth), hired \(hired)")
  }

  public static func datedInFuture(_ day: String) -> Message {
    Message("日期 \(day) 晚于导入当日", "dated \(day), after the day of import")
  }

  public static let talkWithOneself = Message("谈话人与谈话对象是同一人", "both sides are the same person")

  public static func ownSuperior(levels: String) -> Message {
    Message("沿上级单位第 \(levels) 级回到自身", "comes back to itself after \(levels) superior unit(s)")
  }

  public static func superiorDissolved(_ unit: String, on day: String) -> Message {
    Message("上级单位 \(unit) 已于 \(day) 撤销", "its superior \(unit) was dissolved on \(day)")
  }

  public static func classesOverlap(
    _ first: String, from: String, to: String, _ second: String, from secondFrom: String, to secondTo: String
  ) -> Message {
    Message(
      "班次 \(first)（\(from) 至 \(to)）与 \(second)（\(secondFrom) 至 \(secondTo)）重叠",
      "class \(first) (\(from) to \(to)) overlaps \(second) (\(secondFrom) to \(secondTo))")
  }

  public static func trainingOverDay(_ person: String, hours: String, days: String, from: String, to: String) -> Message {
    Message(
      "人员 \(person) 在 \(from) 至 \(to) 计 \(hours) 学时、\(days) 天",
      "person \(person): \(hours) hours and \(days) days from \(from) to \(to)")
  }
}

/// Posts that contradict a person, a unit or another post. An end is passed as a day, or as `ContradictionMessages.today`.
public enum PostContradictionMessages {
  public static func beforeBirth(_ begin: String, person: String, birth: String) -> Message {
    Message("\(begin) 任职，人员 \(person) 生于 \(birth)", "begins \(begin); person \(person) was born \(birth)")
  }

  public static func afterLeaving(_ person: String, left: String, from: String, to end: Message) -> Message {
    Message(
      "人员 \(person) 于 \(left) 离开，任职为 \(from) 至 \(end.chinese)",
      "person \(person) left on \(left); the post lasts from \(from) to \(end.english)")
  }

  public static func outsideUnitLife(
    from: String, to end: Message, unit: String, founded: String, dissolved: Message
  ) -> Message {
    Message(
      "任职 \(from) 至 \(end.chinese)，单位 \(unit) 存续期为 \(founded) 至 \(dissolved.chinese)",
      "from \(from) to \(end.english); unit \(unit) existed from \(founded) to \(dissolved.english)")
  }

  public static func twoHeads(of unit: String, other post: String) -> Message {
    Message("单位 \(unit) 的主要负责人任职与 \(post) 重叠", "heads unit \(unit) at the same time as post \(post)")
  }

  public static func keyShared(_ key: String, other post: String) -> Message {
    Message("岗位 \(key) 的任职与 \(post) 重叠", "holds \(key) at the same time as post \(post)")
  }

  public static func leftInDissolvedUnit(_ person: String, unit: String, dissolved day: String) -> Message {
    Message(
      "单位 \(unit) 已于 \(day) 撤销，人员 \(person) 没有其他现任职务，不参加评估",
      "unit \(unit) was dissolved on \(day), and person \(person) has no other current post: not judged")
  }

  public static let none = Message("没有任何任职记录，不参加评估", "has no post on record: not judged")

  public static func lastEnded(on day: String) -> Message {
    Message("末次任职于 \(day) 免去，其后没有职务，不参加评估", "the last post ended on \(day): not judged")
  }
}
