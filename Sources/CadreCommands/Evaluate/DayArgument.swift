import ArgumentParser
import CadreModel
import Glibc
import Intake

/// `--as-of DATE`.
struct AsOfOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      Label(
        "评估截至哪一日（含当日）：2025-06-30、2025/6/30、2025年6月30日、今天。",
        "The date to judge at, the end of that day: 2025-06-30, 2025/6/30, today."),
      value: .date),
    transform: Day.init(argument:))
  var day: Day

  init() {}
}

extension Day {
  /// A date in any form in which deliveries give them, or `today`.
  init(argument: String) throws {
    if ["today", "今天", "今日"].contains(argument.lowercased()) {
      self = .today
      return
    }
    do {
      try self.init(written: argument)
    } catch {
      throw DayArgumentError(problem: error)
    }
  }

  /// The day it is where the program runs.
  static var today: Day {
    var now = time(nil)
    var parts = unsafe tm()
    unsafe localtime_r(&now, &parts)
    return unsafe Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(number: 0)
  }
}

/// A date on the command line that cannot be read.
struct DayArgumentError: MessageProviding, Hashable {
  let problem: WrittenDayError

  func message(in language: Language) -> String {
    switch problem {
    case .malformed:
      language(
        zh: "看不懂这个日期，请写 2025-12-31、2025/12/31、20251231、2025年12月31日 或 今天",
        en: "no date; write 2025-12-31, 2025/12/31, 20251231 or today")
    case .impossible: language(zh: "日历上没有这一天", en: "there is no such day")
    case .outOfRange: language(zh: "年份应在 1900 至 2100 之间", en: "years are from 1900 to 2100")
    }
  }
}
