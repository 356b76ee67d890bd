import CadreModel

/// The members of one unit, by seat. Drawn anew for each unit and dropped after it: memory does not grow with the city.
struct Roster: Sendable {
  let unit: UnitPlan
  var members: [Member]

  /// The present head, if the seat is filled.
  var head: Member? { unit.headLeftOn == nil ? members.first : members.count > 1 && unit.hasTwoPrincipals ? members[1] : nil }
  /// Deputies and the other principal.
  var team: ArraySlice<Member> { members.dropFirst(head?.seat ?? 1).prefix { $0.role == .principal || $0.role == .deputy } }

  static let areas = ["enforcement", "approval", "construction", "finance", "personnel", "audit"]

  init(unit: UnitPlan, seed: UInt64, years: ClosedRange<Int>) {
    self.unit = unit
    members = []
    members.reserveCapacity(unit.members)
    for index in 0..<unit.members {
      var random = RandomSource(seed: seed, stream: .roster, part: unit.firstPerson + index)
      members.append(Roster.member(index, of: unit, years: years, random: &random))
    }
    plant(lastYear: years.upperBound)
    settleFormerHead()
  }

  /// Members that are chosen, not drawn by chance, so that every city has them: long and short terms, a change of heads,
  /// somebody promoted without training, a deputy who left.
  private mutating func plant(lastYear: Int) {
    func day(_ month: Int, _ day: Int, before years: Int) -> Day {
      Day.firstDay(ofYear: lastYear - years).adding(months: month - 1).adding(days: day - 1)
    }
    if unit.kind == .partyCommittee, unit.level == .city { seat(0, since: day(3, 1, before: 6)) }
    if unit.hasPlannedPrincipals {
      seat(0, since: unit.ordinal == 0 ? day(5, 10, before: 3) : day(3, 1, before: 2))
      seat(1, since: unit.ordinal == 0 ? day(8, 30, before: 5) : day(5, 10, before: 11))
    }
    if let way = unit.headChange {
      let changed = PlantedCase(way: way, days: 90, year: lastYear).begins
      seat(0, since: changed)
      if let last = members.indices.last, last > 6, members[last].role != .principal {
        seat(last, since: changed)
        members[last].left = nil
        members[last].seatUntil = nil
        members[last].wasHead = true
      }
    }
    let deputy = unit.hasTwoPrincipals ? 2 : 1
    if unit.kind == .organ, unit.level == .city, unit.ordinal == 0, members.count > deputy + 1 {
      for index in [deputy, deputy - 1] where members[index].rank >= .countyDivision {
        seat(index, since: index == deputy ? day(8, 30, before: 1) : day(12, 20, before: 1))
        members[index].entry = .promotion
        members[index].isUntrained = true
        members[index].left = nil
        members[index].seatUntil = nil
      }
    } else if unit.losesDeputy, members.count > deputy, members[deputy].role == .deputy,
      unit.foundedOn.map({ $0 < day(1, 1, before: 5) }) ?? true
    {
      seat(deputy, since: day(6, 1, before: 4))
      members[deputy].left = day(3, 20, before: 0)
      members[deputy].seatUntil = members[deputy].left
    }
  }

  /// In the seat since that day, and old enough for it.
  private mutating func seat(_ index: Int, since day: Day) {
    guard members.indices.contains(index) else { return }
    let floor = unit.foundedOn
    members[index].seatSince = max(day, floor ?? day)
    members[index].hired = min(members[index].hired, day.adding(years: -10))
    members[index].birth = min(members[index].birth, members[index].hired.adding(years: -22))
    if members[index].entry == .initial { members[index].entry = .transfer }
  }

  /// The former head left the seat on the day the present one took it.
  private mutating func settleFormerHead() {
    guard let last = members.indices.last, last > 0, members[last].wasHead else { return }
    let changed = members[0].seatSince
    if changed > members[last].hired.adding(years: 4), unit.dissolvedOn == nil, members[last].left == nil {
      members[last].seatSince = changed
      members[last].entry = .other
    } else {
      members[last].wasHead = false
    }
  }

