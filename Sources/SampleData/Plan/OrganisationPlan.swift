import CadreModel

/// A unit of the invented city: enough to refer to it, its head and its villages from anywhere without keeping persons.
struct UnitPlan: Sendable {
  /// From 1, in the order of writing.
  let number: Int
  let kind: UnitKind
  let level: UnitLevel
  /// Index into the counties in use; nil at city level.
  let county: Int?
  let regionCode: Int
  /// Index into the plan's units.
  let parent: Int?
  /// How many of its kind its county already has.
  let ordinal: Int
  /// Number of its first member; the members follow one another, then come the persons of its villages.
  var firstPerson = 0
  var members = 0
  var villagePersons = 0
  var villages = 0
  /// When the seat of its head fell vacant, and stayed so.
  var headLeftOn: Day?
  var foundedOn: Day?
  var dissolvedOn: Day?
  /// A committee that fulfils all of its own duties.
  var isModel: Bool { kind == .partyCommittee && parent != nil && ordinal == 0 }
  /// A unit that neglects all duties in the last year.
  var isIdle = false
  /// Where its head changed in the last year: the number of the planted case that says on which day.
  var headChange: Int?
  /// A deputy of it left the service in the last year.
  var losesDeputy: Bool { kind == .organ && (ordinal == 1 || ordinal == 2) && members > 7 && dissolvedOn == nil }
  /// The committees of the first two counties, whose principals' years in office are chosen.
  var hasPlannedPrincipals: Bool { kind == .partyCommittee && parent != nil && ordinal < 2 }

  func idles(in year: Int, of lastYear: Int) -> Bool { isIdle && year == lastYear }

  /// Two principals, one of the Party and one of the administration.
  var hasTwoPrincipals: Bool {
    kind == .partyCommittee || kind == .township || (kind == .organ && ordinal % 5 == 4 && members > 4)
  }

  /// Whether the unit existed from `start` to `end`; where `end` is nil, whether it still exists.
  func exists(from start: Day, to end: Day?) -> Bool {
    guard foundedOn.map({ $0 <= start }) ?? true else { return false }
    guard let dissolvedOn else { return true }
    return end.map { $0 <= dissolvedOn } ?? false
  }

  /// The post of that seat: `U33080200013-02`.
  func postKey(_ seat: Int) -> String {
    id + (seat < 10 ? "-0" : "-") + String(seat)
  }

  /// `U33080200013`.
  var id: String {
    let digits = String(number)
    return "U" + String(regionCode) + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  var keepsInterventionLedger: Bool { kind == .organ ? ordinal % 3 != 2 : kind == .township && ordinal % 2 == 0 }
  var sitsInSupervisionConference: Bool { kind == .organ && ordinal % 5 < 2 }

  /// The group that annual assessments rank it and its cadres in.
  var category: String {
    switch (kind, level) {
    case (.partyCommittee, _): "党委"
    case (.township, _): "乡镇街道"
    case (.enterprise, _): "国有企业"
    case (.organ, .city): "市直机关"
    case (.organ, _): "县直机关"
    case (_, .city): "市直事业单位"
    default: "县直事业单位"
    }
  }

  /// The rank of its principals.
  var headRank: Rank {
    switch (kind, level) {
    case (.partyCommittee, .city): .bureau
    case (.partyCommittee, _), (_, .city): .countyDivision
    default: .townshipSection
    }
  }
}

/// Every unit of a city, how many persons each has and where their numbers begin.
struct OrganisationPlan: Sendable {
  let city: SampleCity
  let counties: [County]
  private(set) var units: [UnitPlan] = []
  /// Indexes of the units below each committee, by the committee's index.
  private(set) var children: [Int: [Int]] = [:]
  private(set) var townships: [Int] = []
  /// The units and persons whose rows contradict each other.
  private(set) var slips: SlipPlan

