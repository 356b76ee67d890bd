import CadreModel
public import PolicyKit

/// Where a policy's parameters and a city's entries came from, and which are not as the program brings them.
public struct ParameterSource: Sendable, Hashable {
  public let origin: ConfigurationOrigin
  public let changes: [ConfigurationChange]

  /// As the program brings them.
  public static let shipped = ParameterSource(origin: .shipped, changes: [])

  public init(origin: ConfigurationOrigin, changes: [ConfigurationChange]) {
    self.origin = origin
    self.changes = changes
  }

  public init(of city: CityUnderPolicy, in library: PolicyLibrary) {
    let subjects: [ConfigurationChange.Subject] = [.policy(city.policy.code), .city(city.city.code)]
    self.init(origin: library.origin, changes: library.changes.filter { subjects.contains($0.subject) })
  }

  /// Those that are not as the program brings them in one file.
  package func changes(of subject: ConfigurationChange.Subject) -> [ConfigurationChange] {
    changes.filter { $0.subject == subject }
  }
}
