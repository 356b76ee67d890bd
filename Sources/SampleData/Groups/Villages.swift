import CadreModel

/// 村组地点, 行政村 and 村级项目.
extension CityWriter {
  mutating func writeVillages(of roster: Roster) {
    let unit = roster.unit
    var random = random(.villages, unit.number)
    place(unit.placeID(0), "township", plan.name(of: unit), of: unit, parent: nil)
    var next = unit.firstPerson + unit.members
    let end = next + unit.villagePersons
    let staffed = max(1, (unit.villagePersons + 3) / 7)
    for village in 1...unit.villages {
      let id = unit.placeID(village * 10)
      let name = plan.placeName(unit.number &* 31 &+ village)
      place(id, "village", name + "村", of: unit, parent: unit.placeID(0))
      for part in UnitPlan.partsOfVillage {
        let kind =
          part == 1
          ? "natural_village"
          : part == 2
            ? "difficult_household"
            : random.pick(
              ["community", "natural_village"])
        let label =
          part == 2
          ? random.pick(PersonNames.surnames) + "家"
          : plan.placeName(unit.number &* 53 &+ village * 10 + part) + (kind == "community" ? "社区" : "自然村")
        place(unit.placeID(village * 10 + part), kind, label, of: unit, parent: id)
      }
      let planted = planting.next(.village, of: VillageState.planted).map { VillageState(way: $0, year: lastYear) }
      let office = writeVillage(id, planted, random: &random)
      perhapsWaive(.village, id)
      if let planted {
        plantSupports(of: id, planted)
      } else {
        writeSupports(of: id, lagging: office.lagging, critical: office.critical, random: &random)
      }
      for year in years where random.chance(800) { writeProject(of: id, on: random.day(inYear: year), random: &random) }
      if let way = planting.next(.project, of: 4) { plantProject(of: id, way) }
      switch village - staffed {
      case 1, 2: plantVacancy(in: id, of: unit)
      case 3, 4: plantChanges(in: id, of: unit, round: village - staffed - 3, random: &random)
      default: break
      }
      guard village <= staffed else { continue }
      let until = unit.firstPerson + unit.members + unit.villagePersons * village / staffed
      writeOffices(of: id, persons: next..<max(next, min(until, end)), unit: unit, random: &random)
      next = max(next, min(until, end))
    }
  }

  private mutating func place(_ id: String, _ kind: String, _ name: String, of unit: UnitPlan, parent: String?) {
    files.places.id(id)
    files.places.code(kind)
    files.places.text(name)
    files.places.integer(unit.regionCode, width: 6)
    files.places.id(unit.id)
    files.places.text(parent)
    files.places.end()
  }

  private mutating func writeVillage(_ id: String, _ planted: VillageState?, random: inout RandomSource) -> (
    lagging: Day?, critical: Bool
  ) {
    let population =
      planted == nil && random.chance(120) ? random.pick([999, 1000, 1001]) : random.between(planted == nil ? 420 : 1000, 3900)
    let households = population * 10 / 31
    let grids = planted?.isUnknown ?? random.chance(20) ? 0 : random.between(2, 9)
    let lagging: Day? =
      planted != nil
      ? planted?.lagging
      : random.chance(220)
        ? random.day(random.chance(600) ? .firstDay(ofYear: lastYear) : Day.firstDay(ofYear: lastYear - 4), end) : nil
    let critical = planted?.critical ?? random.chance(lagging == nil ? 20 : 450)
    let covered = !(planted?.isPoor ?? false) && random.chance(820) ? grids : max(0, grids - random.between(1, 2))
    let linked = !(planted?.isPoor ?? false) && random.chance(780) ? households : households - random.between(1, households / 3)
    let isUnlisted = planted?.isUnknown ?? random.chance(15)
    files.villages.id(id)
    files.villages.integer(population)
    files.villages.integer(isUnlisted ? 0 : households)
    files.villages.integer(isUnlisted ? 0 : linked)
    files.villages.integer(grids)
    files.villages.integer(covered)
    files.villages.flag(!(planted?.isPoor ?? false) && random.chance(900))
    files.villages.date(lagging)
    files.villages.flag(critical)
    // Five years without a new Party member are the limit: some villages reach it in the last year.
    files.villages.date(
      random.chance(50)
        ? nil
        : random.chance(750)
          ? random.day(.firstDay(ofYear: lastYear - 4), end)
          : random.day(.firstDay(ofYear: lastYear - 7), .lastDay(ofYear: lastYear - 5)))
    files.villages.integer(random.chance(150) ? 0 : random.between(1, 9))
    writeDetails(of: id, lagging: lagging, grids: grids, planted)
    files.villages.end()
    return (lagging, critical)
  }

