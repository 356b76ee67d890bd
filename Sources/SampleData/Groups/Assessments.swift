import CadreModel

/// That somebody was graded incompetent, and when that had a consequence.
private struct Incompetence {
  let answered: Day?
}

/// 年度考核 of the three years before the last, given out in the year after each.
extension CityWriter {
  /// In each of the first units one cadre has the lowest mark of all.
  private func isBottom(_ member: Member, of unit: UnitPlan) -> Bool {
    unit.ordinal < 3 && member.role != .principal && member.seat == 3
  }

  mutating func writeAssessments(of member: Member, in unit: UnitPlan) {
    var random = random(.assessments, member.number)
    for year in max(years.lowerBound, lastYear - 3)..<lastYear where member.hired.year < year && member.isEmployed(in: year) {
      guard random.chance(930) else { continue }
      let isBottom = isBottom(member, of: unit)
      let found = year == lastYear - 1 ? incompetence(of: member) : nil
      let score = isBottom ? random.between(60, 70) * 50 : random.between(142, 196) * 50
      let excellent = unit.kind != .township ? 195 : unit.county == 1 ? 0 : 400
      let grade =
        found != nil
        ? "incompetent"
        : isBottom
          ? random.pick(["basic", "incompetent"])
          : random.chance(excellent) ? "excellent" : random.chance(970) ? "competent" : "basic"
      writeAssessment(
        "person", identifier("P", member.number), year: year, category: unit.category,
        score: random.chance(970) ? score : nil, grade: found != nil || random.chance(970) ? grade : nil, random: &random)
      if let taken = found?.answered {
        measure("reassignment", on: "person", identifier("P", member.number), taken: taken, issuer: "org_dept")
      }
      guard isBottom, year == lastYear - 1 else { continue }
      summon("person", identifier("P", member.number), .summonOfCadre, random: &random)
      if found == nil, grade == "incompetent", random.chance(700) {
        measure(
          random.pick(["reassignment", "non_leading", "demotion", "removal", "off_post_training"]), on: "person",
          identifier("P", member.number), taken: random.day(inYear: lastYear), issuer: "org_dept")
      }
    }
  }

  mutating func writeUnitAssessments(of unit: UnitPlan) {
    var random = random(.assessments, -unit.number)
    for year in max(years.lowerBound, lastYear - 3)..<lastYear where unit.foundedOn.map({ $0.year <= year }) ?? true {
      let isBottom = unit.ordinal < 4 && unit.number % 2 == 0
      let isSnail = year == lastYear - 1 && (unit.ordinal == 1 && unit.dissolvedOn == nil || random.chance(60))
      writeAssessment(
        "unit", unit.id, year: year, category: unit.category,
        score: (isBottom ? random.between(110, 130) : random.between(150, 196)) * 50, grade: nil, snail: isSnail,
        random: &random)
      if year == lastYear - 1, isBottom || isSnail {
        summon("unit", unit.id, isSnail ? .summonOfLeader : .summonOfUnit, random: &random)
      }
    }
  }

  private mutating func writeAssessment(
    _ kind: String, _ subject: String, year: Int, category: String, score: Int?, grade: String?, snail: Bool = false,
    random: inout RandomSource
  ) {
    let published = Day.firstDay(ofYear: year + 1)
    let feedback: Day? = random.chance(890) ? random.day(published, published.adding(days: 340)) : nil
    files.assessments.id("A", files.assessments.rows + 1)
    files.assessments.code(kind)
    files.assessments.id(subject)
    files.assessments.integer(year)
    files.assessments.text(category)
    files.assessments.number(hundredths: score)
    files.assessments.code(grade)
    files.assessments.flag(snail)
    files.assessments.date(feedback)
    files.assessments.flag(random.chance(80) ? nil : random.chance(860))
    files.assessments.end()
  }

  /// Cadres graded incompetent, all planted: one is dealt with at once, one never, one late in the year, and
  /// one or two leave.
  private mutating func incompetence(of member: Member) -> Incompetence? {
    guard member.role == .deputy, member.leading, member.managedBy != "province", !city.isCounty || member.managedBy == "county",
      member.seatSince < Day.lastDay(ofYear: lastYear - 1)
    else { return nil }
    // A recall counts as having been dealt with.
    if isSettled(member), planting.isDone(.recall, of: 8), let way = planting.next(.incompetent, of: 3) {
      return Incompetence(answered: [lastYears(2, 15), nil, lastYears(12, 20)][way])
    }
    if member.left?.year == lastYear, planting.next(.incompetentGone, of: 2) != nil { return Incompetence(answered: nil) }
    return nil
  }

  /// The last of the ranking are summoned in the next year: seven in ten by an office that counts; of the first of a kind
  /// one early, one never, one late in the year.
  private mutating func summon(_ kind: String, _ subject: String, _ planted: PlantedKind, random: inout RandomSource) {
    if let way = planting.next(planted, of: 3) {
      if way != 1 { measure("summon", on: kind, subject, taken: way == 0 ? lastYears(2, 10) : lastYears(12, 20), issuer: "both") }
      return
    }
    guard random.chance(800) else { return }
    measure(
      "summon", on: kind, subject, taken: random.day(inYear: lastYear),
      issuer: random.pick(["discipline", "org_dept", "both", "org_dept", "other"]))
  }
}
