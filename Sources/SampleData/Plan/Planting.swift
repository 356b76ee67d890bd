import CadreModel

/// Planting: the first cases of a kind are made on purpose, so that each possible outcome occurs. A small city has too few
/// cases for chance to show all outcomes.
enum PlantedKind: Hashable, Sendable {
  case passport, familyMatter, workMatter, misconduct, verification, recall, adjusted, veto, vetoHeeded, leave
  case summonOfUnit, summonOfLeader, summonOfCadre, incompetent, incompetentGone, inspection, handover, promotedTraining
  case hours, secondmentDown, secondmentUp, secondmentAway, studyTour, village, vacancy, formerOffice, grey, yellow, project
}

/// How many of a kind were planted so far.
struct Planting: Sendable {
  private var given: [PlantedKind: Int] = [:]

  /// 0, 1, ... below the count, one a call; nil once all are given.
  mutating func next(_ kind: PlantedKind, of count: Int) -> Int? {
    let next = given[kind, default: 0]
    guard next < count else { return nil }
    given[kind] = next + 1
    return next
  }

  func isDone(_ kind: PlantedKind, of count: Int) -> Bool { given[kind, default: 0] >= count }
}

/// When something with a limit of some days began, and when it was done, if ever.
struct PlantedCase: Sendable {
  let begins: Day
  let done: Day?

  /// Done in time; done late; never done; done on the last day, which is soon after mid-August; begun in mid-August.
  static let ways = 5

  init(way: Int, days: Int, year: Int) {
    func day(_ month: Int, _ day: Int) -> Day { Day.firstDay(ofYear: year).adding(months: month - 1).adding(days: day - 1) }
    switch way {
    case 0:
      begins = day(3, 10)
      done = begins.adding(days: min(days, 5))
    case 1:
      begins = day(4, 20)
      done = begins.adding(days: days + 10)
    case 2:
      begins = day(2, 5)
      done = nil
    case 3:
      begins = day(8, 20).adding(days: -days)
      done = day(8, 20)
    default:
      begins = day(8, 14)
      done = begins.adding(days: days)
    }
  }

  /// All five.
  static func all(days: Int, year: Int) -> [PlantedCase] {
    (0..<ways).map { PlantedCase(way: $0, days: days, year: year) }
  }
}

extension CityWriter {
  /// A day of the last year.
  func lastYears(_ month: Int, _ day: Int, before years: Int = 0) -> Day {
    Day.firstDay(ofYear: lastYear - years).adding(months: month - 1).adding(days: day - 1)
  }

  /// The next planted case of a duty with a limit of some days, if one is still due.
  mutating func plantedCase(_ kind: PlantedKind, days: Int) -> PlantedCase? {
    planting.next(kind, of: PlantedCase.ways).map { PlantedCase(way: $0, days: days, year: lastYear) }
  }

  /// Whether most duties bind the member: a leading cadre of some rank, in the Party, in office throughout the last year.
  func isSettled(_ member: Member) -> Bool {
    member.leading && member.rank >= .townshipSection && member.isPartyMember && member.left == nil && member.seatUntil == nil
      && member.seatSince < Day.firstDay(ofYear: lastYear) && plan.slips.persons[member.number] == nil
  }
}
