import ArgumentParser
import CadreModel
import Glibc
import Intake
import Messages

/// `--as-of DATE`.
struct AsOfOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(OptionHelp.asOf, value: ValueNames.date),
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
    let message =
      switch problem {
      case .malformed: DayMessages.malformed
      case .impossible: DayMessages.impossible
      case .outOfRange: DayMessages.outOfRange
      }
    return message.text(in: language)
  }
}
