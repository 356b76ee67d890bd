/// A Swift file taken apart just as far as needed to look at its string literals.
struct SwiftSource {
  /// A literal that is not itself part of another one's interpolation.
  struct Literal {
    /// From its first quotation mark to behind its last one.
    let range: Range<Int>
    /// What it says, without what is put into it.
    var text = ""
    /// What is put into it, as it is written.
    var interpolations: [String] = []
  }

  let scalars: [Unicode.Scalar]
  private(set) var literals: [Literal] = []
  /// Comments, which hold no literals.
  private var comments: [Range<Int>] = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var place = 0
    scan(from: &place, untilParenthesis: false)
    literals.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  /// The line on which a scalar stands, from 1.
  func line(of place: Int) -> Int {
    scalars[..<place].count { $0 == "\n" } + 1
  }

  /// The arguments of every call of a function or initializer, outside of literals and comments.
  func calls(of name: String) -> [[Range<Int>]] {
    let wanted = Array((name + "(").unicodeScalars)
    let hidden = literals.map(\.range) + comments
    return scalars.indices.dropLast(wanted.count).compactMap { place in
      guard scalars[place..<(place + wanted.count)].elementsEqual(wanted),
        place == 0 || !Self.isInName(scalars[place - 1]), !hidden.contains(where: { $0.contains(place) })
      else { return nil }
      return arguments(from: place + wanted.count)
    }
  }

  /// The arguments of a call whose parenthesis is open.
  private func arguments(from start: Int) -> [Range<Int>] {
    let literals = literals.map(\.range)
    var found: [Range<Int>] = []
    var (begin, place, depth) = (start, start, 0)
    while place < scalars.count {
      if let literal = literals.first(where: { $0.lowerBound == place }) {
        place = literal.upperBound
        continue
      }
      switch scalars[place] {
      case "(", "[", "{": depth += 1
      case ")" where depth == 0: return found + [begin..<place]
      case ")", "]", "}": depth -= 1
      case "," where depth == 0:
        found.append(begin..<place)
        begin = place + 1
      default: break
      }
      place += 1
    }
    return found
  }

  private static func isInName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
  }

  // MARK: Scanning

  /// Goes over code and notes its literals; to the end, or behind the parenthesis that closes one opened before.
  private mutating func scan(from place: inout Int, untilParenthesis: Bool) {
    var depth = 1
    while place < scalars.count {
      if isAt(place, "//") {
        let end = scalars[place...].firstIndex(of: "\n") ?? scalars.count
        comments.append(place..<end)
        place = end
      } else if isAt(place, "/*") {
        let start = place
        while place < scalars.count, !isAt(place, "*/") { place += 1 }
        place += 2
        comments.append(start..<min(place, scalars.count))
      } else if let quotes = openingQuotes(at: place) {
        scanLiteral(from: &place, quotes: quotes, isNested: untilParenthesis)
      } else {
        if untilParenthesis {
          if scalars[place] == "(" { depth += 1 }
          if scalars[place] == ")" { depth -= 1 }
        }
        place += 1
        if depth == 0 { return }
      }
    }
  }

  /// How a literal that begins here is quoted: `"`, `"""`, and so many `#` around it.
  private func openingQuotes(at place: Int) -> (hashes: String, marks: String)? {
    let hashes = scalars[place...].prefix { $0 == "#" }.count
    let quote = place + hashes
    guard quote < scalars.count, scalars[quote] == "\"" else { return nil }
    return (String(repeating: "#", count: hashes), isAt(quote, "\"\"\"") ? "\"\"\"" : "\"")
  }

  private mutating func scanLiteral(from place: inout Int, quotes: (hashes: String, marks: String), isNested: Bool) {
    let start = place
    let (end, escape) = (quotes.marks + quotes.hashes, "\\" + quotes.hashes)
    var literal = Literal(range: start..<start)
    place += end.unicodeScalars.count
    while place < scalars.count, !isAt(place, end) {
      if isAt(place, escape + "(") {
        place += escape.unicodeScalars.count + 1
        let begin = place
        scan(from: &place, untilParenthesis: true)
        literal.interpolations.append(text(begin..<(place - 1)))
      } else if isAt(place, escape) {
        place += escape.unicodeScalars.count + 1
      } else {
        literal.text.unicodeScalars.append(scalars[place])
        place += 1
      }
    }
    place = min(place + end.unicodeScalars.count, scalars.count)
    guard !isNested else { return }
    literals.append(Literal(range: start..<place, text: literal.text, interpolations: literal.interpolations))
  }

  private func isAt(_ place: Int, _ text: String) -> Bool {
    scalars[place...].starts(with: text.unicodeScalars)
  }
}

extension Unicode.Scalar {
  /// A Chinese character, or a mark of Chinese writing.
  var isChinese: Bool {
    switch value {
    case 0x3000...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF00...0xFFEF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