  /// The reasons for which the village counts as lagging and since when it is listed, how many members have pledged, and who
  /// looks after the grids. Of some villages this is not known.
  private func writeDetails(of village: String, lagging: Day?, grids: Int, _ planted: VillageState?) {
    var random = random(.villageDetails, files.villages.rows + 1)
    let kinds = ["organised_crime", "clan_religion", "petitions", "disorder", "discord", "corruption"]
    let first = random.below(kinds.count)
    files.villages.tags(
      planted?.hasTriggers ?? random.chance(lagging == nil ? 40 : 850)
        ? (random.chance(300) ? [kinds[first], kinds[(first + 1) % 6]] : [kinds[first]]) : [])
    let listed = lagging.flatMap { day -> Day? in
      random.chance(850) ? day.adding(days: random.chance(850) ? random.between(0, 30) : random.between(31, 60)) : nil
    }
    files.villages.date((planted == nil ? listed : planted?.listedProblems).flatMap { $0 <= end ? $0 : nil })
    guard !(planted?.isUnknown ?? random.chance(40)) else {
      for _ in 0..<3 { files.villages.empty() }
      return
    }
    let members = planted == nil && random.chance(20) ? 0 : random.between(18, 120)
    files.villages.integer(members)
    files.villages.integer(
      planted?.isPoor ?? false ? members - 1 : random.chance(820) ? members : members - random.between(0, members / 4))
    files.villages.integer(!(planted?.isPoor ?? false) && random.chance(820) ? grids : max(0, grids - random.between(1, 2)))
  }

  private mutating func writeSupports(of village: String, lagging: Day?, critical: Bool, random: inout RandomSource) {
    guard let lagging else {
      if random.chance(200) { support(of: village, "first_secretary", on: random.day(begin, end), until: nil) }
      return
    }
    let isComplete = random.chance(650)
    var kinds = ["county_leader", "township_leader", "department", "first_secretary"]
    if critical { kinds += ["county_principal", "work_group", "province_listing", "city_listing"] }
    if lagging.adding(years: 2) <= end, random.chance(750) { kinds.append("county_team_member") }
    for kind in kinds where isComplete || random.chance(700) {
      let start = lagging.adding(days: random.between(0, 60))
      guard start <= end else { continue }
      let until = random.chance(80) ? random.day(start, end) : nil
      support(of: village, kind, on: start, until: until)
      // Support that ends is followed by another of its kind; in some villages it is not.
      if let until, random.chance(700) {
        support(of: village, kind, on: min(end, until.adding(days: random.below(3))), until: nil)
      }
    }
  }

  mutating func support(of village: String, _ kind: String, on start: Day, until: Day?) {
    files.villageSupports.id("Y", files.villageSupports.rows + 1)
    files.villageSupports.id(village)
    files.villageSupports.code(kind)
    files.villageSupports.date(start)
    files.villageSupports.date(until)
    files.villageSupports.end()
  }

  /// Four projects: one in order; one given to a cadre; one undisclosed and completed; one undisclosed and still running.
  private func plantProject(of village: String, _ way: Int) {
    project(
      of: village, on: lastYears(2, 1 + way), relation: way == 1 ? "cadre" : "none", disclosed: [way < 2, true, way < 2],
      supervised: way < 2, completed: way == 3 ? nil : lastYears(6, 1))
  }

  private func project(
    of village: String, on day: Day, relation: String, disclosed: [Bool], supervised: Bool, completed: Day?
  ) {
    files.villageProjects.id("J", files.villageProjects.rows + 1)
    files.villageProjects.id(village)
    files.villageProjects.date(day)
    files.villageProjects.code(relation)
    for value in disclosed { files.villageProjects.flag(value) }
    files.villageProjects.flag(supervised)
    files.villageProjects.date(completed)
    files.villageProjects.end()
  }

  private mutating func writeProject(of village: String, on day: Day, random: inout RandomSource) {
    let isSecret = random.chance(140)
    let relation = random.chance(890) ? "none" : random.pick(["cadre", "family"])
    let disclosed = (0..<3).map { _ in !(isSecret && random.chance(500)) }
    let supervised = random.chance(900)
    let completed = day.adding(days: random.between(60, 500))
    project(
      of: village, on: day, relation: relation, disclosed: disclosed, supervised: supervised,
      completed: completed <= end && random.chance(850) ? completed : nil)
  }
}
