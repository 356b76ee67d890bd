package import CadreModel
package import PolicyKit

extension Domain {
  /// The label in Chinese, the code in English, which machines read.
  package func name(in language: Language) -> String {
    language == .chinese ? label.chinese : rawValue
  }
}

extension Policy {
  /// The short name in Chinese, the code in English, which machines read.
  package func name(in language: Language) -> String {
    language == .chinese ? configuration.name.chinese : code
  }
}
