import CadreModel

extension Language {
  /// The text in this language.
  func callAsFunction(zh: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    switch self {
    case .chinese: zh()
    case .english: en()
    }
  }
}
