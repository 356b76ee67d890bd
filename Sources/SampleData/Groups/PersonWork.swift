import CadreModel

/// 工作事项 of persons.
extension CityWriter {
  mutating func writePersonWork(of member: Member, in roster: Roster) {
    var random = random(.personWork, member.number &* 2 &+ 1)
    let (keeping, unit) = (city.keeping, roster.unit)
    if isSettled(member), member.rank == .townshipSection, city.isCounty || member.managedBy != "unit" {
      perhapsWaive(.person, "P", member.number)
    }
    // Half of those who miss a duty make a habit of it.
    let isLax = random.chance(50)
    for year in max(years.lowerBound, member.hired.year)...max(lastYear, member.hired.year) where member.isEmployed(in: year) {
      if isLax && random.chance(600) || unit.idles(in: year, of: lastYear) { continue }
      if member.leading, member.isPartyMember { perYear("branch_life", member, year, keeping.branchLife, &random) }
      if member.isPartyMember { perYear("two_circles_self_check", member, year, keeping.selfChecks, &random) }
      if member.role == .principal, unit.kind == .organ || unit.kind == .township {
        perYear("self_assessment", member, year, 870, &random)
      }
      if unit.kind == .partyCommittee || unit.kind == .township, member.seat == 1, unit.level != .city {
        perYear("secretary_statement", member, year, 860, topics: secretaryTopics(year, member), &random)
      }
      if unit.kind == .partyCommittee, unit.level == .city || city.isCounty, member.role == .principal || member.role == .deputy {
        writeReviews(by: member, year: year, random: &random)
      }
      if year >= lastYear - 1, member.age(on: .lastDay(ofYear: year)) <= 36,
        member.hired.year == year || member.seatSince.year == year || member.joinedParty?.year == year
          || random.chance(
            100)
      {
        perYear("integrity_education", member, year, keeping.youngEducation, &random)
      }
      if member.role == .principal, random.chance(250) { perYear("lecture", member, year, 1000, &random) }
    }
    writeCommitments(of: member, random: &random)
  }

  mutating func perYear(
    _ kind: String, _ member: Member, _ year: Int, _ permille: Int, topics: [String] = [], _ random: inout RandomSource
  ) {
    guard random.chance(permille) else { return }
    let last = min(member.left ?? end, .lastDay(ofYear: year))
    activity(kind, of: member.number, topics: topics, on: random.day(max(member.hired, .firstDay(ofYear: year)), last))
  }

  /// One statement in eight leaves out what every one has to speak of.
  func secretaryTopics(_ year: Int, _ member: Member) -> [String] {
    (member.number + year) % 8 == 0 ? [] : ["anti_crime"]
  }

  private mutating func writeReviews(by member: Member, year: Int, random: inout RandomSource) {
    for quarter in 0..<4 where random.chance(860) {
      let first = Day.firstDay(ofYear: year).adding(months: quarter * 3)
      activity("key_work_review", of: member.number, on: random.day(first, first.adding(months: 3).adding(days: -1)))
    }
  }

  /// 承诺书: signed in the campaign of spring 2019, or soon after joining.
  mutating func writeCommitments(of member: Member, random: inout RandomSource) {
    guard member.isPartyMember, random.chance(city.keeping.commitments) else { return }
    let campaign = Day.firstDay(ofYear: 2019).adding(months: 3)
    let asked = max(member.hired, campaign)
    let signed = asked.adding(days: random.chance(930) ? random.between(0, 95) : random.between(96, 300))
    if signed <= end { writeCommitment("two_circles", of: member.number, on: signed) }
  }

  mutating func writeCommitment(_ kind: String, of person: Int, on day: Day) {
    files.commitments.id("C", files.commitments.rows + 1)
    files.commitments.id("P", person)
    files.commitments.code(kind)
    files.commitments.date(day)
    files.commitments.end()
  }

  /// 关爱: check-up and annual leave of the last three years.
  mutating func writeWelfare(of member: Member) {
    var random = random(.welfare, member.number)
    for year in max(lastYear - 2, years.lowerBound)...lastYear where member.isEmployed(in: year) {
      guard random.chance(city.keeping.welfare) else { continue }
      let served = year - member.hired.year
      let due = served < 10 ? 5 : served < 20 ? 10 : 15
      files.welfare.id("P", member.number)
      files.welfare.integer(year)
      files.welfare.date(random.chance(100) ? nil : random.day(inYear: year))
      if served == 0 || random.chance(20) {
        files.welfare.empty()
        files.welfare.number(hundredths: served == 0 ? nil : due * 100)
      } else {
        files.welfare.number(hundredths: due * 100)
        // Days taken come in halves.
        files.welfare.number(
          hundredths: random.chance(840) ? due * 100 : random.chance(60) ? nil : random.below(due * 2) * 50)
      }
      files.welfare.end()
    }
  }
}
