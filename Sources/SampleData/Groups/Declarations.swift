import CadreModel

/// 事项报告 and 监督档案.
extension CityWriter {
  private static let reportable = [
    "housing", "investment", "marriage", "family_employment", "illness", "decision_error", "absence", "authority_matter",
  ]
  private static let prohibited = ["unlisted_shares", "securities", "usury", "business", "part_time", "paid_role"]

  mutating func writeDeclarations(of member: Member) {
    var random = random(.oversight, member.number)
    let recent = Day.firstDay(ofYear: lastYear)
    if isSettled(member) { plantDeclarations(of: member) }
    if random.chance(110) {
      let occurred = random.day(random.chance(600) ? recent : begin, end)
      let reported: Day? =
        switch random.below(100) {
        case ..<70: occurred.adding(days: random.between(0, 29))
        case ..<78: occurred.adding(days: 30)
        case ..<90: occurred.adding(days: random.between(31, 120))
        default: nil
        }
      declaration(random.pick(CityWriter.reportable), of: member, occurred, reported: reported, resolved: nil)
      // Whoever concealed something is sometimes given an admonition talk.
      if reported == nil, random.chance(450) {
        let taken = occurred.adding(days: random.between(35, 150))
        if taken <= end {
          measure("inquiry_letter", on: "person", identifier("P", member.number), taken: taken, issuer: "org_dept")
        }
      }
    }
    if member.rank >= .townshipSection, random.chance(25) {
      let occurred = random.day(recent, end)
      declaration("eight_rules", of: member, occurred, reported: occurred.adding(days: random.between(1, 40)), resolved: nil)
    }
    if random.chance(30) {
      let occurred = random.day(begin, end)
      let resolved = random.chance(700) ? random.day(max(occurred, recent.adding(days: -200)), end.adding(days: 60)) : nil
      declaration(
        random.chance(200) ? "residency" : random.pick(CityWriter.prohibited), of: member, occurred,
        reported: random.chance(500) ? occurred.adding(days: 20) : nil, resolved: resolved)
    }
  }

  /// Reported within thirty days or not, and put right or not.
  private mutating func plantDeclarations(of member: Member) {
    let matters: [(PlantedKind, [String])] = [
      (.familyMatter, ["marriage", "family_employment"]),
      (.workMatter, ["illness", "decision_error", "absence", "authority_matter"]),
    ]
    for (kind, codes) in matters {
      guard let item = plantedCase(kind, days: 30) else { continue }
      declaration(codes[files.declarations.rows % codes.count], of: member, item.begins, reported: item.done, resolved: nil)
      if item.done == nil {
        measure(
          "inquiry_letter", on: "person", identifier("P", member.number), taken: item.begins.adding(days: 50), issuer: "org_dept")
      }
    }
    let kinds = CityWriter.prohibited + ["residency"]
    if let way = planting.next(.misconduct, of: 2 * kinds.count) {
      declaration(
        kinds[way % kinds.count], of: member, lastYears(2, 20), reported: nil,
        resolved: way < kinds.count ? nil : lastYears(5, 20))
    }
  }

  private mutating func declaration(_ kind: String, of member: Member, _ occurred: Day, reported: Day?, resolved: Day?) {
    files.declarations.id("D", files.declarations.rows + 1)
    if member.leading, occurred.year == lastYear, member.seatSince < occurred {
      perhapsWaive(CityWriter.prohibited.contains(kind) ? .misconduct : .declaration, "D", files.declarations.rows + 1)
    }
    files.declarations.id("P", member.number)
    files.declarations.code(kind)
    files.declarations.date(occurred)
    files.declarations.date(reported.flatMap { $0 <= end ? $0 : nil })
    files.declarations.date(resolved.flatMap { $0 <= end ? $0 : nil })
    files.declarations.end()
  }

  /// Files kept of section-level cadres, brought up to date every year.
  mutating func writeArchives(of member: Member) {
    guard member.left == nil else { return }
    var random = random(.oversight, -member.number)
    if member.lists.contains("reserve") || member.lists.contains("talent_pool"), member.age(on: end) <= 35 {
      for year in lastYear - 1...lastYear where random.chance(820) {
        archive("person", identifier("P", member.number), "growth_file", random.day(inYear: year))
      }
    }
    guard member.rank >= .townshipSection else { return }
    for year in max(years.lowerBound, lastYear - 2)...lastYear where random.chance(city.keeping.archives) {
      archive("person", identifier("P", member.number), "personal_matters", random.day(inYear: year))
    }
    for year in lastYear - 1...lastYear where member.leading && random.chance(city.keeping.assessmentFiles) {
      archive("person", identifier("P", member.number), "assessment_file", random.day(inYear: year))
    }
    if random.chance(140) { archive("person", identifier("P", member.number), "economic_audit", random.day(begin, end)) }
    if random.chance(70) { archive("person", identifier("P", member.number), "violation_conclusion", random.day(begin, end)) }
  }

  mutating func archive(_ kind: String, _ subject: String, _ document: String, _ day: Day) {
    files.archives.id("G", files.archives.rows + 1)
    files.archives.code(kind)
    files.archives.id(subject)
    files.archives.code(document)
    files.archives.date(day)
    files.archives.end()
  }
}
