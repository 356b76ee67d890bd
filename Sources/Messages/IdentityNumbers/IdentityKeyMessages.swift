public import CadreModel

/// What is said of the keys by which identity numbers are sealed, and of the numbers where they cannot be opened.
public enum IdentityKeyMessages {
  private static let give = Message(
    "请以环境变量 CADRE_IDENTITY_KEY_FILE（密钥文件）或 CADRE_IDENTITY_KEY_COMMAND（输出密钥的命令）给出密钥，尚无密钥则先以 cadre keys new --out 文件 生成",
    """
    give it by CADRE_IDENTITY_KEY_FILE (a file) or CADRE_IDENTITY_KEY_COMMAND (a command that prints it); if there is none yet, \
    make one by cadre keys new --out FILE
    """)

  public static let missing = Message(
    "公民身份号码加密保存，这里没有密钥：\(give.chinese)", "identity numbers are stored encrypted, and there is no key: \(give.english)")

  public static let twoSources = Message(
    "CADRE_IDENTITY_KEY_FILE 和 CADRE_IDENTITY_KEY_COMMAND 都有值：只保留一个",
    "both CADRE_IDENTITY_KEY_FILE and CADRE_IDENTITY_KEY_COMMAND are set: leave one of them")

  public static func unreadable(_ path: String, _ reason: Message) -> Message {
    Message("不能读取密钥文件 \(path)：\(reason.chinese)", "cannot read the key file \(path): \(reason.english)")
  }

  public static func openToOthers(_ path: String) -> Message {
    Message(
      "密钥文件 \(path) 他人可读，不予使用：请归运行程序的用户所有，并 chmod 600",
      "the key file \(path) can be read by others and is not used: let it belong to who runs the program, and chmod 600")
  }

  private static let form = Message(
    "密钥是 32 个随机字节，写作 base64（44 个字符）或十六进制（64 个字符），由 cadre keys new 生成",
    "a key is 32 random bytes in base64 (44 characters) or hexadecimal digits (64), as cadre keys new makes it")

  public static func notAKey(_ path: String) -> Message {
    Message("文件 \(path) 里不是密钥：\(form.chinese)", "there is no key in the file \(path): \(form.english)")
  }

  /// - Parameter status: how the command ended; nil where what it printed is no key.
  public static func command(status: Int32?) -> Message {
    guard let status else {
      return Message(
        "CADRE_IDENTITY_KEY_COMMAND 的输出不是密钥：\(form.chinese)", "CADRE_IDENTITY_KEY_COMMAND prints no key: \(form.english)")
    }
    return Message(
      "CADRE_IDENTITY_KEY_COMMAND 失败（退出码 \(status)）：请单独运行该命令检查",
      "CADRE_IDENTITY_KEY_COMMAND failed (exit status \(status)): run it by itself to see why")
  }

  public static func isThere(_ path: String) -> Message {
    Message(
      "\(path) 已经存在，密钥不覆盖任何文件：请另选文件名", "\(path) is there already, and a key replaces no file: choose another name")
  }

  public static func notWritten(_ path: String, _ reason: Message) -> Message {
    Message("不能写密钥文件 \(path)：\(reason.chinese)", "cannot write the key file \(path): \(reason.english)")
  }

  public static func otherKey(_ city: CityName, inUse: String, given: String) -> Message {
    Message(
      "\(city.chinese)的公民身份号码以密钥 \(inUse) 加密，给出的是 \(given)：请给出原来的密钥；要更换密钥，用 cadre keys rotate",
      """
      the identity numbers of \(city.english) are encrypted by the key \(inUse), and the one given is \(given): give the one in use; \
      to change it, use cadre keys rotate
      """)
  }

  public static func unlikeProbe(_ city: CityName, key: String) -> Message {
    Message(
      "给出的密钥与\(city.chinese)所用的密钥 \(key) 不是同一个：请给出原来的密钥",
      "the key given is not the key \(key) of \(city.english): give the one in use")
  }

