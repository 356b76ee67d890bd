import CadreModel
public import CadreTesting
import Policies
public import PolicyKit
public import SampleData
import Schema
import ShippedFiles
public import Testing

extension PolicyLibrary {
  /// The registered policies and cities under the configuration that ships.
  public static func shipped() throws -> PolicyLibrary { try shipped(with: [], files: [:]) }

  /// The same, with more policies, and with files that replace or add some: `cities/huzhou.yaml`.
  public static func shipped(with more: [PolicyText], files: [String: String]) throws -> PolicyLibrary {
    let cities = Set(Registered.cities + files.keys.compactMap(Registered.city(ofFile:)))
    return try PolicyLibrary(registeredPolicies + more, cities: cities.sorted()) { path in
      files[path] ?? ShippedFiles.text("config/\(path)")
    }
  }
}

/// The codes of what is registered, to run a test with each.
public enum Registered {
  public static let policies = registeredPolicies.map(\.code)
  public static let cities = ShippedFiles.paths(below: "config/cities")
    .compactMap { city(ofFile: String($0.dropFirst("config/".count))) }

  static func city(ofFile path: String) -> String? {
    guard path.hasPrefix("cities/") else { return nil }
    return CityRegister.code(ofFile: String(path.dropFirst("cities/".count)))
  }
}

extension SampleCity {
  /// A city to be invented after a registered one.
  public static func named(_ code: String) throws -> SampleCity {
    try named(code, in: .shipped())
  }

  public static func named(_ code: String, in library: PolicyLibrary) throws -> SampleCity {
    let entry = try #require(library.register.cities.first { $0.city.code == code })
    return SampleCity(entry.city, profile: try #require(entry.sample))
  }
}

extension DatabaseTemplate {
  /// The migrated schema with calendar and cities, and no data.
  public static let cadre = DatabaseTemplate("cadre") { connection in
    try await Migrations.shipped().apply(to: connection, by: "tests")
    try await ReferenceData.store(cities: PolicyLibrary.shipped().cities, in: connection)
  }
}

extension Trait where Self == DatabaseTrait {
  /// A migrated database without data for each test case.
  public static var cadre: Self { .database(template: .cadre) }
}
