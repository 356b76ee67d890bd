/// A policy's own words, article by article, from a text that an installation keeps in its configuration folder.
///
/// The articles stand in the text in their order, each at the beginning of a line: `3.`, `3．`, `3、` or `第三条`. A policy
/// of two sets of articles (`a1` …, `b1` …) has them one after the other, each numbered from 1. A policy of parts and
/// items (`3.1`) may have a paragraph a part, in which the items begin with 一是, 二是, ….
public struct ArticleTexts: Sendable {
  private let texts: [String: String]

  /// - Parameters:
  ///   - text: the whole text; what stands before its first article, and headings between articles, are left out.
  ///   - articles: the ids of the policy's articles, in order.
  public init(_ text: String, articles: [String]) {
    let lines = text.split(whereSeparator: \.isNewline).map { Self.trimmed(String($0)) }.filter { !$0.isEmpty }
    let numbers = articles.map { $0.drop { $0 != "." }.dropFirst() }
    texts =
      numbers.contains { $0.contains(".") }
      ? Self.items(lines, articles, numbers) : Self.numbered(lines, articles, numbers)
  }

  /// The article's text; nil where it was not found.
  public subscript(id: String) -> String? { texts[id] }

  /// Goes through the lines and looks for one article after the other. A number other than the next article's is taken for
  /// ordinary text.
  private static func numbered(_ lines: [String], _ articles: [String], _ numbers: [Substring]) -> [String: String] {
    var texts: [String: [String]] = [:]
    var next = 0
    for line in lines {
      if next < articles.count, let number = Int(numbers[next].filter(\.isNumber)), begins(line, number) { next += 1 }
      guard next > 0, !isHeading(line) else { continue }
      texts[articles[next - 1], default: []].append(line)
    }
    return texts.mapValues { $0.joined(separator: "\n") }
  }

  /// A text of parts and items: either one paragraph a part, in which an item runs from 一是 to 二是, or each item on a line
  /// of its own, numbered `3.1`.
  private static func items(_ lines: [String], _ articles: [String], _ numbers: [Substring]) -> [String: String] {
    let paragraphs = lines.filter { $0.contains("一是") }
    var texts: [String: String] = [:]
    for (article, number) in zip(articles, numbers) {
      if let line = lines.first(where: { $0.hasPrefix(number) && !($0.dropFirst(number.count).first?.isNumber ?? true) }) {
        texts[article] = line
        continue
      }
      let places = number.split(separator: ".").compactMap { Int($0) }
      guard places.count == 2, paragraphs.indices.contains(places[0] - 1) else { continue }
      let paragraph = paragraphs[places[0] - 1]
      guard let start = paragraph.firstRange(of: chinese(places[1]) + "是")?.lowerBound else { continue }
      let rest = paragraph[start...]
      let end = rest.firstRange(of: chinese(places[1] + 1) + "是")?.lowerBound ?? rest.endIndex
      texts[article] = String(rest[..<end])
    }
    return texts
  }

  private static func begins(_ line: String, _ number: Int) -> Bool {
    let written = String(number)
    if line.hasPrefix(written), let mark = line.dropFirst(written.count).first { return ".．、".contains(mark) }
    return line.hasPrefix("第\(number)条") || line.hasPrefix("第\(chinese(number))条")
  }

  /// `二、建设素质培养体系`: a heading of several articles.
  private static func isHeading(_ line: String) -> Bool {
    let mark = line.drop { "一二三四五六七八九十".contains($0) }
    return mark.first == "、" && mark.count < line.count && line.count <= 60
  }

  private static func trimmed(_ line: String) -> String {
    let start = line.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The number in Chinese, from 1 to 99.
  private static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    guard digits.indices.contains(tens) else { return "" }
    let head = tens == 0 ? "" : (tens == 1 ? "十" : digits[tens] + "十")
    return head + digits[ones]
  }
}
