import CadreModel

/// 检查巡察 and 整改事项.
extension CityWriter {
  mutating func writeInspections(of roster: Roster) {
    var random = random(.inspections, roster.unit.number)
    let unit = roster.unit
    let term = Day.firstDay(ofYear: lastYear - (lastYear - 2017) % 5)
    // Four units in five are inspected once in the term.
    if random.chance(800) {
      inspection(random.pick(["routine", "routine", "special", "upgraded", "cross"]), of: unit, on: random.day(max(begin, term), end), random: &random)
    }
    if term > begin, random.chance(700) {
      inspection(random.pick(["routine", "special", "cross"]), of: unit, on: random.day(begin, term.adding(days: -1)), random: &random)
    }
    if random.chance(80) { inspection("lookback", of: unit, on: random.day(begin, end), random: &random) }
    writeAudits(in: roster, random: &random)
    for member in roster.members where member.wasHead && member.seatSince >= begin {
      // A leaving check from ninety days before the post ended to ninety after it.
      guard random.chance(800) else { continue }
      let day = member.seatSince.adding(days: random.chance(850) ? random.between(-80, 85) : random.between(91, 160))
      if day <= end { inspection("leaving_check", of: unit, person: member.number, on: day, random: &random) }
    }
  }

  /// Audits and checks of principals: within five years of taking office as a rule.
  private mutating func writeAudits(in roster: Roster, random: inout RandomSource) {
    let isCommittee = roster.unit.kind == .partyCommittee
    for member in roster.members where member.role == .principal && member.left == nil {
      guard random.chance(isCommittee ? 750 : 350) else { continue }
      let day = random.day(member.seatSince, min(end, member.seatSince.adding(days: 2100)))
      inspection("economic_audit", of: roster.unit, person: member.number, on: day, random: &random)
      if random.chance(750) { archive("person", identifier("P", member.number), "economic_audit", random.day(day, end)) }
      if isCommittee, random.chance(800) {
        inspection("selection_check", of: roster.unit, on: random.day(member.seatSince, min(end, member.seatSince.adding(days: 2000))), random: &random)
      }
    }
  }

  private mutating func inspection(
    _ kind: String, of unit: UnitPlan, person: Int? = nil, on day: Day, random: inout RandomSource
  ) {
    let number = files.inspections.rows + 1
    let ended: Day? = random.chance(950) ? day.adding(days: random.between(3, 75)) : nil
    files.inspections.id("I", number)
    files.inspections.code(kind)
    files.inspections.id(unit.id)
    if let person { files.inspections.id("P", person) } else { files.inspections.empty() }
    files.inspections.date(day)
    files.inspections.date(ended.flatMap { $0 <= end ? $0 : nil })
    files.inspections.flag(kind == "selection_check" || random.chance(780))
    files.inspections.end()
    guard let ended, ended <= end, kind != "economic_audit" || random.chance(300) else { return }
    for _ in 0..<random.between(1, 3) { rectification(of: number, after: ended, random: &random) }
  }

  private mutating func rectification(of inspection: Int, after day: Day, random: inout RandomSource) {
    let due = day.adding(days: random.between(30, 210))
    let done: Day? =
      switch random.below(100) {
      case ..<78: due.adding(days: -random.between(0, 28))
      case ..<90: due.adding(days: random.between(1, 80))
      default: nil
      }
    files.rectifications.id("R", files.rectifications.rows + 1)
    files.rectifications.id("I", inspection)
    files.rectifications.date(due)
    files.rectifications.date(done.flatMap { $0 <= end ? $0 : nil })
    files.rectifications.end()
  }
}
