public import CadreModel
public import PolicyKit
public import PostgresClient
public import Results

/// Which cities an overview is of, and how it is made from what these were judged to be.
public struct OverviewMaker: Sendable {
  public let asOf: Day
  /// First two digits of a region code; nil for all.
  public let province: String?
  /// Each under its own policy, also those whose policy is not in force yet.
  public let cities: [CityUnderPolicy]

  /// - Parameter library: whose cities the overview is of.
  public init(library: PolicyLibrary, asOf: Day, province: String? = nil) {
    self.asOf = asOf
    self.province = province
    cities = library.cities.filter { province == nil || $0.provinceCode == province }
      .compactMap { library.register.policy(of: $0.code, on: asOf) }
  }

  /// Reads the overview of the cities that were judged.
  ///
  /// - Throws: `ResultsError.replaced`, `PostgresError`.
  public nonisolated(nonsending) func overview(
    of judged: [JudgedCity], on pool: ConnectionPool
  ) async throws -> Overview {
    let figures = try await pool.withConnection { connection in
      var figures: [CityFigures] = []
      for city in judged {
        figures.append(try await city.reading(on: connection) { figures, _, _ in figures })
      }
      return figures
    }
    return Overview(
      asOf: asOf, province: province, cities: figures, notInEffect: cities.filter { !$0.isInForce(on: asOf) })
  }
}
