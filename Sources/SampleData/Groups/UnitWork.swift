import CadreModel

/// 工作事项 of units.
extension CityWriter {
  /// One activity of a unit, if it stood on that day.
  mutating func activity(_ kind: String, of unit: UnitPlan, on day: Day, reportedTo: [String] = []) {
    guard unit.foundedOn.map({ $0 <= day }) ?? true, unit.dissolvedOn.map({ $0 > day }) ?? true else { return }
    files.activities.id("A", files.activities.rows + 1)
    files.activities.code(kind)
    files.activities.id(unit.id)
    files.activities.empty()
    files.activities.empty()
    files.activities.tags(reportedTo)
    files.activities.empty()
    files.activities.date(day)
    files.activities.end()
  }

  /// One activity of a person.
  mutating func activity(_ kind: String, of person: Int, at target: String? = nil, topics: [String] = [], on day: Day) {
    files.activities.id("A", files.activities.rows + 1)
    files.activities.code(kind)
    files.activities.empty()
    files.activities.id("P", person)
    files.activities.text(target)
    files.activities.empty()
    files.activities.tags(topics)
    files.activities.date(day)
    files.activities.end()
  }

  mutating func writeUnitWork(of roster: Roster) {
    let unit = roster.unit
    var random = random(.unitWork, unit.number)
    // Some units neglect this duty.
    let slack = random.chance(120) ? 4 : 1
    switch unit.kind {
    case .partyCommittee: writeCommitteeWork(unit, slack: slack, random: &random)
    case .township: writeTownshipWork(unit, slack: slack, random: &random)
    default: break
    }
    if unit.kind == .partyCommittee || unit.kind == .township || unit.kind == .organ {
      switch unit.kind {
      case .partyCommittee:
        if !unit.isIdle {
          perhapsWaive(.committee, unit.id)
          if unit.level == .county { perhapsWaive(.countyCommittee, unit.id) }
        }
      case .township: perhapsWaive(.township, unit.id)
      default: if unit.keepsInterventionLedger, unit.sitsInSupervisionConference { perhapsWaive(.unit, unit.id) }
      }
      writeStudy(of: unit, slack: slack, random: &random)
      yearly("democratic_life", of: unit, missing: 70 * slack, random: &random)
      yearly("report_and_reviews", of: unit, missing: 80 * slack, random: &random)
      yearly("team_report", of: unit, missing: 70 * slack, reportedTo: ["superior"], others: 80, random: &random)
    }
    if unit.kind == .organ || unit.kind == .township {
      yearly("selection_self_check", of: unit, missing: 80 * slack, random: &random)
    }
    if unit.kind != .enterprise, unit.kind != .partySchool {
      periodic("daily_supervision_report", 2, of: unit, missing: 60 * slack, random: &random)
    }
    if unit.keepsInterventionLedger { writeInterventionReports(of: unit, slack: slack, random: &random) }
    if unit.sitsInSupervisionConference {
      periodic("supervision_bulletin", 12, of: unit, missing: 50 * slack, reportedTo: ["org_dept"], others: 40, random: &random)
    }
  }

  /// One activity in each of `times` equal parts of every year, some of them missing.
  ///
  /// - Parameters:
  ///   - missing: in a thousand.
  ///   - others: how many in a thousand were reported elsewhere or nowhere.
  ///   - first: the year that records of the kind began in.
  mutating func periodic(
    _ kind: String, _ times: Int, of unit: UnitPlan, missing: Int, reportedTo: [String] = [], others: Int = 0,
    since first: Int? = nil, random: inout RandomSource
  ) {
    for year in max(years.lowerBound, first ?? years.lowerBound)...lastYear {
      for part in 0..<times {
        if random.chance(unit.isModel ? 0 : missing) || unit.idles(in: year, of: lastYear) { continue }
        let first = Day.firstDay(ofYear: year).adding(months: part * 12 / times)
        let day = random.day(first, Day.firstDay(ofYear: year).adding(months: (part + 1) * 12 / times).adding(days: -1))
        let offices = random.chance(others) ? (random.chance(500) ? [] : ["discipline"]) : reportedTo
        activity(kind, of: unit, on: day, reportedTo: offices)
      }
    }
  }

