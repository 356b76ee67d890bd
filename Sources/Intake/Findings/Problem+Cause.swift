extension Problem {
  /// What is wrong with a number that is none: where a spreadsheet made it so, that.
  static func ofNumber(_ text: Span<UInt8>, otherwise problem: Problem) -> Problem {
    isScientific(text) ? .scientific : problem
  }

  /// `5.3E+17`, `5.30102198005E17`.
  private static func isScientific(_ text: Span<UInt8>) -> Bool {
    let text = string(text)
    guard let mark = text.firstIndex(where: { $0 == "E" || $0 == "e" }) else { return false }
    let digits = text[..<mark]
    var exponent = text[text.index(after: mark)...]
    if exponent.first == "+" || exponent.first == "-" { exponent.removeFirst() }
    return digits.first?.isASCIIDigit == true && digits.allSatisfy { $0.isASCIIDigit || $0 == "." }
      && digits.filter({ $0 == "." }).count <= 1 && !exponent.isEmpty && exponent.count <= 3
      && exponent.allSatisfy(\.isASCIIDigit)
  }

  /// What is wrong with a date that is none.
  static func malformedDate(_ text: Span<UInt8>) -> Problem {
    if isScientific(text) { return .scientific }
    let text = string(text)
    let parts = text.split { !$0.isASCIIDigit }
    let marks = text.filter { !$0.isASCIIDigit }
    if parts.count == 1, text.count == 6, marks.isEmpty, isMonth(text.prefix(4), text.suffix(2)) { return .dateWithoutDay }
    if parts.count == 2, isMonth(parts[0], parts[1]), [".", "-", "/", "年", "年月"].contains(marks) { return .dateWithoutDay }
    if text.contains(":") && parts.count >= 5 && parts[0].count == 4 { return .dateWithTime }
    return .date
  }

  private static func isMonth(_ year: Substring, _ month: Substring) -> Bool {
    year.count == 4 && (1...2).contains(month.count) && (1...12).contains(Int(month) ?? 0)
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}
