public import CadreModel

/// What the pages of signing in and of the own account say.
public enum SignInMessages {
  public static let title = Message("登录", "Sign in")
  public static let account = Message("账户", "Account")
  public static let password = Message("口令", "Password")
  public static let next = Message("下一步", "Next")
  public static let forgotten = Message(
    "忘记口令或手机不在身边：用恢复码代替动态口令；都没有时，请安全管理员重置账户。",
    "Password forgotten, or no telephone at hand: a recovery code stands in for a code; without either, have an access administrator "
      + "reset the account.")
  public static let refused = Message("账户、口令不对，或账户已停用", "Account or password are not right, or the account is disabled")
  public static let ended = Message("登录超时或输错次数太多，请从头开始", "It took too long, or too many codes were wrong: begin anew")
  public static let stale = Message("页面已过期，请再试一次", "The page was too old: try again")

  public static func wait(seconds: Int) -> Message {
    let minutes = max(1, (seconds + 59) / 60)
    return Message("失败次数太多，请 \(minutes) 分钟后再试", "Too many attempts in vain: try again in \(minutes) min")
  }

  public static let codeTitle = Message("动态口令", "Code")
  public static let code = Message("动态口令", "Code")
  public static let codeHint = Message(
    "手机验证器上的六位数字；或恢复码", "The six digits that the authenticator shows; or a recovery code")

  // MARK: One-time link

  public static let enrolTitle = Message("启用账户", "Set up the account")

  public static func enrolling(_ name: String, account: String) -> Message {
    Message("\(name)（\(account)）：请设定口令和动态口令。", "\(name) (\(account)): choose a password and set up codes.")
  }

  public static let newPassword = Message("新口令", "New password")
  public static let again = Message("再输一次", "The same again")

  public static func rules(minimum: Int) -> Message {
    Message(
      "至少 \(minimum) 个字符，不限种类；可用一句话", "At least \(minimum) characters, of any kind; a sentence will do")
  }

  public static let scanTitle = Message("动态口令", "Codes")
  public static let scan = Message(
    "用手机验证器（微信小程序“腾讯身份验证器”、Microsoft Authenticator 等）扫描，再输入它显示的六位数字。",
    "Scan this with an authenticator on a telephone, then type the six digits that it shows.")
  public static let picture = Message("动态口令的二维码", "The secret of the codes, to be scanned")
  public static let byHand = Message("不能扫描时手工输入：", "Where it cannot be scanned, type:")
  public static let firstCode = Message("现在显示的六位数字", "The six digits shown now")
  public static let enrol = Message("启用", "Set up")
  public static let notTheSame = Message("两次输入的口令不一样", "The two passwords differ")
  public static let toSignIn = Message("去登录", "To the sign-in page")

  public static let codesTitle = Message("恢复码", "Recovery codes")
  public static let codesText = Message(
    "每个恢复码可代替动态口令用一次。请抄下或打印，妥善保存；离开本页后不再显示。",
    "Each stands in for a code, once. Write them down or print them, and keep them safe: they are not shown again.")

  // MARK: Own account

  public static let duties = Message("职责", "Duties")
  public static let cities = Message("城市", "Cities")
  public static let unit = Message("单位", "Unit")
  public static let leave = Message("退出登录", "Sign out")
  public static let sessions = Message("已登录的浏览器", "Browsers that are signed in")
  public static let began = Message("登录时间", "Signed in")
  public static let seen = Message("最近使用", "Last used")
  public static let address = Message("来源地址", "Address")
  public static let browser = Message("浏览器", "Browser")
  public static let note = Message("备注", "Note")
  public static let thisOne = Message("本浏览器", "this browser")
  public static let endOthers = Message("让其他浏览器退出", "Sign out the others")
  public static let changePassword = Message("改口令", "Change the password")
  public static let oldPassword = Message("现在的口令", "Present password")
  public static let passwordChanged = Message("口令已改，其他浏览器已退出", "The password is changed, and other browsers are signed out")
  public static let newCodes = Message("换新恢复码", "Make new recovery codes")
  public static let newCodesText = Message("换新后原有恢复码全部作废。", "The old ones are void then.")
}
