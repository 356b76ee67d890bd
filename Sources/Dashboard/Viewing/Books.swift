import Digest
public import PolicyKit

/// The policies, and what the program knows of them beside their parameters.
public struct Books: Sendable {
  public let library: PolicyLibrary
  /// How we read each policy, by its code.
  let readings: [String: Readings]
  /// The articles in their own words, by the policy's code, where the installation holds them.
  let texts: [String: ArticleTexts]
  let sharedDuties: SharedDuties
  /// Of what a configuration folder may say otherwise than the program's own.
  let digest: String

  public init(
    library: PolicyLibrary, readings: [String: Readings], texts: [String: ArticleTexts] = [:], sharedDuties: SharedDuties
  ) {
    (self.library, self.readings, self.texts, self.sharedDuties) = (library, readings, texts, sharedDuties)
    let parameters = library.policies.flatMap { policy in
      policy.configuration.parameters.map { parameter in
        "\(policy.code).\(parameter.name) \(parameter.title) \(parameter.basis) \(parameter.clause) \(parameter.values)"
      }
    }
    let articles = library.policies.flatMap { policy in policy.articles.map { texts[policy.code]?[$0.id] ?? "" } }
    digest = SHA256.hex(of: (parameters + articles).joined(separator: "\n"))
  }
}
