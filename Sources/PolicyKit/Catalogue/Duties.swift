public import CadreModel
import Yams

/// What the texts ask, sentence by sentence, in our own words, and what becomes of each: `config/duties.yaml`.
public struct Duties: Sendable {
  /// What becomes of a duty.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Records decide it, wholly or in part.
    case judged
    /// The units say themselves how they stand.
    case attested
    /// It gives a reason, and asks nothing of anybody.
    case preamble
    /// It asks for something that no table of the contract records: nothing judges it.
    case open

    public var label: Label {
      switch self {
      case .judged: Label("据记录判定", "judged")
      case .attested: Label("单位自查", "attested")
      case .preamble: Label("总述，不判定", "preamble")
      case .open: Label("暂无记录可判", "open")
      }
    }
  }

  /// One duty.
  public struct Duty: Sendable, Hashable {
    public let id: String
    /// The article's id, `quzhou.a1`.
    public let article: String
    public let text: Label
    public let state: State
    /// The ids of the indicators that judge it.
    public let indicators: [String]
  }

  /// In the order of the texts.
  public let all: [Duty]

  /// - Parameters:
  ///   - file: its name, for messages.
  ///   - text: its content.
  /// - Throws: `ConfigurationError` with the line for what is missing, not known, or does not go together.
  public init(file: String, text: String) throws(ConfigurationError) {
    let reader = YAMLReader(file: file)
    var all: [Duty] = []
    for (key, value) in try reader.entries(try reader.root(of: text)) {
      let article = try reader.text(key)
      for item in try reader.sequence(value) {
        let map = try reader.mapping(item, allowed: ["duty", "zh", "en", "state", "indicators"])
        let known = State.allCases.map(\.rawValue).joined(separator: ", ")
        guard let state = State(rawValue: try map.text("state")) else {
          throw reader.error(item, "“state”应是 \(known) 之一", "'state' must be one of \(known)")
        }
        var indicators: [String] = []
        if let list = map.found["indicators"] {
          for indicator in try reader.sequence(list) { indicators.append(try reader.text(indicator)) }
        }
        guard indicators.isEmpty == (state == .preamble || state == .open) else {
          throw reader.error(
            item, "判定的和自查的须写明指标，其余的没有指标", "what is judged or attested names indicators, and nothing else does")
        }
        all.append(
          Duty(
            id: try map.text("duty"), article: article, text: Label(try map.text("zh"), try map.text("en")), state: state,
            indicators: indicators))
      }
    }
    self.all = all
  }

  /// The duties of an article.
  public func duties(of article: Article) -> [Duty] {
    all.filter { $0.article == article.id }
  }
}
