public import CadreModel
import DataContract
import Yams

/// How we read a policy, in an officer's words: of each indicator, whom it is about and what is judged.
///
/// `config/readings/<policy>.yaml` holds them. Parameters stand in braces, so that the text tells the values in force.
public struct Readings: Sendable {
  /// The reading of one indicator.
  public struct Entry: Sendable, Hashable {
    public let population: Label
    public let rule: Label
  }

  private let entries: [String: Entry]

  /// The names of the indicators that have a reading, without their policy.
  public var names: Set<String> { Set(entries.keys) }

  /// - Parameters:
  ///   - file: its name, for messages.
  ///   - text: its content.
  /// - Throws: `ConfigurationError` with the line for what is missing or not known.
  public init(file: String, text: String) throws(ConfigurationError) {
    let reader = YAMLReader(file: file)
    var entries: [String: Entry] = [:]
    for (key, value) in try reader.entries(try reader.root(of: text)) {
      let map = try reader.mapping(value, allowed: ["population_zh", "population_en", "rule_zh", "rule_en"])
      entries[try reader.text(key)] = Entry(
        population: Label(try map.text("population_zh"), try map.text("population_en")),
        rule: Label(try map.text("rule_zh"), try map.text("rule_en")))
    }
    self.entries = entries
  }

  /// The text as it is written, with its braces.
  public func template(of indicator: Indicator) -> Entry? {
    entries[indicator.name]
  }

  /// The text with the parameters' latest values; nil where there is none.
  ///
  /// - Throws: `RenderingError.unknownPlaceholder` for a name that is no parameter.
  public func reading(of indicator: Indicator, in policy: Policy) throws(RenderingError) -> Entry? {
    guard let template = entries[indicator.name] else { return nil }
    let names = PartNames(of: indicator)
    func filled(_ text: String, _ language: Language) throws(RenderingError) -> String {
      var filled = ""
      for part in try Template.parts(of: text) {
        switch part {
        case .text(let literal): filled += literal
        case .placeholder(let name):
          let full = Scope.parameterName(name, of: indicator.name)
          guard let value = policy.configuration[parameter: full]?.values.last?.value else {
            throw .unknownPlaceholder(name)
          }
          filled += value.text(in: language, named: names)
        }
      }
      return filled
    }
    return Entry(
      population: Label(
        try filled(template.population.chinese, .chinese), try filled(template.population.english, .english)),
      rule: Label(try filled(template.rule.chinese, .chinese), try filled(template.rule.english, .english)))
  }
}

extension ParameterValue {
  /// A parameter's value as a sentence tells it: codes by their names, days in words.
  public func text(in language: Language, named names: PartNames) -> String {
    switch self {
    case .amount(let amount): return amount.description
    case .day(let day): return day.description
    case .codes(let codes):
      return codes.map { names.name($0, in: language) }.joined(separator: language(zh: "、", en: ", "))
    case .monthDay(let day):
      let numbers = day.description.split(separator: "-").compactMap { Int($0) }
      guard numbers.count == 2, language == .chinese else { return day.description }
      return "\(numbers[0]) 月 \(numbers[1]) 日"
    }
  }
}
