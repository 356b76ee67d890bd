public import CadreModel

/// What `cadre doctor` finds on the machine: policies, programs, disk. Each finding stands with its remedy.
public enum DoctorPlaceMessages {
  public static let unreadable = Message("无法读取", "cannot be read")
  public static let correctAndRepeat = Message("请改正后再运行 cadre doctor", "correct that, and run cadre doctor again")

  /// - Parameter origin: where the parameters come from.
  public static func policies(_ policies: [String], cities: [String], origin: Message) -> Message {
    Message(
      "\(policies.count) 项政策（\(policies.list.chinese)），\(cities.count) 个城市（\(cities.list.chinese)），\(origin.chinese)",
      "\(policies.count) policies (\(policies.list.english)), \(cities.count) cities (\(cities.list.english)), \(origin.english)")
  }

  /// An entry that is not as the program brings it; `shipped` is empty where it brings none.
  public static func change(of subject: String, _ name: String, used: String, shipped: String) -> Message {
    let own = shipped.isEmpty ? Message("自带的没有", "shipped: none") : Message("自带的为 \(shipped)", "shipped: \(shipped)")
    return Message("\(subject) \(name)：\(used)，\(own.chinese)", "\(subject) \(name): \(used), \(own.english)")
  }

  /// - Parameter policies: what is found of the policies otherwise.
  public static func changed(_ policies: Message, changes: [Message]) -> Message {
    let all = changes.joined(by: Punctuation.semicolon)
    return Message(
      "\(policies.chinese)；与程序自带不同的有 \(changes.count) 项：\(all.chinese)",
      "\(policies.english); \(changes.count) not as shipped: \(all.english)")
  }

  public static let correctOrLeaveOut = Message(
    "如非有意修改，请改正或不用该目录", "if this is not meant, correct it or leave that folder out")

  public static let installLibpq = Message(
    "请安装 libpq 14 或更高版本（Debian、Ubuntu：libpq5）", "install libpq 14 or later (Debian, Ubuntu: libpq5)")
  public static let installPostgres = Message(
    "安装后重试，或用 --database 指定已有的服务器", "install it, or name a server of yours with --database")

  public static func free(megabytes: Int, in folder: String) -> Message {
    Message("\(folder) 剩余 \(megabytes) MB", "\(megabytes) MB free in \(folder)")
  }

  public static let makeRoom = Message(
    "请清理磁盘，或把 CADRE_HOME 放到更大的磁盘上", "make room, or put CADRE_HOME on a larger disk")
}
