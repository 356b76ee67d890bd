/// A JSON value whose members keep their order, so that the same content is the same text.
indirect enum JSON {
  case null
  case bool(Bool)
  /// A number as it is to stand.
  case number(String)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])
  /// An array whose items are too many to hold: each as the text of its JSON, indented as deep as it will stand.
  case streamed((_ item: (String) -> Void) throws -> Void)

  /// Indented by two spaces; for values without a streamed array.
  var text: String { text(indent: "") }

  /// - Parameter indent: where the line stands in which it begins.
  func text(indent: String) -> String {
    var text = ""
    // Nothing throws but what is streamed.
    try? write(indent: indent) { text += $0 }
    return text
  }

  /// Hands over the text in pieces, indented by two spaces.
  func write(indent: String = "", to write: (String) -> Void) throws {
    let inner = indent + "  "
    switch self {
    case .null: write("null")
    case .bool(let value): write(value ? "true" : "false")
    case .number(let digits): write(digits)
    case .string(let text): write(JSON.quoted(text))
    case .array(let items):
      guard !items.isEmpty else { return write("[]") }
      for (index, item) in items.enumerated() {
        write(index == 0 ? "[\n\(inner)" : ",\n\(inner)")
        try item.write(indent: inner, to: write)
      }
      write("\n\(indent)]")
    case .object(let members):
      guard !members.isEmpty else { return write("{}") }
      for (index, member) in members.enumerated() {
        write((index == 0 ? "{\n" : ",\n") + inner + JSON.quoted(member.0) + ": ")
        try member.1.write(indent: inner, to: write)
      }
      write("\n\(indent)}")
    case .streamed(let items):
      var isEmpty = true
      try items { item in
        write((isEmpty ? "[\n" : ",\n") + inner + item)
        isEmpty = false
      }
      write(isEmpty ? "[]" : "\n\(indent)]")
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        // What a terminal would obey is told by its number, which means the same to who reads it as JSON.
        if scalar.isObeyed || scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
