/// The language of what people read.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case chinese = "zh"
  case english = "en"

  /// The text in this language.
  public func callAsFunction(zh: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    switch self {
    case .chinese: zh()
    case .english: en()
    }
  }
}
