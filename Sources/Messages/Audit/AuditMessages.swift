public import CadreModel

/// What is said of the log of who looked.
public enum AuditMessages {
  // MARK: Kinds

  public static let report = Message("报告", "report")
  public static let export = Message("导出", "export")
  public static let explanation = Message("解释", "explanation")
  public static let publication = Message("发布", "publication")
  public static let doctor = Message("检查", "doctor")
  public static let imported = Message("导入", "import")
  public static let undoing = Message("撤销导入", "undoing")
  public static let log = Message("查阅留痕", "log")
  public static let access = Message("授权", "access")
  public static let unmasking = Message("显示个人信息", "unmasking")
  public static let backup = Message("备份", "backup")
  public static let restoration = Message("恢复", "restoration")
  public static let keys = Message("更换密钥", "keys")
  public static let signIn = Message("登录", "sign-in")

  // MARK: Appending

  /// - Parameter reason: as the database gives it.
  public static func notAppended(_ reason: Message) -> Message {
    Message(
      "留痕无法写入，因此没有输出任何内容：\(reason.chinese)", "The log cannot be written, so nothing was handed out: \(reason.english)")
  }

  // MARK: Listing

  public static let headings: [Message] = [
    Message("序号", "entry_number"), Message("时间", "entered_on"), Message("登录名", "login"), Message("系统用户", "os_user"),
    Message("程序版本", "program_version"), Message("命令", "command"), Message("类别", "kind"), Message("城市", "cities"),
    Message("政策", "policy"), Message("指标", "indicator"), Message("对象编号", "subject_id"), Message("时点", "as_of"),
    Message("内容摘要", "content_digest"), Message("内容", "details"), Message("本条摘要", "digest"),
  ]

  public static func who(_ osUser: String, login: String) -> Message {
    Message("\(osUser)（登录名 \(login)）", "\(osUser) (login \(login))")
  }

  public static func entries(_ count: Int) -> Message {
    Message("共 \(count) 条", count == 1 ? "1 entry" : "\(count) entries")
  }

  public static let oneForm = Message("--csv 和 --json 只能选一个", "choose --csv or --json, not both")

  // MARK: Verifying

  public static let malformedDigest = Message(
    "摘要为十六进制，至少写前 8 位", "a digest is hexadecimal: give 8 digits of its beginning at least")

  /// - Parameters:
  ///   - count: how many entries are right, from the first on.
  ///   - head: the last one's digest.
  public static func verified(_ count: Int, head: String, flaws: Int) -> Message {
    flaws == 0
      ? Message("留痕完整：\(count) 条，链头 \(head)", "The log is whole: \(count) entries, head \(head)")
      : Message(
        "留痕有误（\(flaws) 处）：前 \(count) 条相符，至 \(head)",
        "The log is not as it was written (\(flaws) found): \(count) entries are right, up to \(head)")
  }

  public static func changed(_ entry: Int) -> Message {
    Message("第 \(entry) 条已被改动", "entry \(entry) was changed")
  }

  public static func missing(_ entry: Int, next: Int) -> Message {
    Message("缺第 \(entry) 条（其后为第 \(next) 条）", "entry \(entry) is missing (the next one is \(next))")
  }

  public static func unconnected(_ entry: Int) -> Message {
    Message(
      "第 \(entry) 条与上一条不相连：其间有条目被插入、删除或重写",
      "entry \(entry) does not follow from the one before: entries were put in, taken out or written anew before it")
  }

  public static func end(found: Int, noted: Int) -> Message {
    Message(
      "末尾与链头不符：现有 \(found) 条，链头记为第 \(noted) 条",
      "the end is not the head that was noted: \(found) entries, the head is entry \(noted)")
  }

  public static func importRecord(_ city: String, _ number: Int, entry: Int) -> Message {
    Message(
      "\(city) 第 \(number) 次导入的记录与留痕第 \(entry) 条不符",
      "the record of import \(number) of \(city) is not as entry \(entry) has it")
  }

  public static func importNotEntered(_ city: String, _ number: Int) -> Message {
    Message("\(city) 第 \(number) 次导入没有留痕", "import \(number) of \(city) has no entry")
  }

  public static func unknownDigest(_ digest: String) -> Message {
    Message(
      "没有摘要为 \(digest) 的条目：留痕在抄下该摘要之后被重写", "no entry has the digest \(digest): the log was written anew since it was noted")
  }
}
