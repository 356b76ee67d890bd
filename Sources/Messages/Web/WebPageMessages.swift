public import CadreModel

/// What stands around every page of the dashboard, and in all its tables.
public enum WebPageMessages {
  public static let product = Message("干部政策执行台账", "Cadre policies")
  public static let skip = Message("跳到正文", "Skip to the content")
  public static let menu = Message("栏目", "Sections")
  public static let path = Message("位置", "Where you are")
  /// The page in the other language.
  public static let otherLanguage = Message("英文 English", "Chinese")
  public static let account = Message("我的账号", "My account")

  // MARK: Sections

  public static let province = Message("各市总览", "Overview")
  public static let comparison = Message("同项对照", "Comparison")
  public static let publications = Message("已发布", "Publications")
  public static let catalogue = Message("条款目录", "Catalogue")
  public static let access = Message("授权", "Access")
  public static let audit = Message("留痕", "Log")
  public static let city = Message("概况", "Summary")
  public static let units = Message("单位", "Units")
  public static let exceptions = Message("需处理事项", "To be seen to")
  public static let workList = Message("督办", "Work list")
  public static let calendar = Message("到期", "Due")
  public static let tiers = Message("分档", "Tiers")
  public static let changes = Message("变化", "What flipped")
  public static let quality = Message("数据质量", "Data quality")
  public static let deliveries = Message("报送", "Deliveries")

  // MARK: When and what

  public static func judged(asOf: Day) -> Message { Message("评估截至 \(asOf)", "Judged as of \(asOf)") }

  public static func dataUpTo(_ newest: Day?) -> Message {
    Message("数据最新至 \(newest?.description ?? "（无）")", "data up to \(newest?.description ?? "(none)")")
  }

  public static func run(_ reference: String) -> Message { Message("评估批次 \(reference.prefix(8))", "run \(reference.prefix(8))") }

  /// An import that came in after the run's.
  public static let newerData = Message("此后又有新的报送，数字尚未重新评估", "data has come in since: the figures do not count it yet")
  public static let newerRun = Message("有更新的评估", "there is a newer judging")
  public static let date = Message("评估日期", "As-of date")
  public static let show = Message("查看", "Show")
  public static let latest = Message("看最新", "Show the latest")

  // MARK: Tables

  public static let table = Message("表格", "Table")
  public static let share = Message("分布", "Share")
  public static let noRows = Message("没有记录。", "Nothing.")
  public static let firstPage = Message("⇤ 第一页", "⇤ First page")
  public static let nextPage = Message("下一页 →", "Next page →")

  public static func rows(_ count: Int) -> Message { Message("共 \(count) 行", count == 1 ? "1 row" : "\(count) rows") }

  public static func rowsOf(_ count: Int, total: Int) -> Message {
    Message("本页 \(count) 行，共 \(total) 行；下载为全部", "\(count) of \(total) rows; files hold them all")
  }

  // MARK: Problems

  public static let notFound = Message("没有这个页面", "There is no such page")
  public static let notFoundText = Message(
    "地址有误，或您的账号无权查看。请从首页进入；需要权限的，请联系授权管理员。",
    "The address is wrong, or your account may not see it. Begin at the first page; for rights ask whoever administers access.")
  public static let replaced = Message("该次评估的结果已被后来的评估取代", "Later results have taken the place of these")
  public static let replacedText = Message(
    "同一日期后来又重新评估过，原结果不再保存。", "The same date has been judged again since, and these results are no longer stored.")
  public static let toLater = Message("查看取代它的评估", "Show what took their place")
  public static let notJudged = Message("该日期尚未评估", "Not judged on that date")
  public static let notJudgedText = Message(
    "请有评估职责的人员先运行 cadre evaluate；已评估的日期可在上方选择。",
    "Somebody with the evaluator's duty has to run cadre evaluate first; dates that were judged can be chosen above.")
  public static let noCity = Message("您的账号没有可查看的城市", "Your account sees no city")
  public static let busy = Message("系统繁忙，请稍后再试", "The system is busy: please try again in a moment")
  public static let failed = Message("系统出错，请稍后再试", "Something went wrong: please try again later")

  /// For who looks after the program: the request's number, by which its log finds it.
  public static func failedText(_ request: String) -> Message {
    Message("请把编号 \(request) 告诉系统管理员。", "Please tell the administrator this number: \(request).")
  }

  public static let toHome = Message("回首页", "To the first page")
}
