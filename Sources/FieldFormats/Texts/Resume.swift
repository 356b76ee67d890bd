/// One line of a 简历: from when to when, and what.
public struct ResumeLine: Sendable, Hashable {
  public let from: FieldDate
  /// Nil where it goes on.
  public let to: FieldDate?
  public let text: String
  /// Which line of the whole text it begins on, from 0.
  public let line: Int
}

/// The 简历 of a form: lines `YYYY.MM--YYYY.MM  text`, with any dash, the last one open.
public enum Resume {
  /// The lines that begin with dates. One without belongs to the line before it,
  /// where it is no aside in brackets (`（其间：…）`).
  public static func lines(_ text: String) -> [ResumeLine] {
    var lines: [ResumeLine] = []
    for (number, line) in text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let plain = String(line).trimmingBlanks
      if plain.isEmpty { continue }
      if let (from, to, rest) = dates(plain) {
        lines.append(ResumeLine(from: from, to: to, text: rest, line: number))
      } else if !isAside(plain), let last = lines.popLast() {
        lines.append(ResumeLine(from: last.from, to: last.to, text: last.text + plain, line: last.line))
      }
    }
    return lines
  }

  /// What was studied or done beside the post, in brackets.
  private static func isAside(_ line: String) -> Bool {
    line.hasPrefix("（") || line.hasPrefix("(") || line.hasPrefix("其间")
  }

  private static func dates(_ line: String) -> (FieldDate, FieldDate?, String)? {
    var rest = Substring(line)
    guard let from = month(&rest) else { return nil }
    skipBlanks(&rest)
    guard let dash = rest.first, isDash(dash) else { return nil }
    while let first = rest.first, isDash(first) || first.isWhitespace { rest.removeFirst() }
    let to = month(&rest)
    if to == nil {
      for word in ["至今", "今"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    }
    return (from, to, String(rest).trimmingBlanks)
  }

  /// `2004.10`, `2004.1`, `200410`, `2004-10`, `2004年10月`.
  private static func month(_ rest: inout Substring) -> FieldDate? {
    let start = rest
    let year = digits(&rest, atMost: 4)
    guard year.count == 4 else {
      rest = start
      return nil
    }
    if let mark = rest.first, [".", "．", "/", "年"].contains(mark) { rest.removeFirst() }
    let month = digits(&rest, atMost: 2)
    guard let number = Int(month), (1...12).contains(number), let first = Int(year) else {
      rest = start
      return nil
    }
    if rest.first == "月" { rest.removeFirst() }
    return .month(year: first, month: number)
  }

  private static func digits(_ rest: inout Substring, atMost limit: Int) -> String {
    let found = rest.prefix { $0.isASCIIDigit }.prefix(limit)
    rest = rest.dropFirst(found.count)
    return String(found)
  }

  private static func skipBlanks(_ rest: inout Substring) {
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
  }

  private static func isDash(_ character: Character) -> Bool {
    "-‐‑‒–—―－─━~～至".contains(character)
  }

  /// The lines as a form has them.
  public static func text(_ lines: [ResumeLine]) -> String {
    lines.map { line in
      "\(dotted(line.from))--\(line.to.map(dotted) ?? "       ")  \(line.text)"
    }.joined(separator: "\n")
  }

  private static func dotted(_ date: FieldDate) -> String {
    String(date.cell.prefix(7)).replacing("-", with: ".")
  }
}
