import CadreModel

/// 检查巡察 of the last year that show every possible outcome: what was found, what was set right, and who was called to
/// account for what was not.
extension CityWriter {
  private static let kinds = ["routine", "special", "upgraded", "cross", "lookback", "selection_check"]

  /// One inspection in each of the first units with cadres to name.
  mutating func plantInspection(in roster: Roster, random: inout RandomSource) {
    let unit = roster.unit
    guard unit.parent != nil, unit.kind != .partyCommittee, unit.exists(from: lastYears(1, 1, before: 3), to: nil),
      let member = roster.members.first(where: isSettled), let way = planting.next(.inspection, of: CityWriter.kinds.count)
    else { return }
    let kind = CityWriter.kinds[way]
    // A look back (回头看) needs an earlier inspection.
    if kind == "lookback" {
      inspectionRow("routine", of: unit, on: lastYears(6, 10, before: 2), ended: lastYears(7, 1, before: 2), withCheck: true)
    }
    inspectionRow(kind, of: unit, on: lastYears(1, 6), ended: lastYears(2, 1), withCheck: way != 1)
    let inspection = files.inspections.rows
    if kind != "selection_check" {
      for item in PlantedCase.all(days: 90, year: lastYear) where item.begins.number % 3 == way % 3 || way == 0 {
        plantFinding(of: inspection, member, item)
      }
    }
    switch way {
    // Every possible outcome for the matters to be set right.
    case 0:
      for item in PlantedCase.all(days: 60, year: lastYear) {
        rectificationRow(of: inspection, due: item.begins.adding(days: 60), done: item.done)
      }
    // Overdue, and answered for in time; too late; not yet.
    case 1...4:
      let item = PlantedCase(way: way - 1, days: 90, year: lastYear)
      rectificationRow(of: inspection, due: item.begins, done: nil)
      if let taken = item.done { measure("accountability", on: "unit", unit.id, taken: taken, issuer: "discipline") }
    default: rectificationRow(of: inspection, due: lastYears(8, 14), done: nil)
    }
    // An inspection of a township goes to all of its villages.
    if unit.kind == .township { writePlaces(of: inspection, in: unit, share: 1000, random: &random) }
  }

  private mutating func plantFinding(of inspection: Int, _ member: Member, _ item: PlantedCase) {
    measure("reminder", on: "person", identifier("P", member.number), taken: item.begins.adding(days: 1), issuer: "discipline")
    files.findings.id("N", files.findings.rows + 1)
    files.findings.id("I", inspection)
    files.findings.date(item.begins)
    files.findings.id("P", member.number)
    files.findings.text("制度执行不严")
    files.findings.id("P", member.number)
    files.findings.id("M", files.measures.rows)
    files.findings.date(item.done)
    files.findings.end()
  }

  func inspectionRow(_ kind: String, of unit: UnitPlan, person: Int? = nil, on day: Day, ended: Day?, withCheck: Bool) {
    files.inspections.id("I", files.inspections.rows + 1)
    files.inspections.code(kind)
    files.inspections.id(unit.id)
    if let person { files.inspections.id("P", person) } else { files.inspections.empty() }
    files.inspections.date(day)
    files.inspections.date(ended.flatMap { $0 <= end ? $0 : nil })
    files.inspections.flag(kind == "selection_check" || withCheck)
    files.inspections.end()
  }

  func rectificationRow(of inspection: Int, due: Day, done: Day?) {
    files.rectifications.id("R", files.rectifications.rows + 1)
    files.rectifications.id("I", inspection)
    files.rectifications.date(due)
    files.rectifications.date(done.flatMap { $0 <= end ? $0 : nil })
    files.rectifications.end()
  }

  /// The villages that an inspection of a township went to.
  func writePlaces(of inspection: Int, in unit: UnitPlan, share permille: Int, random: inout RandomSource) {
    for village in 1...unit.villages where random.chance(permille) {
      files.inspectionPlaces.id("I", inspection)
      files.inspectionPlaces.id(unit.placeID(village * 10))
      files.inspectionPlaces.end()
    }
  }
}
