/// What a form says of one year's assessment.
public struct AssessedYear: Sendable, Hashable {
  public let year: String
  /// The grade's word.
  public let grade: String
}

/// The 年度考核结果 of a form: `2021年称职；2022年：优秀；2023、2024年度考核均为称职。`
public enum AssessmentText {
  /// The longest first: 不称职 ends in 称职.
  private static let grades = [
    "基本称职", "不称职", "称职", "优秀", "基本合格", "不合格", "合格", "不定等次", "不确定等次", "未定等次", "不进行考核", "未参加考核",
  ].sorted { $0.count > $1.count }

  /// - Returns: the years in the text's order; nil where there is text that they do not account for (`近三年均为称职`).
  public static func years(_ text: String) -> [AssessedYear]? {
    var found: [AssessedYear] = []
    var waiting: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isASCIIDigit {
        let digits = rest.prefix { $0.isASCIIDigit }
        guard digits.count == 4, let year = Int(digits), (1900...2100).contains(year) else { return nil }
        waiting.append(String(digits))
        rest = rest.dropFirst(4)
      } else if let grade = grades.first(where: { rest.hasPrefix($0) }) {
        guard !waiting.isEmpty else { return nil }
        found += waiting.map { AssessedYear(year: $0, grade: grade) }
        waiting = []
        rest = rest.dropFirst(grade.count)
      } else if let word = words.first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(word.count)
      } else if first.isWhitespace || marks.contains(first) {
        rest.removeFirst()
      } else {
        return nil
      }
    }
    return waiting.isEmpty ? found : nil
  }

  /// What stands between years and grades and says nothing more.
  private static let words = [
    "年度考核结果", "年度考核", "年年度", "年度", "年", "考核结果", "考核", "结果", "等次", "评定", "均", "被", "确定", "评", "为", "是", "和", "及",
  ].sorted { $0.count > $1.count }
  private static let marks: Set<Character> = [
    "；", ";", "，", ",", "、", "。", ".", "：", ":", "“", "”", "\"", "（", "）", "(", ")", "-", "—",
  ]

  /// The text as a form has it.
  public static func text(_ years: [AssessedYear]) -> String {
    years.map { "\($0.year)年\($0.grade)" }.joined(separator: "；")
  }
}