  private mutating func yearly(
    _ kind: String, of unit: UnitPlan, missing: Int, reportedTo: [String] = [], others: Int = 0, random: inout RandomSource
  ) {
    periodic(kind, 1, of: unit, missing: missing, reportedTo: reportedTo, others: others, random: &random)
  }

  /// Twelve a year are asked for: some have eleven or fewer, some the twelfth on the year's last day.
  private mutating func writeStudy(of unit: UnitPlan, slack: Int, random: inout RandomSource) {
    for year in years {
      let count =
        unit.idles(in: year, of: lastYear) ? 3 : random.chance(110 * slack) ? random.between(8, 11) : random.between(12, 14)
      for time in 0..<count {
        activity(
          "center_group_study", of: unit, on: time == 11 && random.chance(60) ? .lastDay(ofYear: year) : random.day(inYear: year))
      }
    }
  }

  private mutating func writeCommitteeWork(_ unit: UnitPlan, slack: Int, random: inout RandomSource) {
    periodic("comprehensive_analysis", 4, of: unit, missing: 90 * slack, random: &random)
    periodic("mobility_review", 2, of: unit, missing: 90 * slack, random: &random)
    periodic("rural_party_study", 2, of: unit, missing: 110 * slack, random: &random)
    yearly("lecture", of: unit, missing: 200, random: &random)
    yearly("effectiveness_check", of: unit, missing: 100, random: &random)
  }

  private mutating func writeTownshipWork(_ unit: UnitPlan, slack: Int, random: inout RandomSource) {
    periodic("monthly_theme_review", 12, of: unit, missing: 55 * slack, random: &random)
    periodic("team_service", 2, of: unit, missing: 100, random: &random)
    for year in lastYear - 1...lastYear {
      for month in 0..<12 where random.chance(550) {
        let first = Day.firstDay(ofYear: year).adding(months: month)
        var day = random.day(first, first.adding(days: 26))
        // Tuesday is the day for the villages. 1970-01-01 was a Thursday.
        if (day.number + 3) % 7 == 1, !random.chance(350) { day = day.adding(days: 1) }
        activity("township_meeting", of: unit, on: day)
      }
    }
  }

  /// Quarterly to both offices, in one report or two; some reach only one.
  private mutating func writeInterventionReports(of unit: UnitPlan, slack: Int, random: inout RandomSource) {
    for year in years {
      for quarter in 0..<4 {
        let first = Day.firstDay(ofYear: year).adding(months: quarter * 3)
        let last = first.adding(months: 3).adding(days: -1)
        switch random.below(100) {
        case _ where unit.idles(in: year, of: lastYear): continue
        case ..<(5 * slack): continue
        case ..<(12 * slack):
          activity(
            "intervention_report", of: unit, on: random.day(first, last), reportedTo: [random.pick(["org_dept", "discipline"])])
        case ..<70:
          activity(
            "intervention_report", of: unit, on: random.day(first, last), reportedTo: ["org_dept", "discipline"])
        default:
          activity("intervention_report", of: unit, on: random.day(first, last), reportedTo: ["org_dept"])
          activity("intervention_report", of: unit, on: random.day(first, last), reportedTo: ["discipline"])
        }
      }
    }
  }

  /// What is done once for the whole jurisdiction, mostly in its second half-year.
  mutating func writeJurisdictionWork() {
    var random = random(.jurisdiction, 0)
    for year in years {
      for kind in ["passport_custody_check", "tolerance_publication", "expert_lecture", "audit_analysis"]
      // Done late in the last year, and forgotten every other year before.
      where (lastYear - year) % 2 == 1 || year == lastYear {
        let last = Day.lastDay(ofYear: year)
        activity(kind, of: plan.root, on: random.day(last.adding(days: year == lastYear ? -19 : -270), last.adding(days: -3)))
      }
      for _ in 0..<3 { activity("effectiveness_check", of: plan.root, on: random.day(inYear: year)) }
    }
    for (index, kind) in ["reminder", "inquiry_letter", "admonition", "summon", "supervision", "accountability", "circular"]
      .enumerated()
    {
      measure(kind, on: "unit", plan.root.id, taken: lastYears(2 + index % 4, 12), issuer: "both")
    }
    writeHolidayInspections()
    writeDocuments()
  }
}
