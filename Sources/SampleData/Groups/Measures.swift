import CadreModel

/// 组织措施, 召回教育, 政治素质考察.
extension CityWriter {
  mutating func measure(_ kind: String, on subjectKind: String, _ subject: String, taken: Day, issuer: String) {
    files.measures.id("M", files.measures.rows + 1)
    files.measures.code(subjectKind)
    files.measures.id(subject)
    files.measures.code(kind)
    files.measures.date(taken)
    files.measures.code(issuer)
    files.measures.end()
  }

  mutating func writeMeasures(on member: Member, in unit: UnitPlan) {
    var random = random(.measures, member.number)
    if random.chance(60) {
      let kind = random.pick([
        "reminder", "inquiry_letter", "admonition", "summon", "supervision", "accountability", "circular", "reassignment",
        "demotion", "removal", "non_leading", "party_discipline",
      ])
      let taken = random.day(.firstDay(ofYear: lastYear - 1), end)
      measure(
        kind, on: "person", identifier("P", member.number), taken: taken,
        issuer: random.pick(["discipline", "org_dept", "both", "other"]))
      if ["admonition", "accountability", "circular", "party_discipline"].contains(kind), random.chance(650) {
        writeDeduction(of: member, on: taken, random: &random)
      }
    }
    if random.chance(member.number % 97 == 1 ? 1000 : 14) { writeRecall(of: member, random: &random) }
    writeVetting(of: member, random: &random)
  }

  /// Recalls of the last two years, one in four with a second round.
  private mutating func writeRecall(of member: Member, random: inout RandomSource) {
    let recall = files.recallRounds.rows + 1
    let rounds = random.chance(250) ? 2 : 1
    var suspended = random.day(Day.firstDay(ofYear: lastYear).adding(months: -5), end.adding(days: -3))
    perhapsWaive(.recall, identifier("RC", recall))
    // Who is recalled is suspended within the week as a rule.
    if random.chance(700) {
      measure(
        "recall", on: "person", identifier("P", member.number),
        taken: suspended.adding(days: -(random.chance(850) ? random.between(0, 7) : random.between(8, 30))), issuer: "org_dept")
    }
    for round in 1...rounds where suspended <= end {
      let start = suspended.adding(days: random.chance(100) ? -random.between(1, 4) : random.between(0, 20))
      // Ten to fifteen days are asked for.
      let days = random.chance(720) ? random.between(10, 15) : random.pick([7, 9, 16, 20])
      let ends = start.adding(days: days - 1)
      let isOver = ends <= end && !random.chance(80)
      let passed: Bool? = isOver ? (round < rounds ? false : random.chance(850)) : nil
      let tracked: Day? = passed == true && random.chance(850) ? ends.adding(days: random.between(20, 60)) : nil
      let back: Day? =
        round == rounds && isOver && random.chance(750)
        ? (tracked.map { $0.adding(days: random.chance(850) ? random.between(0, 15) : -3) } ?? ends.adding(days: 30)) : nil
      files.recallRounds.id(identifier("RC", recall))
      files.recallRounds.integer(round)
      files.recallRounds.id("P", member.number)
      files.recallRounds.date(suspended)
      files.recallRounds.date(start <= end ? start : nil)
      files.recallRounds.date(start <= end && isOver ? ends : nil)
      files.recallRounds.flag(passed)
      files.recallRounds.date(tracked.flatMap { $0 <= end ? $0 : nil })
      files.recallRounds.date(back.flatMap { $0 <= end ? $0 : nil })
      writeVenue(ofYear: min(lastYear, max(years.lowerBound, start.year)), random: &random)
      files.recallRounds.end()
      if round == 2, passed == false, random.chance(600) {
        measure(
          random.pick(["demotion", "removal", "non_leading"]), on: "person", identifier("P", member.number),
          taken: min(end, ends.adding(days: random.between(1, 60))), issuer: "org_dept")
      }
      suspended = ends.adding(days: random.between(5, 60))
    }
  }

  /// The class that taught a round: mostly one of the city's Party school; of some it is not known.
  private func writeVenue(ofYear year: Int, random: inout RandomSource) {
    let taught = classes.years[year] ?? []
    let atSchool = taught.filter { $0.provider == "city_party_school" }
    let venue: ClassPlan? =
      random.chance(100) || taught.isEmpty ? nil
      : random.chance(850) && !atSchool.isEmpty ? random.pick(atSchool) : random.pick(taught)
    if let venue { files.recallRounds.id("K", venue.number) } else { files.recallRounds.empty() }
  }

  /// One in eight fails the vetting; some of those were promoted all the same, and some passed a later one.
  private mutating func writeVetting(of member: Member, random: inout RandomSource) {
    guard random.chance(70) else { return }
    let failed = random.chance(220)
    let wasPromoted = member.entry == .promotion && member.seatSince > begin.adding(days: 60)
    let held =
      failed && wasPromoted && random.chance(500)
      ? member.seatSince.adding(days: -random.between(1, 50)) : random.day(max(begin, member.hired), end)
    vetting(of: member, on: held, result: failed ? "unqualified" : "qualified")
    if failed, random.chance(200) {
      vetting(of: member, on: min(end, held.adding(days: random.between(0, 300))), result: "qualified")
    }
  }

  private mutating func vetting(of member: Member, on day: Day, result: String) {
    files.politicalVettings.id("V", files.politicalVettings.rows + 1)
    files.politicalVettings.id("P", member.number)
    files.politicalVettings.date(day)
    files.politicalVettings.code(result)
    files.politicalVettings.end()
  }
}
