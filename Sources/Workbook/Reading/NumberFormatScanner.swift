/// Takes a format code apart: sections, and in each what decides on its meaning. Literals decide nothing.
struct NumberFormatScanner {
  struct Scanned {
    var meaning: FormatMeaning
    var condition: NumberFormatCode.Condition?
    var isEmpty: Bool
  }

  /// A letter that stands for a part of a date or time.
  private enum Part: Hashable { case year, monthOrMinute, day, weekday, hour, second, elapsed }

  private var rest: Substring
  private var parts: [Part] = []
  private var condition: NumberFormatCode.Condition?
  private var isPercent = false
  private var isText = false
  private var isGeneral = false
  private var isScientific = false
  private var hasAnything = false

  static func sections(of code: String) -> [Scanned] {
    var rest = code[...]
    var sections: [Scanned] = []
    repeat {
      var scanner = NumberFormatScanner(rest: rest)
      let goesOn = scanner.scan()
      sections.append(
        Scanned(meaning: scanner.meaning, condition: scanner.condition, isEmpty: !scanner.hasAnything))
      rest = scanner.rest
      if !goesOn { break }
    } while sections.count < 8
    return sections
  }

  private init(rest: Substring) {
    self.rest = rest
  }

  /// To the next `;` or the end; true when there is another section.
  private mutating func scan() -> Bool {
    while let character = rest.first {
      if takesGeneral() { continue }
      rest.removeFirst()
      if character == ";" { return true }
      hasAnything = true
      switch character {
      case "\"":
        rest = rest.drop { $0 != "\"" }.dropFirst()
      // A character as it is; a gap as wide as one; one that fills the column.
      case "\\", "_", "*", "!": rest = rest.dropFirst()
      case "[":
        let content = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(content.count + 1)
        bracket(String(content))
      case "%": isPercent = true
      case "@": isText = true
      case "E", "e":
        if rest.first == "+" || rest.first == "-" { isScientific = true } else { take(.year, "e") }
      case "y", "Y", "b", "B", "g", "G": take(.year, Character(character.lowercased()))
      case "m", "M": take(.monthOrMinute, "m")
      case "d", "D": take(.day, "d")
      case "h", "H": take(.hour, "h")
      case "s", "S": take(.second, "s")
      case "a", "A": halfDayOrWeekday()
      case "上":
        if rest.hasPrefix("午/下午") {
          rest = rest.dropFirst(4)
          parts.append(.hour)
        }
      default: break
      }
    }
    return false
  }

  /// The general format, whose letters are none of a date: also as Chinese programs write it, `G/通用格式`.
  private mutating func takesGeneral() -> Bool {
    for name in ["general", "standard"] where rest.prefix(name.count).lowercased() == name {
      rest = rest.dropFirst(name.count)
      isGeneral = true
      hasAnything = true
      return true
    }
    guard rest.hasPrefix("G/"), let next = rest.dropFirst(2).first, !next.isASCII else { return false }
    rest = rest.dropFirst(2)
    isGeneral = true
    hasAnything = true
    return true
  }

  /// One part, however often its letter is repeated: `d` and `dd` are days, `ddd` and `dddd` days of the week.
  private mutating func take(_ part: Part, _ letter: Character) {
    let more = rest.prefix { $0.lowercased() == String(letter) }.count
    rest = rest.dropFirst(more)
    parts.append(part == .day && more >= 2 ? .weekday : part)
  }

  /// `AM/PM` and `A/P` are halves of the day, `aaa` and `aaaa` days of the week.
  private mutating func halfDayOrWeekday() {
    let following = rest.prefix(4).lowercased()
    if following == "m/pm" {
      rest = rest.dropFirst(4)
    } else if following.hasPrefix("/p") {
      rest = rest.dropFirst(2)
    } else {
      let more = rest.prefix { $0 == "a" || $0 == "A" }.count
      rest = rest.dropFirst(more)
      if more >= 2 { parts.append(.weekday) }
      return
    }
    parts.append(.hour)
  }

  /// `[h]` counts hours beyond a day, `[>=90]` is a condition; colours, languages and digits of another script decide nothing.
  private mutating func bracket(_ content: String) {
    if let first = content.first, "<>=".contains(first) {
      let comparison = content.prefix { "<>=".contains($0) }
      if let bound = Double(content.dropFirst(comparison.count)) {
        condition = NumberFormatCode.Condition(comparison: String(comparison), bound: bound)
      }
      return
    }
    let letters = Set(content.lowercased())
    if letters.count == 1, let letter = letters.first, "hms".contains(letter) { parts.append(.elapsed) }
  }

  private var meaning: FormatMeaning {
    if isGeneral { return .number }
    if parts.contains(.elapsed) { return .elapsed }
    if isScientific && !parts.contains(.hour) { return .number }
    if !parts.isEmpty { return dateMeaning }
    if isText { return .text }
    return isPercent ? .percent : .number
  }

  /// `m` is minutes after an hour and before a second, else a month.
  private var dateMeaning: FormatMeaning {
    var shown: Set<Part> = []
    var hasMonth = false
    for (index, part) in parts.enumerated() {
      if part == .monthOrMinute {
        let isMinute = index > 0 && parts[index - 1] == .hour || index + 1 < parts.count && parts[index + 1] == .second
        if !isMinute { hasMonth = true }
      } else {
        shown.insert(part)
      }
    }
    let (year, day) = (shown.contains(.year), shown.contains(.day))
    switch (year, hasMonth, day) {
    case (true, true, true): return .date(.day)
    case (true, true, false): return .date(.month)
    case (true, false, _): return .date(.year)
    case (false, true, true): return .date(.dayOfYear)
    case (false, false, false) where !shown.contains(.weekday): return .time
    default: return .date(.piece)
    }
  }
}
