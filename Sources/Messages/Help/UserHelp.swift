public import CadreModel

/// What `cadre user --help` says, and its commands'.
public enum UserHelp {
  public static let abstract = Message("管理登录网页的账户。", "Manage the accounts that sign in to the pages.")

  public static let discussion = Message(
    """
    账户有职责、城市，可再限于一个单位及其下级；能看什么由数据库按会话核对。没有初始口令：add 和 reset 打印一次性链接，
    24 小时内有效，由本人设定口令和动态口令。每次改动都记入留痕。三员分立：系统管理、安全管理、安全审计是三个账户，不接触业务数据。
    """,
    """
    An account has duties and cities, and may be limited to one unit and those below it; what it sees the database decides, \
    session by session. Nobody is given a password: add and reset print a one-time link, which holds for 24 hours, and by which \
    its owner chooses a password and sets up codes. Each change is entered in the log. Operator, access administrator and \
    auditor are three accounts, and none of them sees cities' data.
    """)

  public static let add = Message("建立账户，打印一次性链接。", "Make an account and print its one-time link.")
  public static let addDiscussion = Message(
    "例：cadre user add wangli --display 王丽 --duty reader --city kunming",
    "Example: cadre user add wangli --display \"Wang Li\" --duty reader --city kunming")
  public static let list = Message("列出账户。", "List the accounts.")
  public static let change = Message(
    "改账户的职责、城市、单位：以所写的取代原有的。", "Give an account other duties, cities or another unit, in place of those that it has.")
  public static let disable = Message("停用账户，结束其会话。", "Disable an account and end its sessions.")
  public static let enable = Message("恢复停用的账户。", "Enable an account again.")
  public static let reset = Message(
    "作废口令、动态口令和会话，打印新的一次性链接。",
    "Void an account's password, codes and sessions, and print a new one-time link.")

  public static let account = Message("账户名。", "The account's name.")
  public static let display = Message("显示的姓名；不写则同账户名。", "The name that is shown; the account's where none is given.")
  public static let duty = Message("职责，可多次写。", "A duty; may be given several times.")
  public static let city = Message("城市，可多次写。", "A city; may be given several times.")
  public static let unit = Message(
    "只看该单位及其下级（单位编号）。", "See this unit (its id) and those below it alone.")
  public static let url = Message(
    "网页的地址，写在链接前面。", "The pages' address, put before the link.")
  public static let json = Message("以 JSON 输出。", "Print JSON.")
}
