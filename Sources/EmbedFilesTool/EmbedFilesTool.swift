import Foundation

/// Writes one Swift file that holds the text of every file below `sql/` and `config/`: `embed-files OUTPUT ROOT`.
@main
enum EmbedFilesTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: embed-files OUTPUT ROOT\n".utf8))
      exit(2)
    }
    let root = URL(fileURLWithPath: arguments[2], isDirectory: true)
    var source = "extension ShippedFiles {\n  static let contents: [(path: String, text: String)] = [\n"
    for name in shippable(below: root) {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      source += "    (\n      \(literal(name)),\n      \(literal(text))\n    ),\n"
    }
    source += "  ]\n}\n"
    try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  /// Paths from the root, in their order.
  private static func shippable(below root: URL) -> [String] {
    ["sql", "config"].flatMap { folder in
      (FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.allObjects as? [String] ?? [])
        .filter { ["sql", "yaml", "csv", "md", "txt"].contains(URL(fileURLWithPath: $0).pathExtension) }
        .map { "\(folder)/\($0)" }
    }.sorted()
  }

  /// A Swift string literal of the text, every character that could end or alter it escaped.
  private static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0xFEFF {
          result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