  public static func sealedByOther(key: String, given: String) -> Message {
    Message(
      "有公民身份号码以密钥 \(key) 加密，给出的是 \(given)：请给出原来的密钥",
      "an identity number is encrypted by the key \(key), and the one given is \(given): give the one in use")
  }

  public static let damaged = Message(
    "有加密的公民身份号码已被改动，不能解开：请运行 cadre doctor --deep 查找",
    "an encrypted identity number is not as it was stored and cannot be opened: look for it with cadre doctor --deep")

  public static func inTheClear(_ city: CityName) -> Message {
    Message(
      "\(city.chinese)的公民身份号码还是旧版本存下的明文：请先由有“查看完整证件号”职责的用户运行 cadre keys seal",
      """
      the identity numbers of \(city.english) are in the clear, as an earlier version stored them: have a login with the duty \
      unmasker run cadre keys seal first
      """)
  }

  public static let refused = Message(
    "加密库（OpenSSL）拒绝了加密：请检查其安装", "the library for encryption (OpenSSL) refused: look at its installation")

  // MARK: What was done

  public static func made(_ id: String, path: String) -> Message {
    Message(
      "已生成密钥 \(id)：\(path)。请另存一份备份：丢失后，以它加密的公民身份号码无法恢复",
      "made the key \(id): \(path). Keep a copy elsewhere: without it the numbers that it encrypts are lost")
  }

  public static func rotated(_ city: CityName, persons: Int, entries: Int, key: String) -> Message {
    Message(
      "\(city.chinese)：\(persons) 名人员、\(entries) 条变更留痕的公民身份号码已改以密钥 \(key) 加密",
      "\(city.english): the numbers of \(persons) persons and \(entries) entries of the journal are encrypted by the key \(key) now"
    )
  }

  public static func useFromNowOn(_ path: String) -> Message {
    Message(
      "今后请以 CADRE_IDENTITY_KEY_FILE=\(path) 给出新密钥；旧密钥仍要留着，以读取此前的备份",
      "give the new key from now on: CADRE_IDENTITY_KEY_FILE=\(path); keep the old one for backups from before")
  }

  public static let nothingToSeal = Message("没有明文的公民身份号码", "no identity number is in the clear")

  // MARK: What there is

  public static func given(_ id: String) -> Message { Message("这里的密钥：\(id)", "the key here: \(id)") }
  public static let none = Message("这里没有密钥", "there is no key here")

  /// - Parameter since: the day, as text.
  public static func status(_ city: CityName, key: String, since: String, sealed: Int) -> Message {
    Message(
      "\(city.chinese)：密钥 \(key)（\(since) 起），\(sealed) 个号码已加密",
      "\(city.english): key \(key) since \(since), \(sealed) numbers encrypted"
    )
  }

  public static func statusWithoutKey(_ city: CityName) -> Message {
    Message("\(city.chinese)：还没有密钥，也没有加密的号码", "\(city.english): no key yet, and no number encrypted")
  }

  public static func clear(_ count: Int) -> Message {
    Message("\(count) 个是明文：请运行 cadre keys seal", "\(count) in the clear: run cadre keys seal")
  }

  public static let unlikeGiven = Message("与这里的密钥不同", "not the key here")

  /// - Parameter cities: their codes.
  public static func citiesInTheClear(_ cities: [String]) -> Message {
    let codes = cities.joined(separator: ",")
    return Message(
      "\(codes) 的公民身份号码是旧版本存下的明文", "identity numbers are in the clear, as an earlier version stored them: \(codes)")
  }

  public static let sealRemedy = Message(
    "由有“查看完整证件号”职责的用户运行 cadre keys seal", "have a login with the duty unmasker run cadre keys seal")

  /// Of files whose numbers are masked.
  public static let maskedByDefault = Message(
    "公民身份号码以星号遮盖：这样的文件不能按号码匹配人员；要写出完整号码，请加 --unmask",
    "identity numbers are masked: persons cannot be matched by such files; add --unmask to have the numbers in full")
}
