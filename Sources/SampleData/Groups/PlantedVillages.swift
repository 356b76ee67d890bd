import CadreModel

/// What becomes of a village. For the first villages of a city it is chosen, so that every possible outcome occurs.
struct VillageState {
  var lagging: Day?
  var critical = false
  /// When the last of those who are to help had come; nil: some never came.
  var helped: Day?
  var listedProblems: Day?
  /// How the village's helpers changed in the last year, and whether one was left without a successor.
  var change: SupportChange = .none
  var hasTriggers = false
  var hasTeamMember = false
  var isPoor = false
  var isUnknown = false

  enum SupportChange {
    case none, succeeded, unsucceeded
  }

  static let planted = 12

  init(way: Int, year: Int) {
    func day(_ month: Int, before years: Int) -> Day { Day.firstDay(ofYear: year - years).adding(months: month - 1) }
    switch way {
    // Just listed: help is due in thirty days.
    case 0..<PlantedCase.ways:
      let item = PlantedCase(way: way, days: 30, year: year)
      lagging = item.begins
      helped = item.done
      listedProblems = item.done
      critical = true
    // For years, with a member of the county's leaders in charge or without.
    case 5:
      lagging = day(3, before: 2)
      hasTeamMember = true
    case 6: lagging = day(6, before: 3)
    // For a year, and its helpers changed.
    case 7:
      lagging = day(2, before: 1)
      change = .succeeded
    case 8:
      lagging = day(2, before: 1)
      change = .unsucceeded
    // One has problems and is not listed, in one little is in order, and of one nothing is known.
    case 9: break
    case 10: isPoor = true
    default: isUnknown = true
    }
    hasTriggers = lagging != nil || way == 9
    if way > 4, let lagging {
      helped = lagging.adding(days: 20)
      listedProblems = helped
    }
  }
}

extension CityWriter {
  mutating func plantSupports(of village: String, _ state: VillageState) {
    guard let lagging = state.lagging else { return }
    var kinds = ["township_leader", "department", "first_secretary"]
    if state.critical { kinds += ["work_group", "province_listing"] }
    for kind in kinds { support(of: village, kind, on: lagging, until: nil) }
    if let helped = state.helped, helped <= end {
      for kind in state.critical ? ["county_leader", "county_principal", "city_listing"] : ["county_leader"] {
        support(of: village, kind, on: helped, until: state.change == .none ? nil : lastYears(4, 10))
      }
    }
    if state.change == .succeeded { support(of: village, "county_leader", on: lastYears(4, 10), until: nil) }
    if state.hasTeamMember { support(of: village, "county_team_member", on: lagging, until: nil) }
  }

  /// The offices of a village without a secretary of its own: the secretary left, and a first secretary from outside
  /// stepped in.
  mutating func plantVacancy(in village: String, of unit: UnitPlan) {
    guard unit.villagePersons > 0, let item = plantedCase(.vacancy, days: 30) else { return }
    let person = unit.firstPerson + unit.members
    villageCadreRow(person, in: village, role: "secretary", from: election, to: item.begins, filed: election, reviewed: election)
    if let day = item.done { support(of: village, "first_secretary", on: day, until: nil) }
  }

  /// A village where some failed the vetting halfway and left, and others came: each step in time, late, or not yet.
  mutating func plantChanges(in village: String, of unit: UnitPlan, round: Int, random: inout RandomSource) {
    guard unit.villagePersons >= 4, let way = planting.next(.formerOffice, of: PlantedCase.ways) else { return }
    let first = unit.firstPerson + unit.members + (unit.villagePersons > 6 ? 3 * round : 0)
    let failed = PlantedCase(way: way, days: 30, year: lastYear)
    vetting(first + 1, in: village, "midterm", on: failed.begins, outcome: .failed, random: &random)
    villageCadreRow(first + 1, in: village, role: "committee", from: election, to: failed.done)
    let left = PlantedCase(way: way, days: 60, year: lastYear)
    vetting(first + 2, in: village, "midterm", on: left.begins.adding(days: -10), outcome: .failed, random: &random)
    villageCadreRow(first + 2, in: village, role: "director", from: election, to: left.begins)
    if let day = left.done { villageCadreRow(first + 3, in: village, role: "director", from: day, to: nil) }
    // One only took office late in the year.
    let began = way == 0 ? lastYears(11, 3) : failed.begins
    villageCadreRow(
      first + 3, in: village, role: "secretary", from: began, to: nil, filed: way == 0 ? began : failed.done,
      reviewed: way % 2 == 0 ? began.adding(days: -9) : began.adding(days: 9))
    vetting(
      first + 3, in: village, "candidate", on: began.adding(days: -20), outcome: way == 1 ? .passedDespiteHit : .passed,
      random: &random)
  }

  /// 三色评定 of the first cadres: grey and what follows, yellow and what follows. False once all are given.
  mutating func plantRating(of member: Member, in village: String) -> Bool {
    guard member.seatSince < Day.firstDay(ofYear: lastYear) else { return false }
    if let item = plantedCase(.grey, days: 30) {
      rating(
        of: member, in: village,
        VillageRating(rated: item.begins, color: "grey", disposal: item.done == nil ? nil : "removal", disposed: item.done))
      return true
    }
    guard let way = planting.next(.yellow, of: PlantedCase.ways + 3) else { return false }
    if way < PlantedCase.ways {
      let rest = PlantedCase(way: way, days: 30, year: lastYear)
      let from = rest.begins.adding(months: -3)
      rating(
        of: member, in: village,
        VillageRating(
          rated: from.adding(days: -5), color: "yellow", retrained: (from.adding(days: -4), from.adding(days: 4)),
          suspended: (from, rest.begins), followUp: rest.done == nil ? nil : "reinstated", followed: rest.done))
    } else {
      let rated = lastYears(6, 20)
      let from = rated.adding(days: 3)
      // Retrained too briefly; rested too long; as it should be, and not over at the half-year's end.
      let trained = way == 5 ? 3 : 7
      rating(
        of: member, in: village,
        VillageRating(
          rated: rated, color: "yellow", retrained: (from, from.adding(days: trained)),
          suspended: (from, way == 6 ? lastYears(12, 28) : from.adding(months: 3))))
    }
    return true
  }

  /// The day that the present offices of most villages began on.
  var election: Day { min(Day.firstDay(ofYear: lastYear), lastYears(1, 5, before: 4)) }
}
