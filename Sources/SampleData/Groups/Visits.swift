import CadreModel

/// 走访: heads visit every place of theirs within the term.
extension CityWriter {
  mutating func writeVisits(of roster: Roster) {
    guard let head = roster.head, roster.unit.kind == .partyCommittee || roster.unit.kind == .township else { return }
    var random = random(.visits, roster.unit.number)
    // Terms of five years that began in 2017.
    let term = Day.firstDay(ofYear: lastYear - (lastYear - 2017) % 5)
    let first = max(head.seatSince, term)
    // Most heads visit every place in the end; some leave one out to the last.
    let permille = roster.unit.parent == nil || roster.unit.isModel || random.chance(550) ? 1000 : random.between(500, 950)
    for target in targets(of: roster.unit) where random.chance(permille) {
      activity("visit", of: head.number, at: target, on: random.day(first, end))
    }
  }

  /// Townships for a city's secretary, villages for a county's, what lies in the township for its own.
  private func targets(of unit: UnitPlan) -> [String] {
    switch (unit.kind, unit.level) {
    case (.partyCommittee, .city): plan.townships.map { plan.units[$0].placeID(0) }
    case (.partyCommittee, _):
      plan.townships.filter { plan.units[$0].county == unit.county }.flatMap { index in
        (1...plan.units[index].villages).map { plan.units[index].placeID($0 * 10) }
      }
    default: (1...unit.villages).flatMap { village in UnitPlan.partsOfVillage.map { unit.placeID(village * 10 + $0) } }
    }
  }
}

extension UnitPlan {
  /// Serials of the places within a village: natural villages, a difficult household, a community.
  static let partsOfVillage = 1...3

  /// Place 0 is the township, 10, 20, ... are its villages, 11, 12, ... what lies in the first of them.
  func placeID(_ serial: Int) -> String {
    let digits = String(number)
    return "L" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + "-\(serial)"
  }
}
