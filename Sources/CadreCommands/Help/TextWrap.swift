/// Breaks text into lines for a terminal, where a Chinese character takes two columns and may end a line, and a word of
/// letters does not.
enum TextWrap {
  /// - Parameter hanging: how far all lines but the first are set in.
  static func lines(of text: String, columns: Int, hanging: Int = 0) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { paragraph($0, columns: columns, hanging: hanging) }
  }

  private static func paragraph(_ text: Substring, columns: Int, hanging: Int) -> [String] {
    let indent = String(repeating: " ", count: hanging)
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces(of: text) {
      let pieceWidth = piece.text.displayWidth
      let space = piece.followsSpace && !line.isEmpty ? 1 : 0
      if width + space + pieceWidth > columns, width > (lines.isEmpty ? 0 : hanging) {
        lines.append(line)
        line = indent + piece.text
        width = hanging + pieceWidth
      } else {
        line += (space == 1 ? " " : "") + piece.text
        width += space + pieceWidth
      }
    }
    return lines + [line]
  }

  /// What must stay on one line.
  private struct Piece {
    var text: String
    let followsSpace: Bool
  }

  private static func pieces(of text: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var last: Character? = nil
    var isAfterSpace = false
    for character in text {
      if character == " " {
        isAfterSpace = true
        continue
      }
      // What stands in angle brackets is one name.
      let isInName = pieces.last.map { $0.text.contains("<") && !$0.text.contains(">") } ?? false
      if let before = last, !isAfterSpace, isInName || !mayBreak(between: before, and: character) {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(Piece(text: String(character), followsSpace: isAfterSpace))
      }
      last = character
      isAfterSpace = false
    }
    return pieces
  }

  private static func mayBreak(between left: Character, and right: Character) -> Bool {
    guard left.displayWidth == 2 || right.displayWidth == 2 else { return false }
    return !"（《“‘([<".contains(left) && !"，。、；：！？）》”’),.;:>]".contains(right)
  }
}

extension Character {
  /// The columns it takes in a terminal.
  var displayWidth: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
      0x20000...0x3FFFD:
      2
    // Quotation marks and dashes, which Chinese fonts draw as wide as a character.
    case 0x2014, 0x2018...0x2019, 0x201C...0x201D, 0x2026: 2
    default: 1
    }
  }
}

extension String {
  /// The columns it takes in a terminal.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}
