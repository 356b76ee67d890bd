import CadreModel

/// The years for which the working calendar knows its holidays.
struct CalendarCoverage: Hashable, Sendable {
  /// In order.
  let years: [Int]
  let thisYear: Int

  init(years: [Int], thisYear: Int) {
    self.years = years.sorted()
    self.thisYear = thisYear
  }

  /// Years between the first and the last, or up to this one, of which nothing is known.
  var gaps: [Int] {
    guard let first = years.first, let last = years.last, first <= max(last, thisYear) else { return [] }
    let known = Set(years)
    return (first...max(last, thisYear)).filter { !known.contains($0) }
  }

  var finding: DoctorFinding {
    guard let first = years.first, let last = years.last else {
      return .failed(
        .calendar, Label("没有任何节假日", "no holidays at all"),
        Label("请运行 cadre migrate，写入自带的日历", "run cadre migrate, which stores the calendar that comes with cadre"))
    }
    let range = "\(first)–\(last)"
    if !gaps.isEmpty {
      let missing = gaps.map(String.init).joined(separator: ", ")
      return .failed(
        .calendar,
        Label(
          "已有 \(range)，缺 \(missing) 年：落在该年的工作日期限和节假日条款无法判定，结果为缺数据",
          "\(range) without \(missing): what is due in working days there, or asks for its holidays, is no_data"),
        Self.remedy)
    }
    if last <= thisYear {
      return .warning(
        .calendar,
        Label(
          "已有 \(range)，尚无 \(thisYear + 1) 年：跨入该年的工作日期限无法判定，结果为缺数据",
          "\(range), not yet \(thisYear + 1): deadlines in working days that run into it are no_data"),
        Self.remedy)
    }
    return .ok(.calendar, Label("已有 \(range)", range))
  }

  private static let remedy = Label(
    "在 calendar/workdays.csv 中补上该年的放假与调休，再运行 cadre migrate --config 目录",
    "add that year's holidays and make-up days to calendar/workdays.csv, then run cadre migrate --config DIR")
}
