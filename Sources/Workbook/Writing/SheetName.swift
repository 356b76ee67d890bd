/// A sheet's name that every program accepts.
///
/// Narrower than Excel in two characters: the library cuts links at `#`, and an apostrophe within a name is quoted
/// differently from program to program.
public struct SheetName: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  public static let longest = 31
  private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "#", "'"]

  /// - Throws: `WorkbookWritingError.sheetName` if the name is not fit as it stands.
  public init(_ text: String) throws(WorkbookWritingError) {
    if let problem = Self.problem(of: text) { throw .sheetName(text, problem) }
    self.text = text
  }

  private init(checked text: String) {
    self.text = text
  }

  /// The name made fit: what is forbidden replaced, cut to the length, and numbered where others have it already.
  public static func fitted(_ wanted: String, avoiding taken: some Sequence<SheetName> = EmptyCollection()) -> SheetName {
    var plain = ""
    for character in wanted {
      switch character {
      case "[": plain += "("
      case "]": plain += ")"
      case "'": plain += "\u{2019}"
      case _ where isForbidden(character): plain += "_"
      default: plain.append(character)
      }
    }
    plain = trimmed(plain)
    if plain.isEmpty { plain = "Sheet" }
    if plain.lowercased() == "history" { plain += "_" }
    let takenKeys = Set(taken.map(\.key))
    let first = SheetName(checked: cut(plain, to: longest))
    if !takenKeys.contains(first.key) { return first }
    var number = 2
    while true {
      let next = first.numbered(number)
      if !takenKeys.contains(next.key) { return next }
      number += 1
    }
  }

  /// The name of a sheet that goes on where this one is full: `Name (2)`.
  public func numbered(_ number: Int) -> SheetName {
    let ending = " (\(number))"
    return SheetName(checked: Self.cut(text, to: Self.longest - ending.utf16.count) + ending)
  }

  public var description: String { text }

  /// What makes two names one: sheets are told apart without regard to case.
  var key: String { text.lowercased() }

  /// As formulas and links have it. Always quoted: `A01` and `2024` would be taken for a cell and a number.
  var quoted: String { "'\(text)'" }

  private static func problem(of text: String) -> SheetNameProblem? {
    if trimmed(text).isEmpty { return .isEmpty }
    if text.utf16.count > longest { return .isTooLong }
    if text.contains(where: isForbidden) { return .hasForbiddenCharacter }
    return text.lowercased() == "history" ? .isReserved : nil
  }

  private static func isForbidden(_ character: Character) -> Bool {
    // By scalars: a forbidden one with an accent upon it would be a character of its own.
    character.unicodeScalars.contains { scalar in
      forbidden.contains(Character(scalar)) || scalar.value < 0x20 || scalar.value == 0x7F
        || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
  }

  /// Whole characters, as many as fit.
  private static func cut(_ text: String, to length: Int) -> String {
    var result = ""
    var count = 0
    for character in text {
      count += character.utf16.count
      if count > length { break }
      result.append(character)
    }
    return trimmed(result)
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
