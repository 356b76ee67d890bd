public import CadreModel

/// A city to be invented after a real one.
public struct SampleCity: Sendable {
  /// The real one.
  public let city: City
  private let profile: SampleProfile
  /// Its counties and districts; for a county, itself.
  let counties: [County]
  /// First and second character of invented place names.
  let placeFirsts: [String]
  let placeLasts: [String]

  public init(_ city: City, profile: SampleProfile) {
    self.city = city
    self.profile = profile
    counties = city.isCounty ? [County(code: Self.regionCode(of: city), name: city.nameChinese)] : profile.counties
    placeFirsts = PlaceNames.firsts + profile.placeFirsts
    placeLasts = PlaceNames.lasts + profile.placeLasts
  }

  /// `衢州市`; for a county, `泾县`.
  var fullName: String { city.nameChinese }
  /// Region code of the whole: 330800, 341823.
  var regionCode: Int { Self.regionCode(of: city) }
  /// True where the jurisdiction is a county: it has no city level.
  var isCounty: Bool { city.isCounty }
  /// Peoples of GB/T 3304 that live there beside the Han, and how many in a thousand they are.
  var peoples: [String] { profile.peoples }
  var minorities: Int { profile.peoples.isEmpty ? 0 : profile.minorities }
  /// What it issued to carry out clauses.
  var issuedDocuments: [IssuedDocument] { profile.issuedDocuments }
  /// Clauses that its units report on themselves.
  var attestedClauses: [String] { profile.attestedClauses }
  /// Indicators of its own policy, by the kind of subject a waiver may name.
  var waivable: [WaivableSubject: [String]] { profile.waivable }
  /// How many in a thousand of the persons each kind of record is kept for.
  var keeping: RecordKeeping { profile.keeping }

  private static func regionCode(of city: City) -> Int {
    Int(city.regionPrefix + String(repeating: "0", count: max(0, 6 - city.regionPrefix.count))) ?? 0
  }
}
