import ArgumentParser

/// What the parser found wrong, taken out of its error.
///
/// The parser's errors are not public, and its messages are English only. What they hold is read by reflection; the
/// version of the parser is fixed in Package.swift, and tests bring about every kind.
struct ParserComplaint {
  /// The error's case: `unknownOption`, `noValue`.
  let kind: String
  /// The option concerned, as it is spelled.
  private(set) var option: String?
  /// Texts that came with it: a wrong value, what was left over.
  private(set) var texts: [String] = []
  /// Why a value was not taken, or what a command says of its own arguments.
  private(set) var cause: (any Error)?

  init?(_ error: any Error) {
    guard var complaint = Mirror(reflecting: error).descendant("parserError") else { return nil }
    // Without any argument at all the parser wraps up what it misses.
    if let missed = Mirror(reflecting: complaint).descendant("noArguments") { complaint = missed }
    guard let payload = Mirror(reflecting: complaint).children.first, let label = payload.label else {
      kind = String(describing: complaint)
      return
    }
    kind = label
    for part in Self.parts(of: payload.value) {
      if let text = part as? String {
        texts.append(text)
      } else if let error = part as? any Error {
        cause = error
      } else if let spelling = Self.spelling(part) {
        option = spelling
      }
    }
  }

  /// What a payload is made of: members of tuples and lists, what is in an optional.
  private static func parts(of value: Any) -> [Any] {
    let mirror = Mirror(reflecting: value)
    return switch mirror.displayStyle {
    case .tuple, .optional, .collection: mirror.children.flatMap { parts(of: $0.value) }
    default: [value]
    }
  }

  /// `--city` of the parser's name for it.
  private static func spelling(_ value: Any) -> String? {
    guard let name = Mirror(reflecting: value).children.first else { return nil }
    let text = parts(of: name.value).first
    return switch name.label {
    case "long": (text as? String).map { "--" + $0 }
    case "short": (text as? Character).map { "-\($0)" }
    case "longWithSingleDash": (text as? String).map { "-" + $0 }
    default: nil
    }
  }
}

extension UsageError {
  /// The parser's complaint about a command's arguments, in our words.
  init(_ complaint: ParserComplaint, of path: CommandPath, arguments: [String], parserText: String) {
    self.path = path
    let description = CommandDescription(of: path.command)
    let argument = complaint.option.flatMap(description.argument(spelled:))
    let known = description.options.flatMap(\.spellings) + ["--lang", "--help"]
    // The parser may first miss what a misspelled option was to give.
    if let unknown = description.unknownOption(in: arguments) {
      problem = .unknownOption(unknown, known: known)
      return
    }
    problem =
      switch complaint.kind {
      case "unknownOption", "invalidOption", "nonAlphanumericShortOption":
        .unknownOption(complaint.option ?? complaint.texts.first ?? "", known: known)
      case "missingValueForOption":
        argument.map(Problem.missingValue) ?? .other(parserText)
      case "noValue":
        .missing(description.missing(in: arguments))
      case "unexpectedValueForOption":
        .noValueTaken(option: complaint.option ?? "", value: complaint.texts.last ?? "")
      case "unexpectedExtraValues":
        .leftOver(complaint.texts)
      case "unableToParseValue":
        .wrongValue(complaint.texts.last ?? "", argument ?? description.positionals.first, cause: complaint.cause)
      default: .other(parserText)
      }
  }
}

extension CommandDescription {
  /// What must be given and is not.
  func missing(in arguments: [String]) -> [Argument] {
    let given = given(in: arguments)
    let options = options.filter { option in
      !option.isOptional && !given.options.contains(where: option.spellings.contains)
    }
    let positionals = positionals.filter { !$0.isOptional }.dropFirst(given.values.count)
    return options + positionals
  }

  /// The first long option that the command does not have.
  func unknownOption(in arguments: [String]) -> String? {
    given(in: arguments).options.first { $0.hasPrefix("--") && argument(spelled: $0) == nil }
  }

  /// The first option that is given twice though it counts once.
  func repeated(in arguments: [String]) -> Argument? {
    let given = given(in: arguments).options
    return options.first { option in
      option.kind == .option && !option.isRepeating && given.count(where: option.spellings.contains) > 1
    }
  }

  /// The options of a command line as they are spelled there, and what is neither an option nor an option's value.
  private func given(in arguments: [String]) -> (options: [String], values: [String]) {
    var options: [String] = []
    var values: [String] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--" { return (options, values + rest) }
      guard word.hasPrefix("-"), word.count > 1 else {
        values.append(word)
        continue
      }
      let spelling = String(word.prefix { $0 != "=" })
      options.append(spelling)
      if spelling == word, argument(spelled: spelling)?.kind == .option { rest = rest.dropFirst() }
    }
    return (options, values)
  }
}
