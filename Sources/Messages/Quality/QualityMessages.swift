public import CadreModel

/// What kinds of doubtful data there are, what they do to verdicts, and what stands around them on screen and page.
public enum QualityMessages {
  // Groups.
  public static let contradictions = Message("数据互相矛盾", "Contradictions")
  public static let gaps = Message("系列中断", "Gaps in series")
  public static let duplicates = Message("重复", "Duplicates")
  public static let outliers = Message("离群值", "Outliers")
  public static let training = Message("不可能的培训学时", "Training hours that cannot be")
  public static let freshness = Message("数据新鲜度", "Freshness")

  // Kinds.
  public static let gapInMonths = Message("按月报送的系列缺月份", "months missing in a monthly series")
  public static let gapInQuarters = Message("按季报送的系列缺季度", "quarters missing in a quarterly series")
  public static let gapInHalves = Message("按半年报送的系列缺半年", "half-years missing in a half-yearly series")
  public static let gapInYears = Message("按年报送的系列缺年度", "years missing in a yearly series")
  public static let sameNameAndBirth = Message("姓名和出生日期相同的两人", "two persons of one name and birth date")
  public static let attendanceTwice = Message("同一人同一班次同一日期有两条培训记录", "one person's class on one day under two ids")
  public static let postTwice = Message("同一任职有两条记录", "one post on record twice")
  public static let hoursOutlier = Message("一条培训记录学时过多", "too many hours in one training record")
  public static let daysOutlier = Message("一条培训记录天数过多", "too many days in one training record")
  public static let ageOutlier = Message("在职人员年龄不可信", "an age at work that is not to be believed")
  public static let leaveOutlier = Message("年休假天数不可信", "days of annual leave that are not to be believed")
  public static let onlineOverDay = Message("网络学习一天学时过多", "too many online hours on one day")
  public static let onlineBurst = Message("网络学时集中在年末一周", "online hours crowded into the last week of the year")
  public static let stale = Message("表的数据久未更新", "a table without new rows for long")

  // Effects.
  public static let counts = Message("照计", "would count")
  public static let countsTwice = Message("会重复计入", "would count twice")
  public static let doesNotCount = Message("不会计入", "would not count")
  public static let decides = Message("据以判定", "decides a verdict")

  /// Of how many indicators a kind's rows are read.
  public static func indicators(_ count: Int) -> Message {
    count == 0
      ? Message("不影响任何指标", "no indicator reads it")
      : Message("影响 \(count) 项指标", count == 1 ? "read by 1 indicator" : "read by \(count) indicators")
  }

  // Headings of the file.
  public static let headings = [
    Message("类型", "kind"), Message("表", "table"), Message("编号", "key"), Message("情况", "what"), Message("自何时", "since"),
    Message("对判定的影响", "effect"), Message("受影响的指标", "indicators"),
  ]

  // The page and the screen.
  public static let pageTitle = Message("数据质量", "Data quality")
  public static let link = Message("数据质量检查", "Data quality")
  public static let nothing = Message("没有发现可疑数据。", "Nothing doubtful was found.")

  /// - Parameter file: the name of the file that holds all rows.
  public static func allRows(in file: String) -> Message {
    Message("各类只列前几条，全部见 \(file)。", "The first rows of each kind are shown; all of them are in \(file).")
  }

  public static func state(asOf: String, newest: String?) -> Message {
    Message("截至 \(asOf)，数据最新至 \(newest ?? "（无）")", "as of \(asOf), data up to \(newest ?? "(none)")")
  }

  public static func rows(_ count: Int) -> Message {
    Message("\(count) 条", "\(count)")
  }

  /// Above the page.
  public static func title(_ city: City) -> Message {
    Message("\(city.nameChinese)\(pageTitle.chinese)", "\(city.nameEnglish): \(pageTitle.english)")
  }

  /// Behind a kind: how many rows, and what they do to how many indicators.
  public static func found(_ title: Message, count: Int, effect: Message, indicators: Int) -> Message {
    [
      [title, rows(count)].joined(by: Punctuation.colon),
      [effect, self.indicators(indicators)].joined(by: Punctuation.comma),
    ].joined(by: Punctuation.semicolon)
  }

  /// A bound with its value and reason.
  public static func bound(_ title: Message, value: Int, reason: Message) -> Message {
    Message("\(title.chinese)：\(value)（\(reason.chinese)）", "\(title.english): \(value) (\(reason.english))")
  }

  /// What the stored contradictions stand for.
  public static let contradictionsAreWhole = Message(
    "矛盾取自各次导入存下的核对提示，覆盖全部已存数据；与日期有关的以最近一次导入当日为准。",
    "Contradictions are those that imports have stored, over all rows; what depends on the day is as of the last import."
  )
  public static let contradictionsAreNotWhole = Message(
    "矛盾取自各次导入存下的核对提示；本市有些数据是在程序开始存下这些提示之前导入的，其中未再变动的行没有核对过。",
    """
    Contradictions are those that imports have stored. Some data came in before the program stored any: of these, rows that \
    have not changed since were not checked.
    """
  )

  public static let kind = Message("类型", "Kind")
  public static let count = Message("条数", "Rows")
  public static let effect = Message("对判定的影响", "Effect")
  public static let readBy = Message("受影响的指标", "Indicators")
  public static let table = Message("表", "Table")
  public static let key = Message("编号", "Key")
  public static let what = Message("情况", "What")
  public static let since = Message("自何时", "Since")
  public static let newest = Message("最新记录", "Newest row")
  public static let lastImport = Message("最近导入", "Last import")
  public static let behind = Message("距评估日天数", "Days behind")
  public static let rhythm = Message("通常间隔", "Usual interval")
  public static let never = Message("从未报送", "never handed in")
  public static let thresholds = Message("界限", "Bounds")
  public static let value = Message("值", "Value")
  public static let reason = Message("理由", "Reason")

  public static func months(_ count: Int) -> Message {
    Message("\(count) 个月", count == 1 ? "1 month" : "\(count) months")
  }

  /// After the first few of a list.
  public static func andMore(_ count: Int) -> Message {
    Message("等共 \(count) 项", "and more: \(count) in all")
  }

  /// Where the files of the check are.
  public static func written(to folder: String) -> Message {
    Message("全部行和页面已写入 \(folder)", "All rows and the page are in \(folder)")
  }
}
