public import CadreTesting
import CadreModel
import Policies
public import PolicyKit
import Schema
import ShippedFiles
public import Testing

extension PolicyLibrary {
  /// The registered policies under the configuration that ships.
  public static func shipped() throws -> PolicyLibrary {
    try PolicyLibrary(registeredPolicies) { ShippedFiles.text("config/\($0)") }
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
