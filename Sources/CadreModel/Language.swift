/// The language of what people read.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case zh
  case en

  /// The text in this language.
  public func callAsFunction(zh: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    switch self {
    case .zh: zh()
    case .en: en()
    }
  }
}
