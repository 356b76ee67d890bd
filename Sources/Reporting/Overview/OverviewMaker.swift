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
  private let dates: TrendDates

  /// - Parameters:
  ///   - library: whose cities the overview is of.
  ///   - months: over how many the trend goes; the ends of months that were not judged are left out.
  public init(library: PolicyLibrary, asOf: Day, province: String? = nil, months: Int = TrendDates.usualMonths) {
    self.asOf = asOf
    dates = TrendDates(upTo: asOf, months: months)
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
    let read = try await pool.withConnection { connection in
      var read: [(figures: CityFigures, trend: CityTrend)] = []
      for city in judged {
        read.append(
          try await city.reading(on: connection) { figures, _, connection in
            (figures, try await TrendReader(connection: connection).trend(of: city, dates))
          })
      }
      return read
    }
    return Overview(
      asOf: asOf, province: province, cities: read.map(\.figures), notInEffect: cities.filter { !$0.isInForce(on: asOf) },
      trends: read.map(\.trend))
  }
}
