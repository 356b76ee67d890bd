public import CadreModel

/// Why something about the private server's files or programs did not work: the part of a sentence that stands for the reason.
public enum ServerReasonMessages {
  /// What did not work, because of what the system says.
  public static func because(_ what: Message, _ reason: Message) -> Message {
    [what, reason].joined(by: Punctuation.colon)
  }

  public static let noAccount = Message("没有账户 postgres，也没有 nobody", "there is neither an account postgres nor nobody")

  public static func ownerNoAccount(of folder: String, user: Int) -> Message {
    Message("\(folder) 属于用户 \(user)，不是普通账户", "\(folder) belongs to user \(user), not to an unprivileged account")
  }

  public static func noChangeOfAccount(to account: String) -> Message {
    Message(
      "没有 setpriv 或 runuser（软件包 util-linux），无法切换到 \(account)",
      "there is neither setpriv nor runuser (package util-linux) to change to \(account)")
  }

  public static func notGiven(to account: String) -> Message {
    Message("不能交给账户 \(account)", "cannot give it to \(account)")
  }

  public static let madeByOthers = Message("不是 cadre 创建的", "cadre did not make it")
  public static let notEmpty = Message("不是空的，且不是 cadre 创建的", "it is not empty, and cadre did not make it")
  public static let notAFolder = Message("不是文件夹", "it is not a folder")
  public static let closed = Message("本用户不能进入", "it is closed to this user")
  public static let notRemoved = Message("无法删除", "it cannot be removed")
  public static let passwordUnreadable = Message("无法读取口令", "the password cannot be read")

  public static func belongs(to user: String) -> Message {
    Message("属于用户 \(user)", "it belongs to the user \(user)")
  }

  public static let noPrograms = Message("其中没有 initdb 或 postgres", "there is no initdb or no postgres in it")
  public static let noVersion = Message("其中的 postgres 不报告版本", "its postgres does not say its version")

  public static func version(_ version: Int) -> Message {
    Message("其版本为 PostgreSQL \(version)", "it is PostgreSQL \(version)")
  }

  public static let noClient = Message(
    "没有安装（软件包 postgresql-client）", "it is not installed (package postgresql-client)")
}
