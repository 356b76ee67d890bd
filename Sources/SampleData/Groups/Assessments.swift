import CadreModel

/// 年度考核 of the three years before the last, given out in the year after each.
extension CityWriter {
  /// One cadre of each of the first units has a mark that nobody else falls below.
  private func isBottom(_ member: Member, of unit: UnitPlan) -> Bool {
    unit.ordinal < 3 && member.role != .principal && member.seat == 3
  }

  mutating func writeAssessments(of member: Member, in unit: UnitPlan) {
    var random = random(.assessments, member.number)
    for year in max(years.lowerBound, lastYear - 3)..<lastYear where member.hired.year < year && member.isEmployed(in: year) {
      guard random.chance(930) else { continue }
      let isBottom = isBottom(member, of: unit)
      let score = isBottom ? random.between(60, 70) * 50 : random.between(142, 196) * 50
      let grade =
        isBottom ? random.pick(["basic", "incompetent"]) : random.chance(195) ? "excellent" : random.chance(970) ? "competent" : "basic"
      writeAssessment(
        "person", identifier("P", member.number), year: year, category: unit.category,
        score: random.chance(970) ? score : nil, grade: random.chance(970) ? grade : nil, random: &random)
      guard isBottom, year == lastYear - 1 else { continue }
      summon("person", identifier("P", member.number), random: &random)
      if grade == "incompetent", random.chance(700) {
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
      let isSnail = year == lastYear - 1 && random.chance(60)
      writeAssessment(
        "unit", unit.id, year: year, category: unit.category,
        score: (isBottom ? random.between(110, 130) : random.between(150, 196)) * 50, grade: nil, snail: isSnail,
        random: &random)
      if year == lastYear - 1, isBottom || isSnail { summon("unit", unit.id, random: &random) }
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

  /// The last of the ranking are summoned in the next year: seven in ten by an office that counts.
  private mutating func summon(_ kind: String, _ subject: String, random: inout RandomSource) {
    guard random.chance(800) else { return }
    measure(
      "summon", on: kind, subject, taken: random.day(inYear: lastYear),
      issuer: random.pick(["discipline", "org_dept", "both", "org_dept", "other"]))
  }
}
