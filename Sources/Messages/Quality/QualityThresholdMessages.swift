public import CadreModel

/// What the bounds of the data-quality checks mean, and why they are as they are.
public enum QualityThresholdMessages {
  public static let monthsLookedAt = Message("月度系列：查看最近几个月", "monthly series: latest months looked at")
  public static let aYearOfMonths = Message("一个考核年度", "the year that is assessed")
  public static let monthsOfARegularSeries = Message("其中至少有几个月有记录才算按月报送", "of these, months with a record that make it monthly")
  public static let tenOfTwelve = Message(
    "十二个月报了十个月，缺的是漏报；再少就不是按月报送", "ten of twelve: what lacks was left out; fewer is another rhythm")
  public static let quartersLookedAt = Message("季度系列：查看最近几个季度", "quarterly series: latest quarters looked at")
  public static let twoYearsOfQuarters = Message("两年，少于此看不出规律", "two years: fewer show no rhythm")
  public static let quartersOfARegularSeries = Message(
    "其中至少有几个季度有记录才算按季报送", "of these, quarters with a record that make it quarterly")
  public static let likeTenOfTwelve = Message("与十二分之十同一比例（六分之五上下）", "the same share as ten of twelve, about five in six")
  public static let halvesLookedAt = Message("半年系列：查看最近几个半年", "half-yearly series: latest half-years looked at")
  public static let threeYearsOfHalves = Message("三年，少于此看不出规律", "three years: fewer show no rhythm")
  public static let halvesOfARegularSeries = Message(
    "其中至少有几个半年有记录才算按半年报送", "of these, half-years with a record that make it half-yearly")
  public static let yearsLookedAt = Message("年度系列：查看最近几年", "yearly series: latest years looked at")
  public static let aTermOfYears = Message("一届任期", "a term of office")
  public static let yearsOfARegularSeries = Message("其中至少有几年有记录才算按年报送", "of these, years with a record that make it yearly")

  public static let extremeShare = Message(
    "离群：不低于全部记录的千分之几分位", "outliers: at or above this quantile of all records, in thousandths")
  public static let farFromOthers = Message(
    "只看千里挑一的记录；须同时超过下列界限才提示", "one record in a thousand; told of only beyond the bounds below as well")
  public static let teachingHoursADay = Message("面授班次一天最多学时", "most hours of a class a day")
  public static let aTeachingDay = Message("上下午各四课时", "four lessons in the morning, four in the afternoon")
  public static let hoursWithoutClass = Message("没有班次的一条记录最多学时", "most hours of one record without a class")
  public static let moreThanAYearAsks = Message(
    "条例要求一年 90 学时，一条记录不应超过全年", "the national rule asks for 90 hours a year: one record is no whole year")
  public static let daysOfARecord = Message("一条培训记录最多天数", "most days of one training record")
  public static let longestClasses = Message("最长的中青年干部班约四个月", "the longest classes, of young cadres, last some four months")
  public static let youngest = Message("在职人员最小年龄", "least age at work")
  public static let civilServantsLaw = Message("公务员法第十三条：年满十八周岁", "Civil Servants Law, article 13: eighteen years")
  public static let oldest = Message("在职人员最大年龄", "greatest age at work")
  public static let afterEveryRetirement = Message("各级退休年龄之后", "after the retirement age of every rank")
  public static let leaveDays = Message("一年年休假最多天数", "most days of annual leave a year")
  public static let twiceTheStatutoryLeave = Message("法定最多 15 天的两倍", "twice the 15 days that the law gives at most")

  public static let onlineHoursADay = Message("网络学习一天最多学时", "most online hours a day")
  public static let besideWork = Message("再多就不是一个人学出来的", "nobody learns for longer")
  public static let burstBegins = Message("年末突击：12 月几日起", "burst at the year's end: from this day of December")
  public static let sevenDays = Message("12 月最后七天", "the last seven days of December")
  public static let burstShare = Message(
    "年末突击：占全年网络学时的百分之几以上", "burst at the year's end: at least this percentage of the year's online hours")
  public static let halfInAFiftieth = Message(
    "全年五十分之一的时间完成一半以上", "half or more in a fiftieth of the year")
  public static let burstHours = Message("年末突击：至少学时", "burst at the year's end: at least so many hours")
  public static let fewHoursAreNoBurst = Message("学时很少时比例没有意义", "with few hours the share says nothing")

  public static let rhythmMonths = Message(
    "新鲜度：按最近几个月的记录推算报送节奏", "freshness: the latest months that a table's rhythm is told from")
  public static let twoRounds = Message("年度报送的表也至少有两轮", "two rounds even of what comes yearly")
  public static let graceMonths = Message("新鲜度：比通常节奏再宽限几个月", "freshness: months of grace beyond the usual rhythm")
  public static let reportsTakeTime = Message("收集和报送需要时间", "collecting and handing in take time")
}
