import CadreModel

/// 干预插手记录, 廉政风险点, 集体决策, 举报受理, 容错案件.
extension CityWriter {
  mutating func writeOversight(of roster: Roster) {
    var random = random(.oversight, 1 << 40 &+ roster.unit.number)
    let unit = roster.unit
    if unit.keepsInterventionLedger { writeInterventions(of: unit, random: &random) }
    for area in ["enforcement", "approval", "construction", "finance", "audit"] where random.chance(420) {
      writeRiskPoint(of: unit, area: area, random: &random)
    }
    if unit.kind == .partyCommittee || unit.kind == .township || unit.kind == .organ || random.chance(300) {
      for year in max(years.lowerBound, lastYear - 2)...lastYear {
        for _ in 0..<random.between(2, 6) { writeDecision(of: unit, on: random.day(inYear: year), random: &random) }
      }
    }
    for _ in 0..<random.between(1, unit.kind == .township ? 6 : 3) { writePetition(in: roster, random: &random) }
    if unit.parent == nil { plantPetitions(in: roster) }
    if random.chance(60) { writeToleranceCase(of: unit, random: &random) }
    if unit.kind == .partyCommittee || unit.kind == .township || unit.kind == .organ {
      for year in lastYear - 1...lastYear where random.chance(city.keeping.archives) && !unit.idles(in: year, of: lastYear) {
        archive("unit", unit.id, "assessment_file", random.day(inYear: year))
      }
    }
    if random.chance(200) {
      archive("unit", unit.id, random.pick(["economic_audit", "petition_material"]), random.day(begin, end))
    }
  }

  private mutating func writeInterventions(of unit: UnitPlan, random: inout RandomSource) {
    for year in years {
      for _ in 0..<random.below(3) {
        let isPartial = random.chance(250)
        func perhaps(_ value: String, _ random: inout RandomSource) -> String? { isPartial && random.chance(250) ? nil : value }
        files.interventions.id("E", files.interventions.rows + 1)
        files.interventions.id(unit.id)
        files.interventions.code(
          random.pick(["project", "enforcement", "public_resources", "justice", "finance", "land", "personnel", "audit"]))
        files.interventions.date(isPartial && random.chance(150) ? nil : random.day(inYear: year))
        files.interventions.text(perhaps(random.pick(PersonNames.surnames) + "某", &random))
        files.interventions.text(perhaps(random.pick(["某局", "某街道办事处", "某集团有限公司", "某投资公司"]), &random))
        files.interventions.text(perhaps(random.pick(["处长", "副局长", "主任", "经理"]), &random))
        files.interventions.text(perhaps(random.pick(["口头", "电话", "书面", "微信"]), &random))
        files.interventions.text(
          perhaps(
            random.pick(["打听案件进展", "推荐分包单位, 称\"价格合适\"", "要求加快审批", "为亲属调动说情", "要求调整评标时间,并变更地点"]), &random))
        files.interventions.text(perhaps(random.pick(["未予采纳", "已拒绝并登记", "已上报上级"]), &random))
        files.interventions.end()
      }
    }
  }

  private mutating func writeRiskPoint(of unit: UnitPlan, area: String, random: inout RandomSource) {
    let isWeak = random.chance(180)
    files.riskPoints.id("F", files.riskPoints.rows + 1)
    files.riskPoints.id(unit.id)
    files.riskPoints.code(area)
    files.riskPoints.code(random.pick(["high", "medium", "low"]))
    for _ in 0..<3 { files.riskPoints.flag(!(isWeak && random.chance(450))) }
    files.riskPoints.end()
  }

  private mutating func writeDecision(of unit: UnitPlan, on day: Day, random: inout RandomSource) {
    let inMeeting = random.chance(880)
    decision(
      of: unit, on: day, random.pick(["major", "personnel", "project", "funds"]),
      inMeeting ? "meeting" : random.pick(["circulation", "consultation"]),
      principalLast: inMeeting ? (random.chance(80) ? nil : random.chance(900)) : (random.chance(500) ? nil : false))
  }

