/// `units.unit_kind`.
enum UnitKind: String, Sendable {
  case partyCommittee = "party_committee"
  case organ
  case township
  case institution
  case enterprise
  case partySchool = "party_school"
}

/// `units.level`.
enum UnitLevel: String, Sendable {
  case city, county, township
}

/// `posts.rank`, from the lowest.
enum Rank: Int, Sendable, Comparable {
  case staff, subSection, townshipSection, countyDivision, bureau

  var code: String {
    switch self {
    case .staff: "staff"
    case .subSection: "sub_section"
    case .townshipSection: "township_section"
    case .countyDivision: "county_division"
    case .bureau: "bureau"
    }
  }

  var below: Rank { Rank(rawValue: rawValue - 1) ?? .staff }

  static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
}

/// `posts.role`.
enum Role: String, Sendable {
  case principal
  case deputy
  case middlePrincipal = "middle_principal"
  case middleDeputy = "middle_deputy"
  case staff
}

/// `posts.branch`.
enum Branch: String, Sendable {
  case party, admin, both
}

/// `posts.entry`.
enum Entry: String, Sendable {
  case initial, promotion, transfer, exchange, secondment, other
}

/// `units.ledger_matters`.
enum LedgerMatters {
  /// The matters for which some unit keeps a ledger; for audits none does.
  static let kept = ["project", "enforcement", "public_resources", "justice", "finance", "land", "personnel"]
}
