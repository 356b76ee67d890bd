import CadreModel

/// 谈话.
extension CityWriter {
  mutating func writeTalks(in roster: Roster, index: Int) {
    var random = random(.talks, roster.unit.number)
    guard let head = roster.head else { return }
    let keeping = city.keeping
    for year in max(years.lowerBound, head.seatSince.year)...lastYear where year <= lastYear {
      // Some heads hold no talks for a whole year.
      let duty = roster.unit.idles(in: year, of: lastYear) ? 0 : random.chance(60) ? 200 : keeping.teamTalks
      for member in roster.members.dropFirst(head.seat) {
        let isTeam = member.role == .principal || member.role == .deputy
        let isYoung = member.age(on: .lastDay(ofYear: year)) <= 35
        let permille =
          isTeam || member.role == .middlePrincipal ? duty : isYoung && year >= lastYear - 2 ? keeping.youngTalks : 12
        guard random.chance(permille), member.isEmployed(in: year) else { continue }
        writeTalk(head, member.number, since: member.seatSince, year: year, random: &random)
        guard year == lastYear, isSettled(head) else { continue }
        if isTeam, roster.unit.kind != .partyCommittee, roster.unit.kind != .township {
          perhapsWaive(.pair, from: head.number, to: member.number)
        }
        if isYoung, member.left == nil, member.seatUntil == nil { perhapsWaive(.youngPair, from: head.number, to: member.number) }
      }
      writeTalksBelow(head, roster: roster, index: index, year: year, permille: duty, random: &random)
    }
    writeOtherTalks(in: roster, random: &random)
  }

  /// The head of a committee talks with the principals below it, its deputies with the heads of the units in their
  /// charge.
  private mutating func writeTalksBelow(
    _ head: Member, roster: Roster, index: Int, year: Int, permille: Int, random: inout RandomSource
  ) {
    guard roster.unit.kind == .partyCommittee else { return }
    for child in plan.children[index] ?? [] {
      let unit = plan.units[child]
      guard unit.kind == .partyCommittee || unit.kind == .township else { continue }
      for principal in 0..<min(2, unit.members) where random.chance(permille) {
        writeTalk(head, unit.firstPerson + principal, since: head.seatSince, year: year, random: &random)
      }
    }
    let deputies = roster.team.filter { $0.role == .deputy }
    for (child, deputy) in chargedUnits(by: deputies, index: index) where random.chance(permille) {
      let unit = plan.units[child]
      let below = unit.headLeftOn != nil && unit.hasTwoPrincipals && unit.members > 1 ? 1 : 0
      writeTalk(deputy, unit.firstPerson + below, since: deputy.seatSince, year: year, random: &random)
    }
  }

  private mutating func writeTalk(
    _ from: Member, _ to: Int, since: Day, year: Int, kind: String = "heart_to_heart", random: inout RandomSource
  ) {
    let first = max(from.seatSince, since, .firstDay(ofYear: year))
    guard first <= .lastDay(ofYear: year), from.number != to else { return }
    talk(from.number, to, on: random.day(first, .lastDay(ofYear: year)), kind: kind)
  }

  mutating func talk(_ from: Int, _ to: Int, on day: Day, kind: String) {
    files.talks.id("T", files.talks.rows + 1)
    files.talks.id("P", from)
    files.talks.id("P", to)
    files.talks.date(day)
    files.talks.code(kind)
    files.talks.end()
  }

  /// Talks before office, reminders, admonitions and summons; feedback on half-yearly scores.
  private mutating func writeOtherTalks(in roster: Roster, random: inout RandomSource) {
    guard let head = roster.head else { return }
    for member in roster.members where member.left == nil {
      // The head is talked with by the head of the unit above.
      guard
        let speaker = member.number != head.number
          ? head.number
          : roster.unit.parent.map(
            { plan.units[$0].firstPerson })
      else { continue }
      if member.number != head.number, random.chance(60) {
        writeTalk(
          head, member.number, since: member.seatSince, year: lastYear - random.below(2),
          kind: random.pick(["integrity", "reminder", "admonition", "summon"]), random: &random)
      }
      for half in halves
      where half.ends < end && member.hired < half.starts && random.chance(city.keeping.halfYearScores * 9 / 10) {
        // Most in the ninety days, some after, spread so that some are still to come at any date.
        let day = half.ends.adding(days: random.chance(900) ? random.between(1, 90) : random.between(91, 150))
        if day <= end { talk(speaker, member.number, on: day, kind: "feedback") }
      }
    }
  }

  /// The half-years that scores are kept for: the last two years'.
  var halves: [Half] {
    [
      Half(year: lastYear - 1, index: 1), Half(year: lastYear - 1, index: 2), Half(year: lastYear, index: 1),
      Half(year: lastYear, index: 2),
    ]
  }
}

extension Member {
  /// Employed on at least one day of that year.
  func isEmployed(in year: Int) -> Bool {
    hired <= .lastDay(ofYear: year) && (left.map { $0 >= .firstDay(ofYear: year) } ?? true)
  }
}