  private static func role(_ index: Int, of unit: UnitPlan) -> Role {
    let principals = unit.hasTwoPrincipals ? 2 : 1
    let deputies = unit.kind == .partyCommittee ? max(3, unit.members / 3) : max(1, min(9, unit.members / 7))
    let middle = max(1, unit.members / 7)
    switch index {
    case ..<principals: return .principal
    case ..<(principals + deputies): return .deputy
    case ..<(principals + deputies + middle): return .middlePrincipal
    case ..<(principals + deputies + middle + max(1, unit.members / 10)): return .middleDeputy
    default: return .staff
    }
  }

  private static func rank(_ role: Role, index: Int, of unit: UnitPlan, random: inout RandomSource) -> Rank {
    switch role {
    case .principal: unit.headRank
    case .deputy:
      unit.headRank == .bureau && index > 3 ? .countyDivision : random.chance(700) ? unit.headRank : unit.headRank.below
    case .middlePrincipal: max(.subSection, unit.headRank.below)
    case .middleDeputy: random.chance(500) ? max(.subSection, unit.headRank.below) : .subSection
    case .staff: random.chance(60) ? .subSection : .staff
    }
  }

  private static func member(
    _ index: Int, of unit: UnitPlan, years: ClosedRange<Int>, random: inout RandomSource
  ) -> Member {
    let lastYear = years.upperBound
    let end = Day.lastDay(ofYear: lastYear)
    let role = role(index, of: unit)
    let rank = rank(role, index: index, of: unit, random: &random)
    let youngest = [22, 27, 31, 38, 45][rank.rawValue]
    let oldest = [57, 57, 58, 59, 60][rank.rawValue]
    let age = rank == .staff && random.chance(450) ? random.between(22, 36) : random.between(youngest, oldest)
    let birth = random.day(.firstDay(ofYear: lastYear - age), .lastDay(ofYear: lastYear - age))
    let earliest = birth.adding(years: 21)
    var hired = min(random.day(earliest, birth.adding(years: 25)), end.adding(days: -40))
    if rank == .staff, age < 33, random.chance(150) { hired = max(earliest, random.day(inYear: lastYear)) }
    // Members of a unit that was dissolved came to it before its end.
    if let gone = unit.dissolvedOn { hired = min(hired, gone.adding(days: -60)) }
    var seatSince = max(seatStart(hired: hired, end: end, rank: rank, random: &random), unit.foundedOn ?? hired)
    if let gone = unit.dissolvedOn { seatSince = max(hired, min(seatSince, gone.adding(days: -30))) }
    let leading = role == .principal || role == .deputy || (role == .middlePrincipal && random.chance(120))
    let inParty = leading ? random.chance(965) : random.chance(720)
    let status =
      inParty
      ? (random.chance(970) ? "01" : "02")
      : age < 29 && random.chance(600)
        ? "03" : random.chance(950) ? Roster.withoutParty(unit.firstPerson + index, leading: leading) : "99"
    var joined =
      inParty ? random.day(birth.adding(years: 19), max(birth.adding(years: 20), min(end, birth.adding(years: 29)))) : nil
    if let day = joined, day > end { joined = end }
    if status == "02" { joined = random.day(.firstDay(ofYear: lastYear), end) }
    var member = Member(
      number: unit.firstPerson + index, identity: unit.firstPerson + index, seat: index + 1, role: role,
      branch: branch(
        role, index: index, of: unit, random: &random),
      rank: rank, leading: leading, sex: random.chance(role == .staff ? 560 : 700) ? .male : .female, birth: birth, hired: hired,
      seatSince: seatSince, seatUntil: nil, left: nil,
      entry: entry(
        hired: hired, seatSince: seatSince, random: &random),
      politicalStatus: status, joinedParty: joined,
      managedBy: managedBy(rank, role: role, unit: unit, random: &random),
      lists: lists(unit.firstPerson + index, rank, age: age, random: &random),
      sensitive: leading || role != .staff ? tags(areas, permille: 220, random: &random) : [],
      isLowScorer: role != .principal && random.chance(25),
      wasHead: index == unit.members - 1 && role != .principal && unit.members > 6 && unit.number % 3 != 0
        && seatSince > hired.adding(years: 4)
        && unit.foundedOn.map { $0 <= hired } ?? true)
    if unit.dissolvedOn != nil {
      member.seatUntil = unit.dissolvedOn.map { max($0, seatSince) }
    } else if index == 0, let leaving = unit.headLeftOn {
      member.seatUntil = max(leaving, seatSince.adding(days: 30))
    } else if index > 1, random.chance(30) {
      member.left = random.day(max(seatSince, .firstDay(ofYear: years.lowerBound)), end)
      member.seatUntil = member.left
    }
    return member
  }

