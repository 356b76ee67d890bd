import CadreModel

/// A training class of the city.
struct ClassPlan: Sendable {
  let number: Int
  let provider: String
  let mode: ClassMode
  let isMain: Bool
  let level: String
  /// Index into the plan's units.
  let organizer: Int
  let starts: Day
  let ends: Day
  /// Hundredths of an hour.
  let hours: Int

  /// How many, the first and the last included.
  var days: Int { ends.number - starts.number + 1 }
}

/// `training_classes.mode`.
enum ClassMode: String, Sendable {
  case offJob = "off_job"
  case onJob = "on_job"
  case online
  case selfStudy = "self_study"
}

/// All training classes of the invented years, by year. Beyond some thousand a year classes get larger instead of more
/// numerous, so that the catalogue fits in memory.
struct ClassCatalogue: Sendable {
  private(set) var years: [Int: [ClassPlan]] = [:]
  /// Indexes, within the year, of off-job main classes at the provincial or city school.
  private(set) var mainSchoolClasses: [Int: [Int]] = [:]

  private static let providers = [
    "city_party_school", "county_party_school", "university", "base", "online", "other", "provincial_party_school",
    "city_party_school", "county_party_school", "online",
  ]

  init(plan: OrganisationPlan, years span: ClosedRange<Int>, persons: Int, seed: UInt64) {
    let schools = plan.units.indices.filter { plan.units[$0].kind == .partySchool }
    let organs = plan.units.indices.filter { plan.units[$0].kind == .organ && plan.units[$0].ordinal == 0 }
    let perYear = min(2000, max(24, persons / 60))
    var number = 0
    for year in span {
      var classes: [ClassPlan] = []
      var main: [Int] = []
      for index in 0..<perYear {
        number += 1
        var random = RandomSource(seed: seed, stream: .classes, part: number)
        let provider = ClassCatalogue.providers[index % ClassCatalogue.providers.count]
        let atSchool = provider.hasSuffix("party_school")
        let isMain = atSchool && random.chance(450)
        let mode: ClassMode =
          provider == "online"
          ? (random.chance(800) ? .online : .selfStudy)
          : random.chance(isMain ? 900 : 600) ? .offJob : .onJob
        let level =
          provider == "provincial_party_school"
          ? "province"
          : provider == "county_party_school" || plan.city.isCounty
            ? "county"
            : random.chance(500) ? "city" : random.chance(600) ? "county" : "unit"
        let organizer = atSchool ? random.pick(schools) : random.pick(organs.isEmpty ? schools : organs)
        let length =
          mode == .offJob
          ? 1 + random.below(isMain ? 40 : 8)
          : mode == .onJob
            ? 1 + random.below(20)
            : 30
              + random.below(
                90)
        let starts = random.day(inYear: year)
        let ends = min(starts.adding(days: length - 1), .lastDay(ofYear: year))
        let days = ends.number - starts.number + 1
        let hours = mode == .offJob ? min(days, 15) * 800 : 400 + random.below(60) * 50
        if isMain, mode == .offJob, provider != "county_party_school" { main.append(index) }
        classes.append(
          ClassPlan(
            number: number, provider: provider, mode: mode, isMain: isMain, level: level, organizer: organizer,
            starts: starts, ends: ends, hours: hours))
      }
      years[year] = classes
      mainSchoolClasses[year] = main
    }
  }
}
