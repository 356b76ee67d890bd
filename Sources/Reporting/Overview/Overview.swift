public import CadreModel
public import PolicyKit
public import Results

/// All cities side by side at a date, each under its own policy.
public struct Overview: Sendable {
  public let asOf: Day
  /// First two digits of a region code; nil for all provinces.
  public let province: String?
  /// By province and city code.
  public let cities: [CityFigures]
  /// Cities whose policy judges nothing yet at the date: they have no rows.
  public let notInEffect: [CityUnderPolicy]
  /// The cities at the ends of months at which they were judged, in the same order.
  public let trends: [CityTrend]

  public init(
    asOf: Day, province: String?, cities: [CityFigures], notInEffect: [CityUnderPolicy], trends: [CityTrend] = []
  ) {
    self.asOf = asOf
    self.province = province
    self.cities = cities.sorted { ($0.city.provinceCode, $0.city.code) < ($1.city.provinceCode, $1.city.code) }
    self.notInEffect = notInEffect
    self.trends = trends.sorted { ($0.city.provinceCode, $0.city.code) < ($1.city.provinceCode, $1.city.code) }
  }

  /// Every city's fields of work, with their places within the province.
  public var standings: [DomainStanding] {
    let figures = cities.flatMap { city in city.domains.map { (city: city.city, figures: $0) } }
    return figures.map { entry in
      // The rates as printed are compared: figures that read the same share their rank.
      let better = entry.figures.compliance.map { own in
        figures.count { other in
          other.city.provinceCode == entry.city.provinceCode && other.figures.domain == entry.figures.domain
            && other.figures.compliance.map { $0 > own } ?? false
        }
      }
      return DomainStanding(city: entry.city, figures: entry.figures, rank: better.map { $0 + 1 })
    }
  }
}

/// A city's place in one field of work among the cities of its province.
public struct DomainStanding: Sendable, Hashable {
  public let city: City
  public let figures: DomainFigures
  /// 1 for the highest compliance rate; ties share the best rank. Nil without a rate.
  public let rank: Int?

  /// Whether both have a place in the same order.
  func ranks(with other: DomainStanding) -> Bool {
    rank != nil && city.provinceCode == other.city.provinceCode && figures.domain == other.figures.domain
  }
}
