import CadreModel

/// A command line that cannot be understood: what is wrong with it, and what would be right.
struct UsageError: MessageProviding, ExitStatusProviding {
  enum Problem {
    case unknownCommand(String, known: [String])
    case unknownOption(String, known: [String])
    case missingValue(CommandDescription.Argument)
    case missing([CommandDescription.Argument])
    case repeated(CommandDescription.Argument)
    case noValueTaken(option: String, value: String)
    case leftOver([String])
    case wrongValue(String, CommandDescription.Argument?, cause: (any Error)?)
    case unknownLanguage(String?)
    /// What the parser says in its own words, for what no sentence of ours is made for.
    case other(String)
  }

  let problem: Problem
  let path: CommandPath
  var exitStatus: ExitStatus { .usage }

  func message(in language: Language) -> String {
    let usage = CommandDescription(of: path.command).usage(of: path, in: language)
    let help =
      path.command == DatabaseShell.self || !path.subcommands.isEmpty || path.commands.count > 1
      ? "\(path.name) --help" : "cadre --help"
    return [sentence(in: language)]
      .appending(language(zh: "用法：\(usage)", en: "Usage: \(usage)"))
      .appending(language(zh: "说明：\(help)", en: "Help:  \(help)"))
      .joined(separator: "\n")
  }

  private func sentence(in language: Language) -> String {
    switch problem {
    case .unknownCommand(let name, let known):
      let typed = "\(path.name) \(name)"
      guard let nearest = NearMiss.nearest(name, in: known, limit: 1).first else {
        let list = known.joined(separator: language(zh: "、", en: ", "))
        return language(zh: "没有命令“\(typed)”；可用的有：\(list)", en: "no command '\(typed)'; there are \(list)")
      }
      return language(
        zh: "没有命令“\(typed)”，是否应为 \(path.name) \(nearest)？", en: "no command '\(typed)'; did you mean \(path.name) \(nearest)?")
    case .unknownOption(let name, let known):
      guard let nearest = NearMiss.nearest(name, in: known, limit: 1).first else {
        return language(zh: "\(path.name) 没有选项 \(name)", en: "\(path.name) has no option \(name)")
      }
      return language(
        zh: "\(path.name) 没有选项 \(name)，是否应为 \(nearest)？", en: "\(path.name) has no option \(name); did you mean \(nearest)?")
    case .missingValue(let argument):
      return language(zh: "\(argument.synopsis) 缺少值：", en: "\(argument.synopsis) lacks its value: ") + meaning(argument, language)
    case .missing(let arguments):
      let list = arguments.map { "\($0.synopsis)" }.joined(separator: language(zh: "、", en: ", "))
      let meanings = arguments.map { "\n  \($0.synopsis)  " + meaning($0, language) }.joined()
      return language(zh: "缺少 \(list)", en: "missing: \(list)") + meanings
    case .repeated(let argument):
      return language(
        zh: "\(argument.spellings.last ?? "") 只能给出一次", en: "\(argument.spellings.last ?? "") can be given only once")
    case .noValueTaken(let option, let value):
      return language(zh: "\(option) 后面不带值，却写了“\(value)”", en: "\(option) takes no value, but '\(value)' was given")
    case .leftOver(let values):
      let list = values.map { language(zh: "“\($0)”", en: "'\($0)'") }.joined(separator: language(zh: "、", en: ", "))
      return language(zh: "多出的内容：\(list)", en: "more than expected: \(list)")
    case .wrongValue(let value, let argument, let cause):
      let option = argument.map { language(zh: "\($0.synopsis) 不能是", en: "\($0.synopsis) cannot be ") } ?? ""
      let right = (cause as? any MessageProviding)?.message(in: language) ?? argument.map { meaning($0, language) } ?? ""
      return option + language(zh: "“\(value)”：\(right)", en: "'\(value)': \(right)")
    case .unknownLanguage(let value?):
      return language(
        zh: "--lang 不能是“\(value)”：可选 zh（中文）、en（英文）", en: "--lang cannot be '\(value)': zh (Chinese) or en (English)")
    case .unknownLanguage(nil):
      return language(zh: "--lang 缺少值：可选 zh（中文）、en（英文）", en: "--lang lacks its value: zh (Chinese) or en (English)")
    case .other(let text): return text
    }
  }

  /// What the argument means, and what it may be.
  private func meaning(_ argument: CommandDescription.Argument, _ language: Language) -> String {
    let values = argument.allValues ?? []
    guard argument.kind == .option, !values.isEmpty else { return argument.abstract ?? "" }
    let list = values.joined(separator: language(zh: "、", en: ", "))
    return language(zh: "可选 \(list)", en: "values are \(list)")
  }
}

extension [String] {
  fileprivate func appending(_ line: String) -> [String] { self + [line] }
}
