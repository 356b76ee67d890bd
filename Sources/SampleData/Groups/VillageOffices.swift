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
    var vacancy: Vacancy?
    for number in persons {
      let place = number - persons.lowerBound
      let isReserve = persons.count > 3 && number >= persons.upperBound - reserves
      let roles: [String] =
        isReserve
        ? ["reserve"]
        : place == 0
          ? (inOneHand ? ["secretary", "director", "coop_head"] : ["secretary"])
          : place == 1 && !inOneHand ? ["director", "coop_head"] : ["committee"]
      let started =
        random.chance(220)
        ? random.day(.firstDay(ofYear: lastYear), end)
        : min(
          election, .firstDay(ofYear: lastYear))
      let member = villager(number, isReserve: isReserve, started: started, random: &random)
      writePerson(member, of: unit)
      writeTraining(of: member, classShare: place == 0 ? 60 : 150)
      let left = writeOffice(of: member, in: village, roles: roles, started: started, random: &random)
      if let vacancy, place == 1, !isReserve { fill(vacancy, by: member, in: village) }
      vacancy = place == 0 ? left.map { Vacancy(roles: roles, since: $0) } : nil
    }
  }

  /// Offices that somebody left.
  private struct Vacancy {
    let roles: [String]
    let since: Day
  }

  /// Somebody takes over an office that was left, usually within sixty days; until then a first secretary from outside helps
  /// out.
  private mutating func fill(_ vacancy: Vacancy, by member: Member, in village: String) {
    var random = random(.villageDetails, -member.number)
    if random.chance(600) {
      support(of: village, "first_secretary", on: min(end, vacancy.since.adding(days: random.between(0, 45))), until: nil)
    }
    let day = vacancy.since.adding(days: random.chance(800) ? random.between(0, 60) : random.between(61, 120))
    guard day <= end, random.chance(700) else { return }
    for role in vacancy.roles where role != "committee" {
      villageCadre(member, in: village, role: role, isGraduate: false, from: day, to: nil, random: &random)
    }
  }

  private func villager(_ number: Int, isReserve: Bool, started: Day, random: inout RandomSource) -> Member {
    let age =
      isReserve && random.chance(800)
      ? random.between(23, 39)
      : random.pick(
        [26, 33, 40, 41, 44, 48, 52, 56, 59])
    let birth = min(
      random.day(.firstDay(ofYear: lastYear - age), .lastDay(ofYear: lastYear - age)), started.adding(years: -18))
    let hired = min(started, max(birth.adding(years: 20), started.adding(days: -random.between(0, 2500))))
    let inParty = random.chance(920)
    return Member(
      number: number, identity: number, seat: 0, role: .staff, branch: .admin, rank: .staff, leading: false,
      sex: random.chance(680) ? .male : .female, birth: birth, hired: hired, seatSince: started, entry: .other,
      politicalStatus: inParty ? "01" : "13",
      joinedParty: inParty ? random.day(birth.adding(years: 19), birth.adding(years: 22)) : nil, managedBy: "unit",
      lists: [], sensitive: [], isLowScorer: false, wasHead: false)
  }

  private mutating func writeOffice(
    of member: Member, in village: String, roles: [String], started: Day, random: inout RandomSource
  ) -> Day? {
    let isGraduate = random.chance(350)
    // Whoever fails the vetting at midterm has to leave within thirty days; some stay on.
    let failed = roles == ["reserve"] || !random.chance(60) ? nil : random.day(max(started, term), end)
    let leaving = failed.flatMap {
      random.chance(750) ? $0.adding(days: random.chance(800) ? random.between(1, 30) : random.between(31, 70)) : nil
    }
    let ended: Day? =
      failed != nil ? leaving.flatMap { $0 <= end ? $0 : nil } : random.chance(60) ? random.day(started, end) : nil
    for role in roles {
      villageCadre(member, in: village, role: role, isGraduate: isGraduate, from: started, to: ended, random: &random)
    }
    guard roles != ["reserve"] else { return ended }
    writeVettings(of: member, in: village, started: started, failed: failed, random: &random)
    writeRatings(of: member, in: village, random: &random)
    writeDuties(of: member, isSecretary: roles.contains("secretary"), started: started, random: &random)
    return ended
  }

  /// A secretary is usually vetted by the county before taking office, and filed with it within thirty days after.
  private mutating func villageCadre(
    _ member: Member, in village: String, role: String, isGraduate: Bool, from started: Day, to ended: Day?,
    random: inout RandomSource
  ) {
    let isSecretary = role == "secretary"
    let filed: Day? =
      switch isSecretary ? random.below(100) : 99 {
      case ..<75: started.adding(days: random.between(0, 30))
      case ..<90: started.adding(days: random.between(31, 80))
      default: nil
      }
    let reviewed: Day? =
      switch isSecretary ? random.below(100) : 99 {
      case ..<80: started.adding(days: -random.between(0, 40))
      case ..<90: started.adding(days: random.between(1, 30))
      default: nil
      }
    villageCadreRow(
      member.number, in: village, role: role, isGraduate: isGraduate, from: started, to: ended, filed: filed, reviewed: reviewed)
  }

  func villageCadreRow(
    _ person: Int, in village: String, role: String, isGraduate: Bool = false, from started: Day, to ended: Day?,
    filed: Day? = nil, reviewed: Day? = nil
  ) {
    func told(_ day: Day?) -> Day? { day.flatMap { $0 <= end ? $0 : nil } }
    files.villageCadres.id("O", files.villageCadres.rows + 1)
    files.villageCadres.id(village)
    files.villageCadres.id("P", person)
    files.villageCadres.code(role)
    files.villageCadres.flag(isGraduate)
    files.villageCadres.date(started)
    files.villageCadres.date(ended)
    files.villageCadres.date(told(filed))
    files.villageCadres.date(told(reviewed))
    files.villageCadres.end()
  }

  /// Where the city keeps its villages' records, most cadres are rated every year.
  private mutating func writeRatings(of member: Member, in village: String, random: inout RandomSource) {
    if plantRating(of: member, in: village) {
      return
    } else if random.chance(member.number % 11 == 0 ? 900 : 150) {
      writeRating(of: member, in: village, color: nil, random: &random)
    } else if random.chance(max(0, city.keeping.villageDuties - 50)) {
      writeRating(of: member, in: village, color: "red", random: &random)
    }
  }

  /// The first day of the five-year term that the last year is part of.
  private var term: Day { Day.firstDay(ofYear: lastYear - (lastYear - 2017) % 5) }

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
        activity(
          kind, of: member.number, topics: kind == "secretary_statement" ? secretaryTopics(year, member) : [],
          on: random.day(first, .lastDay(ofYear: year)))
      }
    }
    if random.chance(city.keeping.villageDuties) {
      archive("person", identifier("P", member.number), "secretary_file", random.day(max(started, begin), end))
    }
  }

  private mutating func writeVettings(
    of member: Member, in village: String, started: Day, failed: Day?, random: inout RandomSource
  ) {
    if random.chance(930) {
      let day =
        random.chance(930)
        ? started.adding(days: -random.between(0, 40))
        : min(
          end, started.adding(days: random.between(1, 30)))
      vetting(member.number, in: village, "candidate", on: day, random: &random)
    }
    if let failed {
      vetting(member.number, in: village, "midterm", on: failed, outcome: .failed, random: &random)
    } else if random.chance(760) {
      vetting(member.number, in: village, "midterm", on: random.day(max(started, term), end), random: &random)
    }
  }

  /// How a vetting ended; nil where chance decides.
  enum VettingOutcome {
    case passed, failed, passedDespiteHit
  }

  mutating func vetting(
    _ person: Int, in village: String, _ kind: String, on day: Day, outcome: VettingOutcome? = nil, random: inout RandomSource
  ) {
    let hits =
      switch outcome {
      case .passed: 0
      case .failed, .passedDespiteHit: 2
      case nil: random.chance(110) ? random.between(1, 3) : 0
      }
    let passed =
      switch outcome {
      case .passed, .passedDespiteHit: true
      case .failed: false
      case nil: random.chance(hits == 0 ? 970 : 400)
      }
    let missing = outcome == nil && random.chance(110) ? random.below(12) : nil
    files.villageVettings.id("V", files.villageVettings.rows + 1)
    files.villageVettings.id(village)
    files.villageVettings.id("P", person)
    files.villageVettings.code(kind)
    files.villageVettings.date(day)
    files.villageVettings.tags(
      CityWriter.departments.indices.filter { $0 != missing }.map { CityWriter.departments[$0] })
    files.villageVettings.integer(hits)
    files.villageVettings.flag(passed)
    files.villageVettings.end()
  }

  /// Yellow: seven days of retraining, two to six months of rest. Grey: disposal within thirty days.
  private mutating func writeRating(of member: Member, in village: String, color given: String?, random: inout RandomSource) {
    let rated = random.day(max(member.seatSince, Day.firstDay(ofYear: lastYear).adding(months: -5)), end)
    let color = given ?? random.pick(["yellow", "yellow", "grey", "red"])
    func told(_ day: Day?) -> Day? { day.flatMap { $0 <= end ? $0 : nil } }
    let retrained: Day? = color == "yellow" && random.chance(850) ? rated.adding(days: random.between(0, 40)) : nil
    let trainingEnd = retrained.map { $0.adding(days: random.chance(850) ? random.between(6, 12) : 4) }
    let suspended: Day? = color == "yellow" && random.chance(850) ? rated.adding(days: random.between(0, 45)) : nil
    let suspensionEnd = suspended.map {
      random.chance(820) ? $0.adding(months: random.between(2, 6)) : $0.adding(days: random.pick([30, 55, 200]))
    }
    let isDisposed = color == "grey" && random.chance(850)
    let disposal = isDisposed ? random.pick(["resignation", "removal", "long_suspension", "discipline", "justice"]) : nil
    let disposed = isDisposed ? rated.adding(days: random.chance(800) ? random.between(0, 30) : random.between(31, 90)) : nil
    // What becomes of the cadre is decided within thirty days of the suspension's end.
    let isFollowed = told(suspensionEnd) != nil && random.chance(850)
    let followUp = isFollowed ? random.pick(["reinstated", "reinstated", "long_suspension", "other"]) : nil
    let followed =
      isFollowed ? suspensionEnd?.adding(days: random.chance(800) ? random.between(0, 30) : random.between(31, 60)) : nil
    rating(
      of: member, in: village,
      VillageRating(
        rated: rated, color: color, retrained: (retrained, trainingEnd), suspended: (suspended, suspensionEnd),
        disposal: disposal, disposed: disposed, followUp: followUp, followed: followed))
  }

  func rating(of member: Member, in village: String, _ row: VillageRating) {
    func told(_ day: Day?) -> Day? { day.flatMap { $0 <= end ? $0 : nil } }
    files.villageRatings.id("C", files.villageRatings.rows + 1)
    files.villageRatings.id(village)
    files.villageRatings.id("P", member.number)
    files.villageRatings.date(row.rated)
    files.villageRatings.code(row.color)
    files.villageRatings.date(told(row.retrained.from))
    files.villageRatings.date(told(row.retrained.to))
    files.villageRatings.date(told(row.suspended.from))
    files.villageRatings.date(told(row.suspended.to))
    files.villageRatings.code(row.disposal)
    files.villageRatings.date(told(row.disposed))
    files.villageRatings.code(row.followUp)
    files.villageRatings.date(told(row.followed))
    files.villageRatings.end()
  }
}

/// One row of 三色评定 in the making.
struct VillageRating {
  let rated: Day
  let color: String
  var retrained: (from: Day?, to: Day?) = (nil, nil)
  var suspended: (from: Day?, to: Day?) = (nil, nil)
  var disposal: String?
  var disposed: Day?
  var followUp: String?
  var followed: Day?
}
