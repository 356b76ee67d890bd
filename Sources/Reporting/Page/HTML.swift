/// A piece of HTML. Text put into it by interpolation is escaped; other pieces go in as they are.
struct HTML: Sendable, Hashable {
  let text: String

  init(trusted text: String) {
    self.text = text
  }

  /// Plain text.
  init(_ plain: String) {
    text = Self.escaped(plain)
  }

  static let empty = HTML(trusted: "")

  var bytes: [UInt8] { Array(text.utf8) }

  static func joined(_ pieces: some Sequence<HTML>) -> HTML {
    HTML(trusted: pieces.map(\.text).joined(separator: "\n"))
  }

  private static func escaped(_ plain: String) -> String {
    var result = ""
    result.reserveCapacity(plain.utf8.count)
    for character in plain.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}

extension HTML: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) {
    text = value
  }

  init(stringInterpolation: Interpolation) {
    text = stringInterpolation.text
  }

  struct Interpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity * 2)
    }

    mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    mutating func appendInterpolation(_ plain: String) {
      text += HTML(plain).text
    }

    mutating func appendInterpolation(_ number: Int) {
      text += String(number)
    }

    mutating func appendInterpolation(_ piece: HTML) {
      text += piece.text
    }
  }
}
