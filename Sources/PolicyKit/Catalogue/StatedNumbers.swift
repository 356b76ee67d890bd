public import CadreModel
import Yams

/// The numbers that the texts print, article by article: `config/articles.yaml`. A parameter marked as stated is checked
/// against them, since the texts themselves are not in the repository.
public struct StatedNumbers: Sendable {
  /// One number of an article.
  public struct Number: Sendable, Hashable {
    /// The article's id, `quzhou.a9`; the policy's code for numbers that stand before the first article.
    public let article: String
    /// An amount or a day.
    public let value: ParameterValue
    /// What it counts, in the words of the parameters; `codes` where it is the length of a list.
    public let unit: String
    /// What it means, in our own words.
    public let meaning: Label

    /// Whether a parameter's value is this number; a list of codes is, where its length is.
    public func isStated(by value: ParameterValue, unit: String) -> Bool {
      guard unit == self.unit else { return false }
      if case .codes(let codes) = value { return self.value == .amount(Amount(Set(codes).count)) }
      return value == self.value
    }
  }

  /// In the order of the file.
  public let all: [Number]

  /// - Parameters:
  ///   - file: its name, for messages.
  ///   - text: its content.
  /// - Throws: `ConfigurationError` with the line for what is missing or not known.
  public init(file: String, text: String) throws(ConfigurationError) {
    let reader = YAMLReader(file: file)
    var all: [Number] = []
    for (key, value) in try reader.entries(try reader.root(of: text)) {
      let article = try reader.text(key)
      for item in try reader.sequence(value) {
        let map = try reader.mapping(item, allowed: ["number", "unit", "zh", "en"])
        let written = try map.text("number")
        guard let number = Amount(written).map(ParameterValue.amount) ?? Day(written).map(ParameterValue.day) else {
          throw reader.error(
            item, "“number”应是数字（90、0.7）或日期（2019-02-02）", "'number' must be a number (90, 0.7) or a date (2019-02-02)")
        }
        all.append(
          Number(
            article: article, value: number, unit: try map.text("unit"),
            meaning: Label(try map.text("zh"), try map.text("en"))))
      }
    }
    self.all = all
  }

  /// The numbers of an article, or of a policy as a whole.
  public func numbers(of article: String) -> [Number] {
    all.filter { $0.article == article }
  }
}
