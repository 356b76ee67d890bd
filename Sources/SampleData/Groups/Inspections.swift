import CadreModel

/// 检查巡察, 巡察到村, 巡察发现问题 and 整改事项.
extension CityWriter {
  mutating func writeInspections(of roster: Roster) {
    var random = random(.inspections, roster.unit.number)
    let term = Day.firstDay(ofYear: lastYear - (lastYear - 2017) % 5)
    // Four units in five are inspected once in the term.
    if random.chance(800) {
      inspection(
        random.pick(["routine", "routine", "special", "upgraded", "cross"]), of: roster, on: random.day(max(begin, term), end),
        random: &random)
    }
    if term > begin, random.chance(700) {
      inspection(
        random.pick(["routine", "special", "cross"]), of: roster, on: random.day(begin, term.adding(days: -1)), random: &random)
    }
    if random.chance(80) { inspection("lookback", of: roster, on: random.day(begin, end), random: &random) }
    plantInspection(in: roster, random: &random)
    writeAudits(in: roster, random: &random)
    for member in roster.members where member.wasHead && member.seatSince >= begin {
      // A leaving check from ninety days before the post ended to ninety after it.
      if let way = roster.unit.headChange {
        if let day = PlantedCase(way: way, days: 90, year: lastYear).done {
          inspection("leaving_check", of: roster, person: member.number, on: day, random: &random)
        }
        continue
      }
      guard random.chance(800) else { continue }
      let day = member.seatSince.adding(days: random.chance(850) ? random.between(-80, 85) : random.between(91, 160))
      if day <= end { inspection("leaving_check", of: roster, person: member.number, on: day, random: &random) }
    }
  }

  /// Audits and checks of principals: within five years of taking office as a rule.
  private mutating func writeAudits(in roster: Roster, random: inout RandomSource) {
    let isCommittee = roster.unit.kind == .partyCommittee
    if isCommittee, roster.unit.hasPlannedPrincipals { return plantAudits(in: roster, random: &random) }
    for member in roster.members where member.role == .principal && member.left == nil {
      guard random.chance(isCommittee ? 750 : 350) else { continue }
      let day = random.day(member.seatSince, min(end, member.seatSince.adding(days: 2100)))
      inspection("economic_audit", of: roster, person: member.number, on: day, random: &random)
      if random.chance(750) { archive("person", identifier("P", member.number), "economic_audit", random.day(day, end)) }
      if isCommittee, random.chance(800) {
        inspection(
          "selection_check", of: roster, on: random.day(member.seatSince, min(end, member.seatSince.adding(days: 2000))),
          random: &random)
      }
    }
  }

  /// Of the principals of the first two counties one is audited in time, one too late, one not at all and one not yet; in the
  /// first their selections are looked at, when it is too late for one.
  private mutating func plantAudits(in roster: Roster, random: inout RandomSource) {
    for member in roster.members.prefix(2) where member.role == .principal {
      let years: Int? = roster.unit.ordinal == 0 ? (member.seat == 1 ? 1 : nil) : (member.seat == 1 ? nil : 6)
      if let years {
        inspection(
          "economic_audit", of: roster, person: member.number, on: member.seatSince.adding(years: years), random: &random)
      }
    }
    if roster.unit.ordinal == 0 { inspection("selection_check", of: roster, on: lastYears(12, 20), random: &random) }
  }

  private mutating func inspection(
    _ kind: String, of roster: Roster, person: Int? = nil, on day: Day, random: inout RandomSource
  ) {
    let number = files.inspections.rows + 1
    let ended: Day? = random.chance(950) ? day.adding(days: random.between(3, 75)) : nil
    let withCheck = random.chance(780) && !roster.unit.hasPlannedPrincipals
    inspectionRow(kind, of: roster.unit, person: person, on: day, ended: ended, withCheck: withCheck)
    if CityWriter.discipline.contains(kind) { writeFindings(of: number, in: roster, from: day, to: ended ?? end) }
    guard let ended, ended <= end, kind != "economic_audit" || random.chance(300) else { return }
    for _ in 0..<random.between(1, 3) { rectification(of: number, in: roster.unit, after: ended, random: &random) }
  }

  /// The kinds of inspections that discipline inspectors carry out.
  private static let discipline: Set = ["routine", "special", "upgraded", "cross", "lookback"]

  /// Most villages of an inspected township, and up to two faults of its cadres: put right within ninety days as a rule, some
  /// without cause, culprit or measure.
  private mutating func writeFindings(of inspection: Int, in roster: Roster, from day: Day, to last: Day) {
    var random = random(.findings, inspection)
    if roster.unit.kind == .township { writePlaces(of: inspection, in: roster.unit, share: 700, random: &random) }
    for _ in 0..<random.below(3) {
      let found = random.day(day, min(last, end))
      let person = roster.members.isEmpty || random.chance(150) ? nil : random.pick(roster.members)
      let taken = found.adding(days: random.between(1, 60))
      let isAnswered = person != nil && taken <= end && random.chance(850)
      if isAnswered, let person {
        measure(
          random.pick(["reminder", "admonition", "summon", "circular"]), on: "person", identifier("P", person.number),
          taken: taken, issuer: "discipline")
      }
      let corrected: Day? =
        switch random.below(100) {
        case ..<75: found.adding(days: random.between(10, 90))
        case ..<88: found.adding(days: random.between(91, 150))
        default: nil
        }
      files.findings.id("N", files.findings.rows + 1)
      files.findings.id("I", inspection)
      files.findings.date(found)
      if let person { files.findings.id("P", person.number) } else { files.findings.empty() }
      files.findings.text(random.chance(120) ? nil : random.pick(["责任落实不到位", "制度执行不严", "学习不深入, 把关不严"]))
      if let head = roster.head, !random.chance(120) { files.findings.id("P", head.number) } else { files.findings.empty() }
      if isAnswered { files.findings.id("M", files.measures.rows) } else { files.findings.empty() }
      files.findings.date(corrected.flatMap { $0 <= end ? $0 : nil })
      files.findings.end()
    }
  }

  private mutating func rectification(of inspection: Int, in unit: UnitPlan, after day: Day, random: inout RandomSource) {
    let due = day.adding(days: random.between(30, 210))
    let done: Day? =
      switch random.below(100) {
      case ..<78: due.adding(days: -random.between(0, 28))
      case ..<90: due.adding(days: random.between(1, 80))
      default: nil
      }
    rectificationRow(of: inspection, due: due, done: done)
    guard done.map({ $0 > due }) ?? true, random.chance(600) else { return }
    let taken = due.adding(days: random.chance(850) ? random.between(1, 90) : random.between(91, 140))
    if taken <= end {
      measure(random.pick(["accountability", "summon", "circular"]), on: "unit", unit.id, taken: taken, issuer: "discipline")
    }
  }
}
