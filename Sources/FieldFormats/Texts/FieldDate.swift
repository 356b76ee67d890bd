/// A date as personnel systems write it. Often only the month is known: then it stays a month.
public enum FieldDate: Sendable, Hashable {
  /// `YYYYMMDD`, `YYYY.MM.DD`, `YYYY-MM-DD`, `YYYY年M月D日`.
  case day(year: Int, month: Int, day: Int)
  /// `YYYYMM`, `YYYY.MM`, `YYYY年M月`, and `YYYYMM00`.
  case month(year: Int, month: Int)
  /// None of these: as it stands.
  case other(String)

  /// - Returns: nil where nothing is written.
  public init?(_ text: String) {
    let text = text.trimmingBlanks
    guard !text.isEmpty else { return nil }
    let digits = text.split { !$0.isASCIIDigit }.map(String.init)
    let marks = text.filter { !$0.isASCIIDigit }
    let parts: [String]
    switch (digits.count, digits.first?.count) {
    case (1, 8) where marks.isEmpty: parts = [text.part(0..<4), text.part(4..<6), text.part(6..<8)]
    case (1, 6) where marks.isEmpty: parts = [text.part(0..<4), text.part(4..<6)]
    case (2...3, 4) where marks.allSatisfy({ ".-/．年月日".contains($0) }): parts = digits
    default:
      self = .other(text)
      return
    }
    let numbers = parts.compactMap { Int($0) }
    guard (1...12).contains(numbers[1]), parts.dropFirst().allSatisfy({ $0.count <= 2 }) else {
      self = .other(text)
      return
    }
    self =
      numbers.count == 2 || numbers[2] == 0
      ? .month(year: numbers[0], month: numbers[1]) : .day(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// As a cell of a delivery holds it: a month stays one, and is refused where a day is needed.
  public var cell: String {
    switch self {
    case .day(let year, let month, let day): "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .other(let text): text
    }
  }

  /// As the systems write it: `20041024`, `200410`.
  public var compact: String {
    switch self {
    case .day, .month: cell.filter(\.isASCIIDigit)
    case .other(let text): text
    }
  }

  /// Whether a day, written `2004-10-24`, may be the one that is meant.
  public func covers(_ day: String) -> Bool {
    switch self {
    case .day: day == cell
    case .month: day.hasPrefix(cell + "-")
    case .other: false
    }
  }

  public var isMonth: Bool {
    if case .month = self { true } else { false }
  }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}

extension String {
  /// Without blanks and line ends at both ends.
  var trimmingBlanks: String {
    var view = Substring(self)
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }

  fileprivate func part(_ range: Range<Int>) -> String {
    String(dropFirst(range.lowerBound).prefix(range.count))
  }
}