  init(city: SampleCity, persons: Int, seed: UInt64, lastYear: Int) {
    self.city = city
    let wanted = max(16, persons / 40)
    counties = Array(city.counties.prefix(max(2, wanted / 16)))
    slips = SlipPlan()
    var random = RandomSource(seed: seed, stream: .plan, part: 0)
    layOut(wanted: wanted)
    planChanges(lastYear: lastYear, random: &random)
    share(persons: persons, random: &random)
    planConduct(lastYear: lastYear)
    slips = SlipPlan(of: self, lastYear: lastYear)
    if let gone = slips.abandoned, units[gone].dissolvedOn == nil {
      units[gone].foundedOn = nil
      units[gone].headLeftOn = nil
      units[gone].dissolvedOn = random.day(.firstDay(ofYear: lastYear - 1), .lastDay(ofYear: lastYear))
    }
    for index in units.indices {
      if let parent = units[index].parent { children[parent, default: []].append(index) }
      if units[index].kind == .township { townships.append(index) }
    }
  }

  /// Leaders of the whole city: its committee, always the first unit.
  var root: UnitPlan { units[0] }

  // MARK: - Layout

  private mutating func add(_ kind: UnitKind, _ level: UnitLevel, county: Int?, parent: Int?, ordinal: Int) -> Int {
    let region = county.map { counties[$0].code } ?? city.regionCode
    units.append(
      UnitPlan(
        number: units.count + 1, kind: kind, level: level, county: county, regionCode: region, parent: parent,
        ordinal: ordinal))
    return units.count - 1
  }

  private mutating func layOut(wanted: Int) {
    var committees: [Int] = []
    if city.isCounty {
      committees = [add(.partyCommittee, .county, county: 0, parent: nil, ordinal: 0)]
    } else {
      let root = add(.partyCommittee, .city, county: nil, parent: nil, ordinal: 0)
      for index in counties.indices {
        committees.append(add(.partyCommittee, .county, county: index, parent: root, ordinal: index))
      }
      _ = add(.partySchool, .city, county: nil, parent: root, ordinal: 0)
      let cityUnits = max(3, wanted / 8)
      for index in 0..<cityUnits {
        let (kind, ordinal) = OrganisationPlan.cityKind(index)
        _ = add(kind, .city, county: nil, parent: root, ordinal: ordinal)
      }
    }
    // What is left goes round the counties, so that each gets one of a kind before any gets a second.
    var turn = 0
    while units.count < wanted || turn < 6 * committees.count {
      let place = turn % committees.count
      let (kind, ordinal) = OrganisationPlan.countyKind(turn / committees.count)
      _ = add(kind, kind == .township ? .township : .county, county: place, parent: committees[place], ordinal: ordinal)
      turn += 1
    }
  }

  /// Of ten units at city level, six are organs, three institutions, one an enterprise.
  private static func cityKind(_ index: Int) -> (UnitKind, ordinal: Int) {
    let (round, place) = (index / 10, index % 10)
    switch place {
    case 1: return (.institution, round * 3)
    case 2: return (.enterprise, round)
    case 5: return (.institution, round * 3 + 1)
    case 8: return (.institution, round * 3 + 2)
    default: return (.organ, round * 6 + [0, 0, 0, 1, 2, 2, 3, 4, 4, 5][place])
    }
  }

  /// Of ten units of a county, three are townships, four organs, two institutions, one an enterprise; the first
  /// school apart.
  private static func countyKind(_ index: Int) -> (UnitKind, ordinal: Int) {
    if index == 4 { return (.partySchool, 0) }
    let shifted = index > 4 ? index - 1 : index
    let (round, place) = (shifted / 10, shifted % 10)
    switch place {
    case 0, 3, 7: return (.township, round * 3 + (place + 1) / 3)
    case 2, 6: return (.institution, round * 2 + place / 4)
    case 4: return (.enterprise, round)
    default: return (.organ, round * 4 + [0, 0, 0, 0, 0, 1, 0, 0, 2, 3][place])
    }
  }

  // MARK: - Changes of the last year

