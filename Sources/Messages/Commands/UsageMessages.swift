public import CadreModel

/// The frame of every help page.
public enum HelpMessages {
  public static let usage = Message("用法：", "Usage: ")
  public static let commands = Message("命令：", "Commands:")
  public static let arguments = Message("参数：", "Arguments:")
  public static let options = Message("选项：", "Options:")
  /// Stand for options and commands in a usage line.
  public static let anyOptions = Message("[选项]", "[options]")
  public static let anyCommand = Message("<命令>", "<command>")
  public static let version = Message("显示程序版本。", "Show the program's version.")
  public static let help = Message("显示本说明。", "Show this help.")
  public static let language = Message(
    "显示的语言：zh 中文（默认），en 英文。", "The language of messages and headings: zh (default) or en.")

  public static func more(_ command: String) -> Message {
    Message("各命令的说明：\(command) <命令> --help", "More on each: \(command) <command> --help")
  }

  public static func values(_ values: [String]) -> Message {
    Message("可选：\(values.list.chinese)", "values: \(values.list.english)")
  }

  public static func standard(_ value: String) -> Message {
    Message("默认：\(value)", "default: \(value)")
  }

  /// Behind an explanation.
  public static func notes(_ notes: String) -> Message {
    Message("（\(notes)）", " (\(notes))")
  }
}

/// What is wrong with a command line. `command` and `option` stand as they are typed: `cadre db`, `--city <城市>`.
public enum UsageMessages {
  public static func usage(_ usage: String) -> Message {
    Message("用法：\(usage)", "Usage: \(usage)")
  }

  public static func help(_ command: String) -> Message {
    Message("说明：\(command)", "Help:  \(command)")
  }

  public static func unknownCommand(_ typed: String, known: [String]) -> Message {
    Message(
      "没有命令“\(typed)”；可用的有：\(known.list.chinese)", "no command '\(typed)'; there are \(known.list.english)")
  }

  public static func unknownCommand(_ typed: String, nearest: String) -> Message {
    Message("没有命令“\(typed)”，是否应为 \(nearest)？", "no command '\(typed)'; did you mean \(nearest)?")
  }

  public static func unknownOption(_ option: String, of command: String) -> Message {
    Message("\(command) 没有选项 \(option)", "\(command) has no option \(option)")
  }

  public static func unknownOption(_ option: String, of command: String, nearest: String) -> Message {
    Message(
      "\(command) 没有选项 \(option)，是否应为 \(nearest)？",
      "\(command) has no option \(option); did you mean \(nearest)?")
  }

  public static func missingValue(_ option: String, meaning: String) -> Message {
    Message("\(option) 缺少值：\(meaning)", "\(option) lacks its value: \(meaning)")
  }

  public static func missing(_ options: [String]) -> Message {
    Message("缺少 \(options.list.chinese)", "missing: \(options.list.english)")
  }

  public static func repeated(_ option: String) -> Message {
    Message("\(option) 只能给出一次", "\(option) can be given only once")
  }

  public static func noValueTaken(_ option: String, value: String) -> Message {
    Message("\(option) 后面不带值，却写了“\(value)”", "\(option) takes no value, but '\(value)' was given")
  }

  public static func leftOver(_ values: [String]) -> Message {
    let all = values.map(quoted).joined(by: Punctuation.listSeparator)
    return Message("多出的内容：\(all.chinese)", "more than expected: \(all.english)")
  }

  /// - Parameter right: what would be right.
  public static func wrongValue(_ value: String, right: String) -> Message {
    let quoted = quoted(value)
    return Message("\(quoted.chinese)：\(right)", "\(quoted.english): \(right)")
  }

  /// - Parameter right: what would be right.
  public static func wrongValue(_ value: String, of option: String, right: String) -> Message {
    let wrong = wrongValue(value, right: right)
    return Message("\(option) 不能是\(wrong.chinese)", "\(option) cannot be \(wrong.english)")
  }

  public static func unknownLanguage(_ value: String) -> Message {
    Message(
      "--lang 不能是“\(value)”：可选 zh（中文）、en（英文）", "--lang cannot be '\(value)': zh (Chinese) or en (English)")
  }

  public static let languageMissing = Message(
    "--lang 缺少值：可选 zh（中文）、en（英文）", "--lang lacks its value: zh (Chinese) or en (English)")

  public static func values(_ values: [String]) -> Message {
    Message("可选 \(values.list.chinese)", "values are \(values.list.english)")
  }

  private static func quoted(_ text: String) -> Message {
    Message("“\(text)”", "'\(text)'")
  }
}
