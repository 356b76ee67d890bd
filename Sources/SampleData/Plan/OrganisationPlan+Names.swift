import CadreModel

extension OrganisationPlan {
  /// The full name of a unit, as on its door plate.
  func name(of unit: UnitPlan) -> String {
    let area = unit.county.map { counties[$0].name } ?? city.fullName
    switch unit.kind {
    case .partyCommittee: return "中共\(area)委员会"
    case .partySchool: return "\(area)委党校"
    case .township:
      return area + placeName(unit.number) + ["镇", "乡", "镇", "街道", "镇"][unit.ordinal % 5]
    case .organ:
      let department = Departments.name(Departments.organs, unit.ordinal, branch: "分局")
      switch unit.ordinal {
      case 0, 2, 3, 4: return "中共\(area)委\(department)"
      default: return area + department
      }
    case .institution: return area + Departments.name(Departments.institutions, unit.ordinal, branch: "分中心")
    case .enterprise: return area + Departments.name(Departments.enterprises, unit.ordinal, branch: "分公司")
    }
  }

  /// An invented place name, the same for the same number.
  func placeName(_ number: Int) -> String {
    let spread = number &* 7919
    let (firsts, lasts) = (city.placeFirsts, city.placeLasts)
    return firsts[spread % firsts.count] + lasts[(spread / firsts.count) % lasts.count]
  }
}