  private mutating func planChanges(lastYear: Int, random: inout RandomSource) {
    for index in units.indices {
      let kind = units[index].kind
      if random.chance(450) {
        // Before anybody now in service was hired.
        units[index].foundedOn = random.day(.firstDay(ofYear: 1952), .firstDay(ofYear: lastYear - 40))
      }
      guard units[index].parent != nil, kind != .partyCommittee, kind != .partySchool, units[index].ordinal > 0 else {
        continue
      }
      if random.chance(60) {
        units[index].headLeftOn = random.day(
          .firstDay(ofYear: lastYear - 1).adding(months: 9), .firstDay(ofYear: lastYear).adding(months: 9))
      }
      guard kind != .township else { continue }
      if random.chance(25) {
        units[index].dissolvedOn = random.day(.firstDay(ofYear: lastYear - 2), .lastDay(ofYear: lastYear))
      } else if random.chance(25), units[index].headLeftOn == nil {
        units[index].foundedOn = random.day(.firstDay(ofYear: lastYear - 1), .lastDay(ofYear: lastYear))
      }
    }
  }

  /// Chooses which units neglect all duties and which change their heads: every city has some of both.
  private mutating func planConduct(lastYear: Int) {
    let settled = units.indices.filter {
      let unit = units[$0]
      return unit.parent != nil && (unit.foundedOn.map { $0.year < lastYear - 20 } ?? true) && unit.dissolvedOn == nil
        && unit.headLeftOn == nil && unit.members > 7
    }
    if let committee = settled.first(where: { units[$0].kind == .partyCommittee && units[$0].ordinal == 1 }) {
      units[committee].isIdle = true
    }
    for kind in [UnitKind.township, .organ] {
      if let last = settled.last(where: { units[$0].kind == kind && (kind == .township || units[$0].sitsInSupervisionConference) }
      ) {
        units[last].isIdle = true
      }
    }
    let changing = settled.filter {
      units[$0].level != .city && (units[$0].kind == .township || units[$0].kind == .organ) && !units[$0].isIdle
    }
    for (way, index) in changing.prefix(PlantedCase.ways).enumerated() { units[index].headChange = way }
  }

  /// Another organ beside this one, if it was there then.
  func sibling(of unit: UnitPlan, from start: Day, to end: Day?) -> UnitPlan? {
    units.first {
      $0.kind == unit.kind && $0.parent == unit.parent && $0.number != unit.number && $0.exists(from: start, to: end)
    }
  }

  /// Some unit that was there from that day to that one, mostly any.
  func anyUnit(from start: Day, to end: Day?, random: inout RandomSource) -> UnitPlan {
    let drawn = random.pick(units)
    return drawn.exists(from: start, to: end) ? drawn : root
  }

  // MARK: - Persons

  /// Gives every person a unit. About one in ten holds a village office and no post.
  private mutating func share(persons: Int, random: inout RandomSource) {
    let townshipCount = units.count { $0.kind == .township }
    let inVillages = max(persons / 10, min(persons / 4, townshipCount * 7))
    let weights = units.map { unit -> Int in
      switch unit.kind {
      case .partyCommittee: 14 + random.below(6)
      case .township: 34 + random.below(22)
      case .organ: 24 + random.below(24)
      case .institution: 20 + random.below(40)
      case .enterprise: 18 + random.below(20)
      case .partySchool: 12 + random.below(8)
      }
    }
    let total = weights.reduce(0, +)
    let onPosts = persons - inVillages
    var (sum, given, next, township) = (0, 0, 1, 0)
    for index in units.indices {
      sum += weights[index]
      let upTo = onPosts * sum / total
      units[index].firstPerson = next
      units[index].members = upTo - given
      next += upTo - given
      given = upTo
      guard units[index].kind == .township else { continue }
      let share = inVillages * (township + 1) / townshipCount - inVillages * township / townshipCount
      units[index].villagePersons = share
      // Beside those with cadres of their own, in the first townships some whose offices changed hands; now and then one whose
      // offices all lie empty.
      units[index].villages = max(1, (share + 3) / 7) + (township < 4 ? 4 : 0) + (township % 4 == 1 ? 1 : 0)
      next += share
      township += 1
    }
  }
}
