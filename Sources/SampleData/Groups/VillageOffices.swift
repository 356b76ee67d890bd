import CadreModel

/// 村干部, 资格联审, 三色评定: the persons of one village, who hold no post of a unit.
extension CityWriter {
  private static let departments = [
    "discipline", "politics_law", "petition", "court", "procuratorate", "police", "civil_affairs", "justice",
    "natural_resources", "ecology", "agriculture", "audit",
  ]

  mutating func writeOffices(of village: String, persons: Range<Int>, unit: UnitPlan, random: inout RandomSource) {
    guard !persons.isEmpty else { return }
    // The round of elections before the last term, and by-elections in the last year.
    let election = random.day(
      Day.firstDay(ofYear: 2020).adding(months: 9), Day.firstDay(ofYear: 2021).adding(months: 1))
    let inOneHand = random.chance(760)
    let reserves = random.chance(780) ? 2 : random.below(2)
    for number in persons {
      let place = number - persons.lowerBound
      let isReserve = persons.count > 3 && number >= persons.upperBound - reserves
      let roles: [String] =
        isReserve ? ["reserve"]
        : place == 0 ? (inOneHand ? ["secretary", "director", "coop_head"] : ["secretary"])
        : place == 1 && !inOneHand ? ["director", "coop_head"] : ["committee"]
      let started = random.chance(220) ? random.day(.firstDay(ofYear: lastYear), end) : min(
        election, .firstDay(ofYear: lastYear))
      let member = villager(number, isReserve: isReserve, started: started, random: &random)
      writePerson(member, of: unit)
      writeTraining(of: member, classShare: place == 0 ? 60 : 150)
      writeOffice(of: member, in: village, roles: roles, started: started, random: &random)
    }
  }

  private func villager(_ number: Int, isReserve: Bool, started: Day, random: inout RandomSource) -> Member {
    let age = isReserve && random.chance(800) ? random.between(23, 39) : random.pick(
      [26, 33, 40, 41, 44, 48, 52, 56, 59])
    let birth = random.day(.firstDay(ofYear: lastYear - age), .lastDay(ofYear: lastYear - age))
    let hired = min(started, max(birth.adding(years: 20), started.adding(days: -random.between(0, 2500))))
    let inParty = random.chance(920)
    return Member(
      number: number, seat: 0, role: .staff, branch: .admin, rank: .staff, leading: false,
      sex: random.chance(680) ? .male : .female, birth: birth, hired: hired, seatSince: started, entry: .other,
      politicalStatus: inParty ? "01" : "13",
      joinedParty: inParty ? random.day(birth.adding(years: 19), birth.adding(years: 22)) : nil, managedBy: "unit",
      lists: [], sensitive: [], isLowScorer: false, wasHead: false)
  }

  private mutating func writeOffice(
    of member: Member, in village: String, roles: [String], started: Day, random: inout RandomSource
  ) {
    let isGraduate = random.chance(350)
    let ended: Day? = random.chance(60) ? random.day(started, end) : nil
    for role in roles {
      let filed: Day? =
        switch role == "secretary" ? random.below(100) : 99 {
        case ..<75: started.adding(days: random.between(0, 30))
        case ..<90: started.adding(days: random.between(31, 80))
        default: nil
        }
      files.villageCadres.id("O", files.villageCadres.rows + 1)
      files.villageCadres.id(village)
      files.villageCadres.id("P", member.number)
      files.villageCadres.code(role)
      files.villageCadres.flag(isGraduate)
      files.villageCadres.date(started)
      files.villageCadres.date(ended)
      files.villageCadres.date(filed.flatMap { $0 <= end ? $0 : nil })
      files.villageCadres.end()
    }
    guard roles != ["reserve"] else { return }
    writeVettings(of: member, in: village, started: started, random: &random)
    if random.chance(member.number % 11 == 0 ? 900 : 150) { writeRating(of: member, in: village, random: &random) }
    writeDuties(of: member, isSecretary: roles.contains("secretary"), started: started, random: &random)
  }

