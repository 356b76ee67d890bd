import CadreModel
import Messages
import PolicyKit
import ShippedFiles

/// What the program brings beside the parameters: how we read each policy, and what its text asks.
enum CatalogueBooks {
  /// The readings of a policy; none of one that has no such file.
  static func readings(of policy: Policy) throws(ConfigurationError) -> Readings? {
    let file = "readings/\(policy.code).yaml"
    guard let text = ShippedFiles.text("config/\(file)") else { return nil }
    return try Readings(file: file, text: text)
  }

  static func statedNumbers() throws(ConfigurationError) -> StatedNumbers {
    let file = "articles.yaml"
    guard let text = ShippedFiles.text("config/\(file)") else { throw missing(file) }
    return try StatedNumbers(file: file, text: text)
  }

  static func duties() throws(ConfigurationError) -> Duties {
    let file = "duties.yaml"
    guard let text = ShippedFiles.text("config/\(file)") else { throw missing(file) }
    return try Duties(file: file, text: text)
  }

  /// The duties by which cities are compared.
  static func sharedDuties() throws(ConfigurationError) -> SharedDuties {
    let file = "shared-duties.yaml"
    guard let text = ShippedFiles.text("config/\(file)") else { throw missing(file) }
    return try SharedDuties(file: file, text: text)
  }

  private static func missing(_ file: String) -> ConfigurationError {
    ConfigurationError(
      file: file, line: nil, CatalogueMessages.fileMissing.chinese, CatalogueMessages.fileMissing.english)
  }
}
