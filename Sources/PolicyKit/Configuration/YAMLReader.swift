import CadreModel
import Yams

/// Takes a YAML tree apart, with file and line in every complaint.
struct YAMLReader {
  let file: String

  func error(_ node: Node, _ chinese: String, _ english: String) -> ConfigurationError {
    ConfigurationError(file: file, line: node.mark?.line, chinese, english)
  }

  func entries(_ node: Node) throws(ConfigurationError) -> [(key: Node, value: Node)] {
    guard case .mapping(let mapping) = node else { throw error(node, "这里应是“名称: 值”的行", "expected 'name: value' lines here") }
    return mapping.map { ($0.key, $0.value) }
  }

  func sequence(_ node: Node) throws(ConfigurationError) -> [Node] {
    guard case .sequence(let sequence) = node else { throw error(node, "这里应是一个列表", "expected a list here") }
    return Array(sequence)
  }

  func text(_ node: Node) throws(ConfigurationError) -> String {
    guard case .scalar(let scalar) = node else { throw error(node, "这里应是单个值", "expected a single value here") }
    return scalar.string
  }

  /// Where the entries of a mapping begin.
  func lines(of node: Node) throws(ConfigurationError) -> [String: Int] {
    var lines: [String: Int] = [:]
    for (key, _) in try entries(node) { lines[try text(key)] = key.mark?.line }
    return lines
  }

  /// A mapping whose keys are all known.
  func mapping(_ node: Node, allowed: [String]) throws(ConfigurationError) -> Entries {
    var found: [String: Node] = [:]
    var lines: [String: Int] = [:]
    for (key, value) in try entries(node) {
      let name = try text(key)
      guard allowed.contains(name) else {
        throw error(
          key, "没有“\(name)”这一项；这里可用的有：\(allowed.joined(separator: "、"))",
          "unknown entry '\(name)'; known here: \(allowed.joined(separator: ", "))")
      }
      guard found.updateValue(value, forKey: name) == nil else {
        throw error(key, "“\(name)”出现了两次", "'\(name)' stands twice")
      }
      lines[name] = key.mark?.line
    }
    return Entries(reader: self, node: node, found: found, lines: lines)
  }

  /// The entries of one mapping.
  struct Entries {
    let reader: YAMLReader
    let node: Node
    let found: [String: Node]
    let lines: [String: Int]

    func line(of name: String) -> Int? { lines[name] }

    func node(_ name: String) throws(ConfigurationError) -> Node {
      guard let value = found[name] else { throw reader.error(node, "缺少“\(name)”", "'\(name)' is missing") }
      return value
    }

    func text(_ name: String) throws(ConfigurationError) -> String {
      let value = try node(name)
      let text = try reader.text(value)
      guard !text.isEmpty else { throw reader.error(value, "“\(name)”是空的", "'\(name)' is empty") }
      return text
    }

    func day(_ name: String) throws(ConfigurationError) -> Day {
      guard let day = Day(try text(name)) else {
        throw reader.error(
          try node(name), "“\(name)”应是日期，如 2025-12-31", "'\(name)' must be a date such as 2025-12-31")
      }
      return day
    }

    func optionalDay(_ name: String) throws(ConfigurationError) -> Day? {
      found[name] == nil ? nil : try day(name)
    }

    func basis(_ name: String) throws(ConfigurationError) -> Basis {
      guard let basis = Basis(rawValue: try text(name)) else {
        throw reader.error(
          try node(name), "“\(name)”应是 stated（明文规定）或 assumed（系统假定）", "'\(name)' must be 'stated' or 'assumed'")
      }
      return basis
    }
  }
}
