public import CadreModel

/// What is said of accounts: who signs in to the pages.
public enum AccountMessages {
  // MARK: Refusals

  public static func badName(_ name: String) -> Message {
    Message(
      "账户名“\(name)”不合规则：以小写字母开头，只用小写字母、数字和 . _ -，最多 40 个字符",
      "\"\(name)\" is no name of an account: it begins with a small letter, holds small letters, digits and . _ - and is at most "
        + "40 characters long")
  }

  public static func taken(_ name: String) -> Message {
    Message(
      "账户 \(name) 已经存在：要重发链接请用 cadre user reset", "there is an account \(name) already: cadre user reset gives it a new link")
  }

  public static func noSuchAccount(_ name: String) -> Message {
    Message("没有账户 \(name)：cadre user list 列出全部账户", "there is no account \(name): cadre user list lists all")
  }

  public static func twoOfficers(_ name: String) -> Message {
    Message(
      "三员分立：系统管理、安全管理、安全审计须是三个不同的账户，\(name) 不能兼任",
      "operator, access administrator and auditor are three accounts, and \(name) cannot be two of them")
  }

  public static func officerWithData(_ name: String) -> Message {
    Message(
      "系统管理、安全管理、安全审计不接触业务数据：\(name) 不能同时有业务职责、城市或单位，请另建一个账户",
      "operator, access administrator and auditor work with no data: \(name) cannot have other duties, cities or a unit, make "
        + "another account")
  }

  public static func isOfficer(_ name: String) -> Message {
    Message(
      "\(name) 担任系统管理、安全管理或安全审计，不能改作他用：请另建一个账户",
      "\(name) is an operator, access administrator or auditor, and gets no other duty: make another account")
  }

  public static func noDuty(_ name: String) -> Message {
    Message("请以 --duty 说明账户 \(name) 的职责", "say by --duty what the account \(name) may do")
  }

  public static let webIsOfLogins = Message(
    "web 是网页服务所用数据库用户的职责，不能给账户", "web is a duty of the login of the pages' server, not of accounts")

  public static func unitNeedsOneCity(_ name: String) -> Message {
    Message(
      "只看一个单位的账户（\(name)）须正好有一个城市，且只有查阅（reader）职责",
      "an account that sees one unit (\(name)) has one city, and the duty reader alone")
  }

  public static func noSuchCity(_ code: String) -> Message {
    Message("数据库里没有城市 \(code)：请先运行 cadre migrate", "the database knows no city \(code): run cadre migrate")
  }

  public static func own(_ name: String) -> Message {
    Message("不能改动自己的账户 \(name)：请由另一位安全管理员处理", "nobody changes the own account, \(name): ask another access administrator")
  }

  // MARK: Passwords and codes

  public static func short(minimum: Int) -> Message {
    Message("口令太短：至少 \(minimum) 个字符", "the password is too short: at least \(minimum) characters")
  }

  public static func long(maximum: Int) -> Message {
    Message("口令太长：最多 \(maximum) 个字符", "the password is too long: at most \(maximum) characters")
  }

  public static let easy = Message(
    "口令太好猜：不能含有账户名，不能只由两三种字符组成，也不能是本行业的词（或只在其前后加数字、符号）",
    "the password is easily guessed: it must not hold the account's name, be made of three characters, or be a word of the work "
      + "itself with digits or signs around it")
  public static let breached = Message(
    "口令在已泄露的常用口令之列（或只是在其前后加了数字、符号），最先被人试：请另选一个",
    "the password is among those that became known, or one of them with digits or signs around it, which are tried first: choose "
      + "another")
  public static let wrongPassword = Message("口令不对", "the password is not right")
  public static let wrongCode = Message(
    "动态口令不对，或已用过：请等下一个再试", "the code is not right, or was used before: wait for the next one")
  public static let wait = Message("失败次数太多，请过一会儿再试", "too many attempts in vain: try again in a while")
  public static let busy = Message("同时登录的人太多，请稍后再试", "too many are signing in at this moment: try again")
  public static let sessionEnded = Message("登录已失效，请重新登录", "the session has ended: sign in again")
  public static let linkEnded = Message(
    "链接已用过或已过期：请安全管理员以 cadre user reset 重发",
    "the link was used, or has ended: an access administrator gives another by cadre user reset")

  public static func sealedByOther(key: String) -> Message {
    Message(
      "动态口令的密钥由密钥 \(key) 密封，而这里没有它", "the secret of the codes was sealed by the key \(key), which is not here")
  }

  public static func notOfTheWeb(_ login: String) -> Message {
    Message(
      "数据库用户 \(login) 不能供网页使用：须是只有 web 职责的普通用户（create role … login；cadre access grant … --duty web）",
      "the login \(login) cannot serve the pages: it must be an ordinary login with the duty web alone (create role ... login; "
        + "cadre access grant ... --duty web)")
  }

  // MARK: What was done

  public static func added(_ name: String) -> Message {
    Message("已建立账户 \(name)", "made the account \(name)")
  }

  public static func reset(_ name: String) -> Message {
    Message(
      "已重置账户 \(name)：原口令、动态口令、恢复码和会话全部作废",
      "reset the account \(name): its password, codes, recovery codes and sessions are void")
  }

  public static func changed(_ name: String) -> Message {
    Message("已改动账户 \(name)", "changed the account \(name)")
  }

  public static func disabled(_ name: String) -> Message {
    Message("已停用账户 \(name)，其会话已全部结束", "disabled the account \(name) and ended its sessions")
  }

  public static func enabled(_ name: String) -> Message {
    Message("已恢复账户 \(name)", "enabled the account \(name) again")
  }

  /// - Parameter ends: a moment, with its zone.
  public static func link(_ link: String, ends: String) -> Message {
    Message(
      "一次性链接（\(ends) 前有效，只能用一次，请当面或以可靠方式交给本人）：\n\(link)",
      "one-time link (until \(ends), works once; hand it over in person or by a way you trust):\n\(link)")
  }

  /// Where the pages' address is not known.
  public static let linkIsPath = Message(
    "请在链接前加上网页的地址，例如 https://cadre.example:8443", "put the pages' address before it, such as https://cadre.example:8443")

  // MARK: Lists

  public static let nobody = Message("还没有账户", "there are no accounts")
  public static let active = Message("在用", "active")
  public static let invited = Message("待启用", "invited")
  public static let expired = Message("链接已过期", "link ended")
  public static let isDisabled = Message("已停用", "disabled")

  /// - Parameter cities: their codes.
  public static func line(
    _ name: String, display: String, duties: [Message], cities: [String], unit: String?, state: Message, sessions: Int
  ) -> Message {
    let names = duties.joined(by: Punctuation.listSeparator)
    let codes = cities.joined(separator: ",")
    let ofUnit = unit.map { Message("，单位 \($0)", ", unit \($0)") } ?? Message("", "")
    return Message(
      "\(name)（\(display)）：\(names.chinese)；城市 \(codes)\(ofUnit.chinese)；\(state.chinese)；会话 \(sessions)",
      "\(name) (\(display)): \(names.english); cities \(codes)\(ofUnit.english); \(state.english); sessions \(sessions)")
  }
}
