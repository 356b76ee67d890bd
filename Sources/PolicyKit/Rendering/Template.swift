/// A text with names in braces.
enum Template {
  enum Part: Equatable {
    case text(String)
    case placeholder(String)
  }

  static func parts(of template: String) throws(RenderingError) -> [Part] {
    var parts: [Part] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      parts.append(.text(String(rest[..<open])))
      guard let close = rest[open...].firstIndex(of: "}") else { throw .unclosedPlaceholder(template) }
      parts.append(.placeholder(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.text(String(rest)))
    return parts
  }

  /// The names in braces, each once, in order.
  static func placeholders(in template: String) -> [String] {
    var names: [String] = []
    for case .placeholder(let name) in (try? parts(of: template)) ?? [] where !names.contains(name) {
      names.append(name)
    }
    return names
  }
}
