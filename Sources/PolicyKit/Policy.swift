public import CadreModel

/// A policy's text as clauses and indicators: what a policy module exports.
public struct PolicyText: Sendable {
  /// The policy's code: `quzhou`.
  public let code: String
  /// Articles in the order of the text.
  public let articles: [Article]

  public init(_ code: String, articles: [Article]) {
    self.code = code
    self.articles = articles
  }
}

/// One article of a policy.
public struct Article: Sendable {
  /// The clause id of the catalogue: `quzhou.a2`, `jingxian.3.1`.
  public let id: String
  public let title: Label
  /// What it asks for, in our own few words.
  public let gist: Label
  /// The questions about it that records, or units' attestations, answer. Empty for a preamble.
  public let indicators: [Indicator]

  public init(_ id: String, _ title: Label, gist: Label, indicators: [Indicator]) {
    self.id = id
    self.title = title
    self.gist = gist
    self.indicators = indicators
  }

  /// An article that asks nothing of anybody by itself: shown with its title, never judged.
  public static func preamble(_ id: String, _ title: Label, gist: Label) -> Article {
    Article(id, title, gist: gist, indicators: [])
  }

  /// An article that no record decides: judged by what the units attest.
  public static func attested(_ id: String, _ title: Label, gist: Label) -> Article {
    Article(
      id, title, gist: gist,
      indicators: [.attested(id)])
  }
}

/// One row of the catalogue: a question that records answer for each subject.
public struct Indicator: Sendable {
  /// `quzhou.a2.matters`.
  public let id: String
  public let title: Label
  public let domain: Domain
  /// What its subjects are, as results say it: `person`, `pair`, `training_record`.
  public let subjectKind: String
  /// What `observed` and `required` count.
  public let measure: MeasureUnit
  /// Whose facts a result depends on.
  public let reach: Reach
  public let rule: any Archetype
  /// What an explanation shows beside a verdict.
  public let beside: Beside?
  /// What is missing where a result is without data: tells the officer what to hand in.
  public private(set) var lacking = Label("判定所需的记录", "the record needed to judge")
  /// The names in braces of the rule's templates. Kept, because they are asked for often.
  let placeholders: [String]

  public init(
    _ id: String, title: Label, domain: Domain, subject: SubjectKind, measure: MeasureUnit, rule: any Archetype,
    beside: Beside? = nil
  ) {
    self.id = id
    self.beside = beside
    self.title = title
    self.domain = domain
    subjectKind = subject.code
    self.measure = measure
    self.rule = rule
    placeholders = Self.placeholders(of: rule)
    reach = Reach.of(rule, about: subject.code)
  }

  /// The indicator `<clause>.attested`: judged by what units attest, as no record decides it.
  public static func attested(_ clause: String, by attesting: Attestation.Attesting = .unitsThatReport) -> Indicator {
    Indicator(
      "\(clause).attested", title: Label("落实情况自查", "Attested implementation"), domain: .attestation,
      subject: .unit, measure: .none, rule: Attestation(clause: clause, by: attesting))
  }

  /// The same indicator, with a text of its own for what is missing where a result is without data.
  public func lacking(_ chinese: String, _ english: String) -> Indicator {
    var indicator = self
    indicator.lacking = Label(chinese, english)
    return indicator
  }

  /// The id without the policy: `a2.matters`.
  public var name: String {
    String(id.drop { $0 != "." }.dropFirst())
  }
}

/// A policy under its configuration: what can be judged.
public struct Policy: Sendable {
  public let text: PolicyText
  public let configuration: PolicyConfiguration
  let made = StatementsMade()

  /// - Throws: `ConfigurationError` where the file belongs to another policy, lacks a parameter that an indicator
  ///   uses, or has one that none uses.
  public init(_ text: PolicyText, configuration: PolicyConfiguration, file: String) throws(ConfigurationError) {
    guard configuration.policy == text.code else {
      throw ConfigurationError(
        file: file, line: configuration.policyLine, "这是政策“\(configuration.policy)”的文件，不是“\(text.code)”的",
        "this is the file of '\(configuration.policy)', not of '\(text.code)'")
    }
    self.text = text
    self.configuration = configuration
    let known = Set(configuration.parameters.map(\.name))
    let used = Set(indicators.flatMap(\.parameterNames))
    if let missing = used.subtracting(known).min() {
      throw ConfigurationError(
        file: file, line: configuration.parameterLines.heading,
        "缺少参数“\(missing)”，\(text.code) 有指标要用它", "parameter '\(missing)' is missing; an indicator of \(text.code) uses it")
    }
    if let idle = known.subtracting(used).min() {
      throw ConfigurationError(
        file: file, line: configuration.parameterLines.entries[idle],
        "\(text.code) 没有指标使用参数“\(idle)”", "parameter '\(idle)' is used by no indicator of \(text.code)")
    }
  }

  private init(_ text: PolicyText, _ configuration: PolicyConfiguration) {
    self.text = text
    self.configuration = configuration
  }

  /// The same policy with a parameter that has another value, at all times.
  func setting(_ parameter: PolicyParameter, to value: ParameterValue) -> Policy {
    Policy(text, configuration.setting(parameter, to: value))
  }

  /// The same policy under the parameters' values of a day, at all times.
  public func holding(valuesOf day: Day) -> Policy {
    Policy(text, configuration.holding(valuesOf: day))
  }

  public var code: String { text.code }
  public var articles: [Article] { text.articles }
  /// In catalogue order.
  public var indicators: [Indicator] { articles.flatMap(\.indicators) }

  public func indicator(_ id: String) -> Indicator? {
    indicators.first { $0.id == id }
  }

  /// The article that an indicator belongs to.
  public func article(of indicator: Indicator) -> Article? {
    articles.first { $0.indicators.contains { $0.id == indicator.id } }
  }

  /// The parameters that an indicator's verdict depends on.
  public func parameters(of indicator: Indicator) -> [PolicyParameter] {
    let names = Set(indicator.parameterNames)
    return configuration.parameters.filter { names.contains($0.name) }
  }

  /// Whether a number of the indicator's own (not the warning days that all share) is assumed.
  public func isAssumed(_ indicator: Indicator) -> Bool {
    parameters(of: indicator).contains { $0.basis == .assumed && !$0.name.hasPrefix("warn.") }
  }
}