  mutating func decision(of unit: UnitPlan, on day: Day, _ matter: String, _ mode: String, principalLast: Bool?) {
    files.decisions.id("J", files.decisions.rows + 1)
    files.decisions.id(unit.id)
    files.decisions.date(day)
    files.decisions.code(matter)
    files.decisions.code(mode)
    files.decisions.flag(principalLast)
    files.decisions.end()
  }

  private mutating func writePetition(in roster: Roster, random: inout RandomSource) {
    let received = random.day(random.chance(500) ? .firstDay(ofYear: lastYear) : begin, end)
    let accepted: Day? =
      switch random.below(100) {
      case ..<80: received.adding(days: random.between(0, 15))
      case ..<92: received.adding(days: random.between(16, 50))
      default: nil
      }
    let closed: Day? = accepted.flatMap { random.chance(750) ? $0.adding(days: random.between(5, 120)) : nil }
    let isFalse = closed != nil && random.chance(300)
    let clarified = closed.flatMap { day -> Day? in
      guard isFalse, random.chance(850) else { return nil }
      return day.adding(days: random.chance(800) ? random.between(0, 30) : random.between(31, 90))
    }
    files.petitions.id("X", files.petitions.rows + 1)
    files.petitions.integer(roster.unit.regionCode, width: 6)
    files.petitions.code(random.pick(["mailbox", "visit", "web", "phone", "sms"]))
    files.petitions.date(received)
    files.petitions.date(accepted.flatMap { $0 <= end ? $0 : nil })
    files.petitions.date(closed.flatMap { $0 <= end ? $0 : nil })
    files.petitions.flag(isFalse && closed.map { $0 <= end } ?? false)
    files.petitions.date(clarified.flatMap { $0 <= end ? $0 : nil })
    writeDetails(ofPetition: received, isFalse ? closed : nil, in: roster)
    files.petitions.end()
  }

  /// Whom it names, what it is about, whether it was investigated, who stepped aside, and what followed a false accusation.
  private mutating func writeDetails(ofPetition received: Day, _ provedFalse: Day?, in roster: Roster) {
    var random = random(.petitionDetails, files.petitions.rows + 1)
    func told(_ day: Day?) -> Day? { day.flatMap { $0 <= end ? $0 : nil } }
    let named = random.chance(550) ? roster.members.prefix(8).filter { $0.hired <= received } : []
    let person = named.isEmpty ? nil : random.pick(named)
    if let person { files.petitions.id("P", person.number) } else { files.petitions.empty() }
    let topic: String? = random.chance(350) ? "four_winds" : random.chance(600) ? "other" : nil
    files.petitions.code(topic)
    let verified: Day? =
      switch random.below(100) {
      case _ where topic != "four_winds": nil
      case ..<76: received.adding(days: random.between(5, 60))
      case ..<90: received.adding(days: random.between(61, 120))
      default: nil
      }
    files.petitions.date(told(verified))
    files.petitions.flag(person == nil || random.chance(120) ? nil : random.chance(880))
    files.petitions.date(
      told(
        provedFalse.flatMap {
          random.chance(800) ? $0.adding(days: random.chance(850) ? random.between(5, 90) : random.between(91, 160)) : nil
        }))
    if let person, random.chance(700) {
      archive(
        "person", identifier("P", person.number), "petition_material", min(end, received.adding(days: random.between(5, 90))))
    }
  }

  private mutating func writeToleranceCase(of unit: UnitPlan, random: inout RandomSource) {
    let applied = random.day(.firstDay(ofYear: lastYear - 1), end)
    let decided = applied.adding(days: random.between(10, 90))
    let isDecided = decided <= end && random.chance(850)
    toleranceCase(of: unit, applied: applied, decided: isDecided ? decided : nil, granted: isDecided ? random.chance(700) : nil)
  }

  mutating func toleranceCase(of unit: UnitPlan, applied: Day, decided: Day?, granted: Bool?) {
    files.toleranceCases.id("B", files.toleranceCases.rows + 1)
    files.toleranceCases.id(unit.id)
    files.toleranceCases.date(applied)
    files.toleranceCases.date(decided)
    files.toleranceCases.flag(granted)
    files.toleranceCases.end()
  }
}
