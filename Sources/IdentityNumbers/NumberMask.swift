/// Identity numbers as they may be shown: their ends, and stars between.
///
/// The first and last two characters are left: with the birth date beside it, four at each end would leave a dozen numbers to try.
public enum NumberMask {
  private static let star = UInt8(ascii: "*")
  private static let length = 18
  private static let shownAtEachEnd = 2

  /// What stands for a number that cannot be opened here.
  public static let hidden = String(repeating: "*", count: length)

  /// `33**************1X`.
  public static func mask(_ number: String) -> String {
    let characters = Array(number)
    guard characters.count > 2 * shownAtEachEnd else { return String(repeating: "*", count: characters.count) }
    let stars = String(repeating: "*", count: characters.count - 2 * shownAtEachEnd)
    return String(characters.prefix(shownAtEachEnd)) + stars + String(characters.suffix(shownAtEachEnd))
  }

  /// Whether a cell holds such a text instead of a number.
  public static func isMask(_ text: Span<UInt8>) -> Bool {
    guard text.count == length else { return false }
    for index in text.indices {
      let isStar = text[index] == star
      let isInside = index >= shownAtEachEnd && index < length - shownAtEachEnd
      guard isStar || !isInside else { return false }
    }
    return true
  }

  /// Whether it may stand for the number.
  public static func stands(_ text: String, for number: String) -> Bool {
    let masked = mask(number)
    return text.uppercased() == masked || text == hidden && masked.utf8.count == length
  }

  /// A text of a delivery without the identity numbers in it: eighteen characters that may be one, wherever they stand.
  public static func withoutNumbers(_ text: String) -> String {
    guard text.utf8.count >= length else { return text }
    var result = ""
    var run = ""
    func end() {
      result += mayBeNumber(run) ? mask(run) : run
      run = ""
    }
    for character in text {
      if isOfNumber(character) {
        run.append(character)
      } else {
        end()
        result.append(character)
      }
    }
    end()
    return result
  }

  /// A cell that was to hold a number and holds something else. So many digits are most of a number; fewer, and words, are none.
  public static func withoutDigits(_ text: String) -> String {
    text.count { $0.isWholeNumber } > 8 ? mask(text) : text
  }

  private static func isOfNumber(_ character: Character) -> Bool {
    character.isASCII && character.isWholeNumber || character == "X" || character == "x"
  }

  /// Seventeen digits and a digit or X, a year, month and day among them.
  private static func mayBeNumber(_ run: String) -> Bool {
    let bytes = Array(run.utf8)
    guard bytes.count == length, bytes.dropLast().allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    return (1800...2199).contains(number(6..<10)) && (1...12).contains(number(10..<12)) && (1...31).contains(number(12..<14))
  }
}