  /// Yearly duties of village secretaries, and the pledge not to gamble.
  private mutating func writeDuties(of member: Member, isSecretary: Bool, started: Day, random: inout RandomSource) {
    if random.chance(880) {
      let signed = max(started, Day.firstDay(ofYear: 2019).adding(months: 3)).adding(
        days: random.chance(880) ? random.between(0, 90) : random.between(91, 200))
      if signed <= end { writeCommitment("no_gambling", of: member.number, on: signed) }
    }
    guard isSecretary, random.chance(900) else { return }
    for year in max(years.lowerBound, started.year)...lastYear {
      let first = max(started, .firstDay(ofYear: year))
      for kind in ["secretary_review", "secretary_statement"] where random.chance(city.keeping.villageDuties) {
        activity(kind, of: member.number, on: random.day(first, .lastDay(ofYear: year)))
      }
    }
  }

  private mutating func writeVettings(of member: Member, in village: String, started: Day, random: inout RandomSource) {
    if random.chance(930) {
      let day = random.chance(930) ? started.adding(days: -random.between(0, 40)) : min(
        end, started.adding(days: random.between(1, 30)))
      vetting(of: member, in: village, "candidate", on: day, random: &random)
    }
    let term = Day.firstDay(ofYear: lastYear - (lastYear - 2017) % 5)
    if random.chance(760) {
      vetting(of: member, in: village, "midterm", on: random.day(max(started, term), end), random: &random)
    }
  }

  private mutating func vetting(of member: Member, in village: String, _ kind: String, on day: Day, random: inout RandomSource) {
    let hits = random.chance(110) ? random.between(1, 3) : 0
    let missing = random.chance(110) ? random.below(12) : nil
    files.villageVettings.id("V", files.villageVettings.rows + 1)
    files.villageVettings.id(village)
    files.villageVettings.id("P", member.number)
    files.villageVettings.code(kind)
    files.villageVettings.date(day)
    files.villageVettings.tags(
      CityWriter.departments.indices.filter { $0 != missing }.map { CityWriter.departments[$0] })
    files.villageVettings.integer(hits)
    files.villageVettings.flag(hits == 0 ? random.chance(970) : random.chance(400))
    files.villageVettings.end()
  }

  /// Yellow: seven days of retraining, two to six months of rest. Grey: disposal within thirty days.
  private mutating func writeRating(of member: Member, in village: String, random: inout RandomSource) {
    let rated = random.day(max(member.seatSince, Day.firstDay(ofYear: lastYear).adding(months: -5)), end)
    let color = random.pick(["yellow", "yellow", "grey", "red"])
    func told(_ day: Day?) -> Day? { day.flatMap { $0 <= end ? $0 : nil } }
    files.villageRatings.id("C", files.villageRatings.rows + 1)
    files.villageRatings.id(village)
    files.villageRatings.id("P", member.number)
    files.villageRatings.date(rated)
    files.villageRatings.code(color)
    let retrained: Day? = color == "yellow" && random.chance(850) ? rated.adding(days: random.between(0, 40)) : nil
    let trainingEnd = retrained.map { $0.adding(days: random.chance(850) ? random.between(6, 12) : 4) }
    let suspended: Day? = color == "yellow" && random.chance(850) ? rated.adding(days: random.between(0, 45)) : nil
    let suspensionEnd = suspended.map { random.chance(820) ? $0.adding(months: random.between(2, 6)) : $0.adding(days: random.pick([30, 55, 200])) }
    files.villageRatings.date(told(retrained))
    files.villageRatings.date(told(trainingEnd))
    files.villageRatings.date(told(suspended))
    files.villageRatings.date(told(suspensionEnd))
    let isDisposed = color == "grey" && random.chance(850)
    files.villageRatings.code(
      isDisposed ? random.pick(["resignation", "removal", "long_suspension", "discipline", "justice"]) : nil)
    files.villageRatings.date(
      isDisposed ? told(rated.adding(days: random.chance(800) ? random.between(0, 30) : random.between(31, 90))) : nil)
    files.villageRatings.end()
  }
}
