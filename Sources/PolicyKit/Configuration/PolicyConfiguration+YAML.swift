import CadreModel
import Yams

extension PolicyConfiguration {
  /// Reads a policy file.
  ///
  /// - Parameters:
  ///   - file: its name, for messages.
  ///   - text: its content.
  /// - Throws: `ConfigurationError` with file and line for anything missing, unknown, of the wrong form, and for
  ///   dated values that leave a gap, overlap, or begin after the policy does.
  public init(file: String, text: String) throws(ConfigurationError) {
    let reader = YAMLReader(file: file)
    let map = try reader.mapping(
      try reader.root(of: text),
      allowed: [
        "policy", "title_zh", "title_en", "name_zh", "name_en", "effective_on", "effective_basis", "terms_basis", "terms",
        "village_terms", "parameters",
      ])
    policy = try map.text("policy")
    policyLine = try map.node("policy").mark?.line
    title = Label(try map.text("title_zh"), try map.text("title_en"))
    name = Label(try map.text("name_zh"), try map.text("name_en"))
    effectiveOn = try map.day("effective_on")
    effectiveBasis = try map.basis("effective_basis")
    termsBasis = try map.basis("terms_basis")
    terms = try reader.terms(try map.node("terms"))
    villageTerms = if let node = map.found["village_terms"] { try reader.terms(node) } else { [] }
    parameters = try reader.parameters(try map.node("parameters"), effectiveOn: effectiveOn)
    parameterLines = ParameterLines(
      heading: map.line(of: "parameters"), entries: try reader.lines(of: try map.node("parameters")))
  }
}

extension YAMLReader {
  /// The tree of a file's text.
  func root(of text: String) throws(ConfigurationError) -> Node {
    let root: Node?
    do {
      // The YAML library's basic rules: its default ones try every scalar as a number, a date and so on, which is slow.
      root = try compose(yaml: text, .basic)
    } catch {
      throw ConfigurationError(file: file, unreadable: error)
    }
    guard let root else { throw ConfigurationError(file: file, line: 1, "文件是空的", "the file is empty") }
    return root
  }
}

extension ConfigurationError {
  /// What the YAML library says, with the line where it says one.
  fileprivate init(file: String, unreadable error: any Error) {
    switch error as? YamlError {
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
      self.init(file: file, line: context.mark.line, "\(names) 出现了两次", "\(names) stands twice")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, "不符合 YAML 格式（\(problem)）", "not readable as YAML: \(problem)")
    default:
      self.init(file: file, line: nil, "不符合 YAML 格式，也可能不是 UTF-8 编码", "not readable as YAML, or not in UTF-8")
    }
  }
}

extension YAMLReader {
  fileprivate func terms(_ node: Node) throws(ConfigurationError) -> [Period] {
    var terms: [Period] = []
    for item in try sequence(node) {
      let map = try mapping(item, allowed: ["from", "to"])
      let (from, to) = (try map.day("from"), try map.day("to"))
      guard from <= to else {
        throw error(
          item, "任期的止日（\(to)）早于起日（\(from)）", "the term ends (\(to)) before it begins (\(from))")
      }
      if let last = terms.last, last.ends.adding(days: 1) != from {
        let expected = last.ends.adding(days: 1)
        throw error(
          item, "任期自 \(from) 起；紧接上一任期应为 \(expected)",
          "the term begins on \(from); right after the one before it would be \(expected)")
      }
      terms.append(Period(name: "\(from.year)-\(to.year)", starts: from, ends: to))
    }
    return terms
  }

  fileprivate func parameters(_ node: Node, effectiveOn: Day) throws(ConfigurationError) -> [PolicyParameter] {
    var parameters: [PolicyParameter] = []
    for (key, value) in try entries(node) {
      let name = try text(key)
      guard !parameters.contains(where: { $0.name == name }) else {
        throw error(key, "参数“\(name)”出现了两次", "parameter '\(name)' stands twice")
      }
      let map = try mapping(value, allowed: ["title_zh", "title_en", "unit", "clause", "basis", "values"])
      parameters.append(
        PolicyParameter(
          name: name, title: Label(try map.text("title_zh"), try map.text("title_en")), unit: try map.text("unit"),
          clause: try map.text("clause"), basis: try map.basis("basis"),
          values: try datedValues(try map.node("values"), of: name, effectiveOn: effectiveOn)))
    }
    return parameters
  }

  private func datedValues(
    _ node: Node, of name: String, effectiveOn: Day
  ) throws(ConfigurationError) -> [DatedValue] {
    var values: [DatedValue] = []
    var openFrom: Day? = nil
    var isOpen = true
    for item in try sequence(node) {
      let map = try mapping(item, allowed: ["valid_from", "valid_to", "value"])
      let from = try map.day("valid_from")
      if values.isEmpty {
        guard from <= effectiveOn else {
          throw error(
            item, "“\(name)”自政策施行日 \(effectiveOn) 至 \(from) 没有值",
            "'\(name)' has no value from \(effectiveOn), when the policy begins, to \(from)")
        }
      } else if let openFrom, from != openFrom {
        throw error(
          item, "“\(name)”各值之间有空档或重叠：此值自 \(from) 起，上一值止于 \(openFrom) 前一日",
          "'\(name)' leaves a gap or overlaps: this value begins on \(from), the one before ends the day before \(openFrom)")
      } else if let last = values.last, from <= last.validFrom {
        throw error(
          item, "“\(name)”各值重叠：此值自 \(from) 起，上一值自 \(last.validFrom) 起",
          "'\(name)' overlaps: this value begins on \(from), the one before on \(last.validFrom)")
      }
      values.append(DatedValue(validFrom: from, value: try parameterValue(try map.node("value"))))
      let to = try map.optionalDay("valid_to")
      if let to, to < from {
        throw error(
          item, "“\(name)”的 valid_to \(to) 早于 valid_from \(from)", "'\(name)': valid_to \(to) is before valid_from \(from)")
      }
      openFrom = to?.adding(days: 1)
      isOpen = to == nil
    }
    guard !values.isEmpty else { throw error(node, "“\(name)”没有值", "'\(name)' has no value") }
    guard isOpen else {
      throw error(
        node, "“\(name)”在最后一个 valid_to 之后没有值：最后一个值不要写 valid_to",
        "'\(name)' has no value after its last valid_to: leave the last one open")
    }
    return values
  }

  private func parameterValue(_ node: Node) throws(ConfigurationError) -> ParameterValue {
    if case .sequence(let items) = node {
      var codes: [String] = []
      for item in items {
        let code = try text(item)
        guard code.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }) else {
          throw error(item, "“\(code)”不是代码（a-z、0-9、_）", "'\(code)' is not a code (a-z, 0-9, _)")
        }
        codes.append(code)
      }
      return .codes(codes)
    }
    let text = try text(node)
    if let amount = Amount(text) { return .amount(amount) }
    if let day = Day(text) { return .day(day) }
    if let monthDay = MonthDay(text) { return .monthDay(monthDay) }
    throw error(
      node, "“\(text)”既不是数字（90、0.7）、日期（2025-12-31）、每年的某一天（12-31），也不是代码列表",
      "'\(text)' is neither a number (90, 0.7), a date (2025-12-31), a day of every year (12-31) nor a list of codes")
  }
}
