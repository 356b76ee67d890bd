public import CadreModel

/// What the page for a meeting says: its sections, columns and where each number comes from.
public enum BriefMessages {
  public static let title = Message("政策执行情况简报", "Brief on how the policies are met")
  public static let sources = Message("数据来源", "Where the numbers come from")

  // MARK: Sections

  public static let freshness = Message("一、数据与总体情况", "1. Data and overall figures")
  public static let shortfalls = Message("二、未达标人数最多的事项", "2. Duties that most persons fall short of")
  public static let worse = Message("三、同比下降最多的事项", "3. What got worse since last year")
  public static let dueThisMonth = Message("四、本月到期", "4. Due this month")
  public static let dueNextMonth = Message("五、下月到期", "5. Due next month")
  public static let units = Message("六、待办最多的单位", "6. Units with the most open items")
  public static let nothing = Message("无", "none")

  // MARK: Columns

  public static let newest = Message("数据最新至", "Data up to")
  public static let lastImport = Message("最近报送", "Last handed in")
  public static let change = Message("同比（百分点）", "Change (points)")
  public static let unmet = Message("未达标", "Unmet")
  public static let atRisk = Message("临期", "At risk")
  public static let missingTables = Message("未报送的表", "Tables missing")
  public static let duty = Message("事项", "Duty")
  public static let clause = Message("条款", "Article")
  public static let persons = Message("未达标人数", "Persons")
  public static let count = Message("项数", "Count")
  public static let inUnits = Message("涉及单位", "Units")
  public static let head = Message("负责人", "Head")

  // MARK: Columns of the file

  public static let sectionColumn = Message("部分", "section")
  public static let name = Message("名称", "name")
  public static let measure = Message("数据项", "measure")
  public static let value = Message("数值", "value")
  public static let sourceNumber = Message("来源序号", "source")
  public static let source = Message("来源", "source_text")

  // MARK: Where numbers come from

  /// A run under a short name, `R1`, for the lines below it.
  public static func run(_ short: String, city: City, asOf: Day, reference: String, watermark: String) -> Message {
    Message(
      "\(short)：\(city.nameChinese)，评估截至 \(asOf)，评估批次 \(reference)，数据版本 \(watermark)",
      "\(short): \(city.nameEnglish) as of \(asOf), run \(reference), data version \(watermark)")
  }

  public static func imports(_ run: String) -> Message {
    Message("报送登记（imports、import_files），\(run) 的数据版本", "the register of imports (imports, import_files) at \(run)'s data version")
  }

  public static func totals(_ run: String) -> Message {
    Message(
      "\(run) 各项指标计数之和（summary.csv）；达标率＝达标÷（达标＋未达标）",
      "sums of \(run)'s counts by indicator (summary.csv); rate = met / (met + unmet)")
  }

  public static func changeOfTotals(_ run: String, before: String) -> Message {
    Message("\(run) 与 \(before) 各项指标合计达标率之差", "difference of the rates of all duties together, \(run) less \(before)")
  }

  public static func personsOf(_ indicator: String, run: String) -> Message {
    Message(
      "\(run) 指标 \(indicator)：未达标结果所涉不同人员数；达标率同一批次",
      "\(run), \(indicator): different persons among its unmet results; rate of the same run")
  }

  public static func changeOf(_ indicator: String, run: String, before: String) -> Message {
    Message(
      "指标 \(indicator)：\(run) 达标率与 \(before) 之差；未达标数为 \(run)",
      "\(indicator): rate of \(run) less that of \(before); unmet as of \(run)")
  }

  public static func dueOf(_ indicator: String, run: String, from: Day, to: Day) -> Message {
    Message(
      "\(run) 指标 \(indicator)：尚未完成、期限在 \(from) 至 \(to) 的结果（calendar.csv）",
      "\(run), \(indicator): results not done yet that fall due from \(from) to \(to) (calendar.csv)")
  }

  public static func openOf(_ unit: String, run: String) -> Message {
    Message(
      "\(run) 责任单位 \(unit)：未达标、临期预警的结果数（worklist.csv）", "\(run), unit \(unit): results that are unmet or at risk (worklist.csv)")
  }

  /// How it is to be read.
  public static let reading = Message(
    "正面右上角的小号数字为来源序号。同比指上一年同月同日；判定数不足 10 的事项不列入下降。缺少报送表的指标不计比率。",
    "Small numbers on the front name the lines here. Last year means the same day of last year; duties with fewer than ten verdicts are "
      + "not among what got worse. Indicators of tables that were never handed in have no rate.")

  public static func more(_ cities: Int) -> Message {
    Message("另有 \(cities) 个城市未列，见 cadre report overview", "\(cities) more cities: see cadre report overview")
  }
}
