import CadreModel

/// 组织措施 and 政治素质考察.
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
    writeRecalls(of: member, random: &random)
    writeVetting(of: member, random: &random)
  }

  /// One in eight fails the vetting; some of those were promoted all the same, and some passed a later one.
  private mutating func writeVetting(of member: Member, random: inout RandomSource) {
    // One was promoted in the last year soon after failing the vetting; one failed it and was not promoted.
    if member.entry == .promotion, member.seatSince.year == lastYear, member.left == nil, member.rank > .staff,
      planting.next(.veto, of: 3) != nil
    {
      return vetting(of: member, on: member.seatSince.adding(days: -1), result: "unqualified")
    }
    if isSettled(member), planting.next(.vetoHeeded, of: 2) != nil {
      return vetting(of: member, on: lastYears(4, 15), result: "unqualified")
    }
    if member.leading, member.left == nil {
      for year in max(lastYear - 1, member.hired.year)...lastYear where random.chance(city.keeping.vettings) {
        vetting(
          of: member, on: random.day(max(.firstDay(ofYear: year), member.hired), .lastDay(ofYear: year)), result: "qualified")
      }
    }
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

  mutating func vetting(of member: Member, on day: Day, result: String) {
    files.politicalVettings.id("V", files.politicalVettings.rows + 1)
    files.politicalVettings.id("P", member.number)
    files.politicalVettings.date(day)
    files.politicalVettings.code(result)
    files.politicalVettings.end()
  }
}
