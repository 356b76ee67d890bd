public import CadreModel
import Yams

/// A duty by which cities are compared, whatever their policies: which indicators judge it under each.
public struct SharedDuty: Sendable, Hashable {
  /// Its code: `annual-training`.
  public let id: String
  public let title: Label
  /// The ids of the indicators, of all policies.
  public let indicators: [String]

  public init(id: String, title: Label, indicators: [String]) {
    self.id = id
    self.title = title
    self.indicators = indicators
  }

  /// Those of a policy, in its order; none where it does not ask for this.
  public func indicators(of policy: Policy) -> [Indicator] {
    policy.indicators.filter { indicators.contains($0.id) }
  }
}

/// The duties by which cities are compared: `config/shared-duties.yaml`.
public struct SharedDuties: Sendable {
  /// In the order of the file.
  public let all: [SharedDuty]

  public init(_ all: [SharedDuty]) {
    self.all = all
  }

  /// - Parameters:
  ///   - file: its name, for messages.
  ///   - text: its content.
  /// - Throws: `ConfigurationError` with the line for what is missing or not known, and for an indicator named twice.
  public init(file: String, text: String) throws(ConfigurationError) {
    let reader = YAMLReader(file: file)
    var all: [SharedDuty] = []
    for (key, value) in try reader.entries(try reader.root(of: text)) {
      let id = try reader.text(key)
      guard !all.contains(where: { $0.id == id }) else { throw reader.error(key, "“\(id)”出现了两次", "'\(id)' stands twice") }
      let map = try reader.mapping(value, allowed: ["zh", "en", "indicators"])
      var indicators: [String] = []
      for item in try reader.sequence(try map.node("indicators")) {
        let indicator = try reader.text(item)
        guard !indicators.contains(indicator) else {
          throw reader.error(item, "“\(indicator)”出现了两次", "'\(indicator)' stands twice")
        }
        indicators.append(indicator)
      }
      guard !indicators.isEmpty else { throw reader.error(value, "“\(id)”没有指标", "'\(id)' names no indicator") }
      all.append(SharedDuty(id: id, title: Label(try map.text("zh"), try map.text("en")), indicators: indicators))
    }
    self.all = all
  }
}
