public import CadreModel

/// What the dashboard's pages of tiers, work, due dates, changes, quality, deliveries, publications, the catalogue and the log say.
public enum ListPageMessages {
  // MARK: Tiers

  public static let tiersReading = Message(
    "各分类指标中每一类的数目，与上年同日相比。", "How many are of each class, beside the same day of last year.")
  public static let noTiers = Message("本政策没有分类指标。", "This policy sorts nobody into classes.")

  // MARK: Calendar

  public static let months = Message("逐月", "Month by month")
  public static let days = Message("逐日", "Day by day")
  public static let file = Message("日历文件（.ics）", "Calendar file (.ics)")
  public static let ahead = Message("向后天数", "Days ahead")
  public static func span(_ from: Day, _ last: Day) -> Message { Message("\(from) 之后至 \(last)", "after \(from), up to \(last)") }

  // MARK: Work

  public static let groups = Message("按责任汇总", "By who is to see to it")
  public static let items = Message("督办事项", "Items")
  public static let byUnit = Message("按单位", "By unit")
  public static let byHead = Message("按负责人", "By head")
  public static let byIndicator = Message("按事项", "By duty")
  public static let itemCount = Message("督办事项数", "Items")
  public static let falls = Message("将到期", "Falls due")
  public static let missing = Message("还需做什么", "What is missing")
  public static let since = Message("自何时", "Since")
  public static let post = Message("职务", "Post")
  public static let urgency = Message("类别", "Why it is listed")
  public static let chooseGroup = Message("选一行看其全部事项。", "Choose a row to see its items.")

  // MARK: Changes

  public static let against = Message("与哪次评估相比", "Compared with")
  public static let changed = Message("结论改变的结果", "Results that stand otherwise")
  public static let before = Message("此前", "Before")
  public static let after = Message("现在", "Now")
  public static let noEarlier = Message("没有可比的较早评估。", "There is no earlier judging to compare with.")
  public static let byIndicatorChanged = Message("逐项变化", "Changes by indicator")
  public static let flips = Message("改变数", "Changes")
  public static let appeared = Message("新出现", "new")
  public static let gone = Message("不再评估", "no longer judged")
  public static func firstOfEach(_ count: Int) -> Message {
    Message("每项指标列前 \(count) 条；下载为全部。", "The first \(count) of each indicator; files hold them all.")
  }

  public static let changesReading = Message(
    "同一对象、同一时期在两次评估中的状态。原因分析见 cadre changes。",
    "The same subject and period in both judgings. For the causes see cadre changes.")

  // MARK: Quality

  public static let kinds = Message("存疑之处", "What is doubtful")
  public static let kind = Message("种类", "Kind")
  public static let effect = Message("影响", "Effect")
  public static let found = Message("数目", "Count")
  public static let readBy = Message("涉及指标", "Indicators that read it")
  public static let freshness = Message("各表新旧", "How fresh each table is")
  public static let table = Message("表", "Table")
  public static let rows = Message("行数", "Rows")

  // MARK: Deliveries

  public static let number = Message("序号", "No.")
  public static let on = Message("时间", "On")
  public static let by = Message("报送人", "By")
  public static let inserted = Message("新增", "New")
  public static let updated = Message("更正", "Changed")
  public static let unchanged = Message("未变", "Unchanged")
  public static let rejected = Message("退回", "Rejected")
  public static let withdrawn = Message("撤销", "Withdrawn")
  public static let undoes = Message("撤销了第几次", "Undoes")
  public static let files = Message("文件", "Files")
  public static let fileName = Message("文件名", "File")
  public static let bytes = Message("字节", "Bytes")
  public static let digest = Message("摘要（SHA-256）", "SHA-256")
  public static let difference = Message("逐格差异", "What it changed, cell by cell")
  public static let column = Message("列", "Column")
  public static let old = Message("原值", "Old")
  public static let new = Message("新值", "New")
  public static let change = Message("变化", "Change")
  public static func delivery(_ number: Int) -> Message { Message("第 \(number) 次报送", "Import \(number)") }

  // MARK: Comparison

  public static let comparisonReading = Message(
    "同一要求下各市按各自政策的执行情况；只列已评估的城市。判定不足 10 的不排名次。",
    "How cities meet one duty, each under its own policy; only those that were judged. Fewer than 10 verdicts have no rank.")
  public static let rank = Message("名次", "Rank")
  public static let clauses = Message("条款", "Articles")
  public static let notAsked = Message("本市政策无此要求", "not asked for")

  // MARK: Publications

  public static let title = Message("标题", "Title")
  public static let sealedOn = Message("发布时间", "Sealed on")
  public static let seal = Message("封存摘要", "Seal")
  public static let previous = Message("前一发布的摘要", "Seal before")
  public static let path = Message("路径", "Path")
  public static let sealText = Message("封存文本", "Seal text")
  public static let verified = Message("核验", "Verified")
  public static let right = Message("一致", "right")
  public static let wrong = Message("不一致", "not as published")
  public static func publication(_ number: Int) -> Message { Message("第 \(number) 号发布", "Publication \(number)") }
  public static let noPublications = Message("尚无您可查看的发布。", "No publication that you may see.")

  // MARK: Catalogue

  public static let searchCatalogue = Message("条款、指标、要求", "Article, indicator or words")
  public static let search = Message("查找", "Search")
  public static let policy = Message("政策", "Policy")
  public static let domain = Message("领域", "Field")
  public static let subjectKind = Message("对象类型", "Kind of subject")
  public static let tables = Message("所用的表", "Tables that it reads")

  // MARK: Access and log

  public static let login = Message("用户", "Login")
  public static let duties = Message("职责", "Duties")
  public static let cities = Message("城市", "Cities")
  public static let entry = Message("序号", "No.")
  public static let who = Message("何人", "Who")
  public static let command = Message("操作", "What")
  public static let about = Message("涉及", "About")
  public static let accessReading = Message(
    "授予和收回职责、城市用 cadre access；账号用 cadre user。", "Duties and cities are given and taken by cadre access, accounts by cadre user.")
}
