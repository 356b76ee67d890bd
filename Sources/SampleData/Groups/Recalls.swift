import CadreModel

/// One round of 召回教育.
struct RecallRound {
  let suspended: Day
  var starts: Day?
  var ends: Day?
  var passed: Bool?
  var tracked: Day?
  var back: Day?
}

/// 召回教育.
extension CityWriter {
  /// The first settled cadres show every way a recall may go; recalls of the last two years else, one in four with a
  /// second round.
  mutating func writeRecalls(of member: Member, random: inout RandomSource) {
    if isSettled(member), let way = planting.next(.recall, of: 8) {
      plantRecall(way, of: member, random: &random)
    } else if random.chance(14) {
      writeRecall(of: member, random: &random)
    }
  }

  private mutating func plantRecall(_ way: Int, of member: Member, random: inout RandomSource) {
    func whole(_ month: Int, _ day: Int, days: Int, passed: Bool) -> RecallRound {
      let starts = lastYears(month, day)
      return RecallRound(suspended: starts.adding(days: -3), starts: starts, ends: starts.adding(days: days - 1), passed: passed)
    }
    var rounds: [RecallRound]
    var ordered: Day?
    switch way {
    // As it should be.
    case 0:
      rounds = [whole(3, 10, days: 12, passed: true)]
      rounds[0].tracked = lastYears(5, 10)
      rounds[0].back = lastYears(5, 15)
      ordered = lastYears(3, 5)
    // Too short, and failed twice: demoted.
    case 1:
      rounds = [whole(4, 5, days: 5, passed: false), whole(4, 28, days: 12, passed: false)]
      ordered = lastYears(3, 20)
      measure("demotion", on: "person", identifier("P", member.number), taken: lastYears(6, 10), issuer: "org_dept")
    // Failed, and no second round.
    case 2:
      rounds = [whole(5, 8, days: 11, passed: false)]
      ordered = lastYears(5, 4)
    // A second round on the last days; a second round too late.
    case 3: rounds = [whole(7, 10, days: 12, passed: false), whole(8, 19, days: 12, passed: true)]
    case 4: rounds = [whole(8, 2, days: 13, passed: false), whole(9, 20, days: 12, passed: true)]
    // Back in office, and not followed up.
    case 5:
      rounds = [whole(6, 25, days: 14, passed: true)]
      rounds[0].back = lastYears(7, 10)
    // Suspended days after the order.
    case 6:
      rounds = [whole(8, 21, days: 11, passed: true)]
      ordered = lastYears(8, 14)
    // Taught before the suspension.
    default:
      rounds = [RecallRound(suspended: lastYears(2, 10), starts: lastYears(2, 6), ends: lastYears(2, 17), passed: true)]
    }
    if let ordered { measure("recall", on: "person", identifier("P", member.number), taken: ordered, issuer: "org_dept") }
    let recall = files.recallRounds.rows + 1
    if way == 0 || way == 2 { perhapsWaive(.recall, identifier("RC", recall)) }
    for (index, round) in rounds.enumerated() {
      write(
        round, index + 1, of: recall, member, venue: way == 6 ? .elsewhere : way == 7 ? .unknown : .citySchool, random: &random)
    }
  }

  private mutating func writeRecall(of member: Member, random: inout RandomSource) {
    let recall = files.recallRounds.rows + 1
    let rounds = random.chance(250) ? 2 : 1
    var suspended = random.day(Day.firstDay(ofYear: lastYear).adding(months: -5), end.adding(days: -3))
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
      write(
        RecallRound(suspended: suspended, starts: start, ends: isOver ? ends : nil, passed: passed, tracked: tracked, back: back),
        round, of: recall, member, venue: random.chance(100) ? .unknown : random.chance(850) ? .citySchool : .elsewhere,
        random: &random)
      if round == 2, passed == false, random.chance(600) {
        measure(
          random.pick(["demotion", "removal", "non_leading"]), on: "person", identifier("P", member.number),
          taken: min(end, ends.adding(days: random.between(1, 60))), issuer: "org_dept")
      }
      suspended = ends.adding(days: random.between(5, 60))
    }
  }

  /// Who teaches a round: the city's Party school as a rule.
  private enum Venue {
    case citySchool, elsewhere, unknown
  }

  private func write(
    _ round: RecallRound, _ number: Int, of recall: Int, _ member: Member, venue: Venue, random: inout RandomSource
  ) {
    func told(_ day: Day?) -> Day? { day.flatMap { $0 <= end ? $0 : nil } }
    let starts = told(round.starts)
    files.recallRounds.id(identifier("RC", recall))
    files.recallRounds.integer(number)
    files.recallRounds.id("P", member.number)
    files.recallRounds.date(round.suspended)
    files.recallRounds.date(starts)
    files.recallRounds.date(starts == nil ? nil : told(round.ends))
    files.recallRounds.flag(round.passed)
    files.recallRounds.date(told(round.tracked))
    files.recallRounds.date(told(round.back))
    let taught = (classes.years[min(lastYear, max(years.lowerBound, round.suspended.year))] ?? []).filter {
      ($0.provider == "city_party_school") == (venue == .citySchool)
    }
    if venue != .unknown, !taught.isEmpty {
      files.recallRounds.id("K", random.pick(taught).number)
    } else {
      files.recallRounds.empty()
    }
    files.recallRounds.end()
  }
}
