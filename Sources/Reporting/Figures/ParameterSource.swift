public import PolicyKit

/// Where a policy's parameters came from, and which are not as the program brings them.
public struct ParameterSource: Sendable, Hashable {
  public let origin: ConfigurationOrigin
  public let changes: [ConfigurationChange]

  /// As the program brings them.
  public static let shipped = ParameterSource(origin: .shipped, changes: [])

  public init(origin: ConfigurationOrigin, changes: [ConfigurationChange]) {
    self.origin = origin
    self.changes = changes
  }

  init(of policy: Policy, in library: PolicyLibrary) {
    self.init(origin: library.origin, changes: library.changes.filter { $0.policy == policy.code })
  }
}
