public import CadreModel

/// What `config/policies/<policy>.yaml` says: its names, the dates, every parameter.
public struct PolicyConfiguration: Sendable, Hashable {
  /// The policy's code: `quzhou`.
  public let policy: String
  public let title: Label
  /// The short name, after the city that issued it: `衢州市`; the policy is then called `衢州市政策`.
  public let name: Label
  /// The policy yields no result for an as-of date before this.
  public let effectiveOn: Day
  public let effectiveBasis: Basis
  /// Terms of office, in order.
  public let terms: [Period]
  public let termsBasis: Basis
  /// Terms of office in villages, in order; none where the policy speaks of no villages.
  public let villageTerms: [Period]
  /// In the order of the file.
  public let parameters: [PolicyParameter]
  /// Where the file names its policy.
  let policyLine: Int?
  let parameterLines: ParameterLines

  /// Where the parameters stand in the file.
  struct ParameterLines: Hashable {
    /// The line of `parameters:`.
    let heading: Int?
    let entries: [String: Int]
  }

  /// The same with a parameter that has another value from its first day on.
  func setting(_ parameter: PolicyParameter, to value: ParameterValue) -> PolicyConfiguration {
    with(
      parameters.map { known in
        guard known.name == parameter.name, let first = known.values.first else { return known }
        return known.with([DatedValue(validFrom: first.validFrom, value: value)])
      })
  }

  /// The parameters that have another value on one day than on another.
  public func parameters(between day: Day, and other: Day) -> [PolicyParameter] {
    parameters.filter { $0.value(on: day) != $0.value(on: other) }
  }

  /// The same with the values that hold on a day, at all times.
  func holding(valuesOf day: Day) -> PolicyConfiguration {
    with(
      parameters.map { known in
        guard let first = known.values.first, let value = known.value(on: day) else { return known }
        return known.with([DatedValue(validFrom: first.validFrom, value: value)])
      })
  }

  private func with(_ parameters: [PolicyParameter]) -> PolicyConfiguration {
    PolicyConfiguration(
      policy: policy, title: title, name: name, effectiveOn: effectiveOn, effectiveBasis: effectiveBasis, terms: terms,
      termsBasis: termsBasis, villageTerms: villageTerms, parameters: parameters, policyLine: policyLine,
      parameterLines: parameterLines)
  }

  /// The period that results call so; nil for a name that no period has.
  public func period(named name: String) -> Period? {
    if let term = (terms + villageTerms).first(where: { $0.name == name }) { return term }
    guard let year = Int(name.prefix(4)) else { return nil }
    return PeriodKind.allCases.flatMap { $0.periods(begunBy: .lastDay(ofYear: year), terms: terms) }.first { $0.name == name }
  }

  public subscript(parameter name: String) -> PolicyParameter? {
    parameters.first { $0.name == name }
  }
}

/// A configuration file that cannot be used: where, what, and what would be right.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  public let file: String
  public let line: Int?
  public let problem: Label

  public init(file: String, line: Int?, _ chinese: String, _ english: String) {
    self.file = file
    self.line = line
    problem = Label(chinese, english)
  }

  /// What is wrong, in English.
  public var message: String { problem.english }

  /// Where, and what.
  public func text(in language: Language) -> String {
    let place = line.map { language(zh: "\(file) 第 \($0) 行", en: "\(file):\($0)") } ?? file
    return place + language(zh: "：", en: ": ") + problem.text(in: language)
  }

  public var description: String { text(in: .english) }
}