  /// Present posts began up to eleven years ago, one in seven in the last year, and some so that the limits of six
  /// and eight years fall due in it.
  private static func seatStart(hired: Day, end: Day, rank: Rank, random: inout RandomSource) -> Day {
    let lastYear = end.year
    let drawn: Day =
      switch random.below(100) {
      case ..<14: random.day(inYear: lastYear)
      case ..<30: random.day(inYear: lastYear - 1)
      case ..<44: random.day(inYear: lastYear - 2)
      case ..<66: random.day(.firstDay(ofYear: lastYear - 5), .lastDay(ofYear: lastYear - 3))
      case ..<80: random.day(inYear: lastYear - 6)
      case ..<91: random.day(inYear: lastYear - 8)
      default: random.day(.firstDay(ofYear: lastYear - 11), .lastDay(ofYear: lastYear - 9))
      }
    // A post of some rank takes years to reach, and none begins before its holder was hired.
    return max(drawn, hired, min(hired.adding(years: rank.rawValue * 3), end.adding(days: -60)))
  }

  private static func branch(_ role: Role, index: Int, of unit: UnitPlan, random: inout RandomSource) -> Branch {
    switch (role, unit.kind) {
    case (.principal, _) where unit.hasTwoPrincipals: index == 0 ? .party : .admin
    case (.principal, .institution), (.principal, .enterprise): random.chance(600) ? .both : .admin
    case (.principal, _): .both
    case (.deputy, _): random.chance(450) ? .party : .admin
    default: .admin
    }
  }

  private static func entry(hired: Day, seatSince: Day, random: inout RandomSource) -> Entry {
    if seatSince <= hired { return .initial }
    return switch random.below(100) {
    case ..<52: .promotion
    case ..<74: .transfer
    case ..<92: .exchange
    default: .other
    }
  }

  private static func managedBy(_ rank: Rank, role: Role, unit: UnitPlan, random: inout RandomSource) -> String {
    switch rank {
    case .bureau: "province"
    case .countyDivision: role == .principal && unit.kind == .partyCommittee && random.chance(500) ? "province" : "city"
    case .townshipSection: unit.level == .city ? (random.chance(600) ? "city" : "unit") : "county"
    default: random.chance(40) ? "county" : "unit"
    }
  }

  /// Of leading cadres who are not in the Party most are in another party, or prominent without one.
  private static func withoutParty(_ number: Int, leading: Bool) -> String {
    leading && number % 10 < 7 ? ["04", "05", "06", "07", "08", "09", "10", "11", "12"][number % 9] : "13"
  }

  private static func lists(_ number: Int, _ rank: Rank, age: Int, random: inout RandomSource) -> [String] {
    var lists: [String] = []
    if rank >= .subSection, random.chance(80) { lists.append("reserve") }
    if rank >= .townshipSection, random.chance(60) { lists.append("structural") }
    if age < 36, random.chance(90) { lists.append("selected_graduate") }
    if random.chance(70) { lists.append("talent_pool") }
    if rank >= .subSection, age <= 40, number % 9 == 4 { lists.append("young_talent") }
    return lists
  }

  private static func tags(_ all: [String], permille: Int, random: inout RandomSource) -> [String] {
    guard random.chance(permille) else { return [] }
    let first = random.below(all.count)
    return random.chance(300) ? [all[first], all[(first + 1) % all.count]] : [all[first]]
  }
}
