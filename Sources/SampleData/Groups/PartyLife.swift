import CadreModel

/// 工作事项 of the Party's daily life: meetings, lectures, appraisals, self-checks, holiday inspections.
extension CityWriter {
  /// The years that these records are kept for.
  private var firstYear: Int { lastYear - 1 }

  mutating func writePartyLife(of unit: UnitPlan) {
    var random = random(.partyLife, unit.number)
    let missing = unit.isModel ? 0 : random.chance(150) ? 400 : (1000 - city.keeping.partyLife) / 2
    func often(_ kind: String, _ times: Int, _ writer: inout CityWriter, _ random: inout RandomSource) {
      writer.periodic(kind, times, of: unit, missing: missing, since: writer.firstYear, random: &random)
    }
    if unit.kind == .partyCommittee || unit.kind == .township || unit.kind == .organ {
      often("branch_assembly", 4, &self, &random)
      often("branch_committee", 12, &self, &random)
      often("party_lecture", 4, &self, &random)
      often("theme_party_day", 12, &self, &random)
      for kind in ["democratic_appraisal", "team_work_report", "team_appraisal", "eight_rules_self_check", "condolence_visit"] {
        often(kind, 1, &self, &random)
      }
    }
    if unit.kind == .partyCommittee { often("job_fit_assessment", 1, &self, &random) }
    if unit.kind == .township { writeTownshipRounds(unit, missing: missing, random: &random) }
    for half in halves where half.ends < end && random.chance(city.keeping.halfYearScores * 9 / 10) {
      // The tiers are made known within ninety days of the half-year, a few later.
      let day = half.ends.adding(days: random.chance(880) ? random.between(1, 90) : random.between(91, 150))
      if day <= end { activity("tier_publication", of: unit, on: day) }
    }
  }

  /// The screening of every quarter, and the Tuesdays in the villages.
  private mutating func writeTownshipRounds(_ unit: UnitPlan, missing: Int, random: inout RandomSource) {
    periodic("crime_screening", 4, of: unit, missing: missing, since: firstYear, random: &random)
    let kept = random.between(400, 950)
    let first = Day.firstDay(ofYear: lastYear)
    // 1970-01-01 was a Thursday.
    var day = first.adding(days: (8 - (first.number + 3) % 7) % 7)
    while day <= end {
      if random.chance(kept) { activity("team_service", of: unit, on: day) }
      day = day.adding(days: 7)
    }
  }

  /// What single cadres take part in, or are appraised in.
  mutating func writePartyWork(of member: Member, in unit: UnitPlan) {
    guard member.leading, member.left == nil else { return }
    var random = random(.partyLife, -member.number)
    let isOfCommittee = unit.kind == .partyCommittee && unit.level == .county && member.role == .principal
    for year in max(firstYear, member.hired.year)...lastYear where !unit.idles(in: year, of: lastYear) {
      if member.managedBy == "city" || member.managedBy == "county" { perYear("cadre_visit", member, year, 850, &random) }
      if isOfCommittee {
        perYear("duty_report", member, year, unit.isModel ? 1000 : 870, &random)
        perYear("mutual_appraisal", member, year, unit.isModel ? 1000 : 850, &random)
      }
      if member.rank == .countyDivision {
        perYear("party_base_education", member, year, 120, &random)
        // Tours come late in the year, after the busy months.
        if random.chance(120) || isSettled(member) && planting.next(.studyTour, of: 2) != nil {
          activity("study_tour", of: member.number, on: Day.lastDay(ofYear: year).adding(days: -random.between(3, 19)))
        }
      }
    }
  }

  /// 作风明察暗访 about the holidays: most are looked at in the week before or on the days themselves.
  mutating func writeHolidayInspections() {
    var random = random(.partyLife, 0)
    for year in firstYear...lastYear {
      let holidays: [(month: Int, day: Int)] = [(1, 1), (1, 29), (2, 10), (4, 4), (5, 1), (5, 31), (6, 10), (9, 17), (10, 1)]
      for (month, day) in holidays where random.chance(850) && month + day != 36 {
        let first = Day.firstDay(ofYear: year).adding(months: month - 1).adding(days: day - 1)
        let held = first.adding(days: random.between(-7, 0))
        if held >= .firstDay(ofYear: firstYear) { activity("conduct_inspection", of: plan.root, on: held) }
      }
    }
  }
}
