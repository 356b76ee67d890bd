import CadreModel
import PolicyKit

extension Domain {
  /// The label in Chinese, the code in English, which machines read.
  func name(in language: Language) -> String {
    language == .chinese ? label.chinese : rawValue
  }
}
