import CadreModel

/// 待遇 and 条款自查.
extension CityWriter {
  /// Average incomes by county, rank and group: townships at 1.2 times the organs or a little above or below.
  mutating func writePay() {
    for county in plan.counties {
      var random = random(.jurisdiction, county.code)
      for year in years.lowerBound - 1...lastYear {
        for rank in [Rank.countyDivision, .townshipSection, .subSection, .staff] {
          let organ = (95_000 + rank.rawValue * 21_000 + (year - 2018) * 3_000 + random.below(9_000)) * 100
          // In the first county all is known, some is too low; in the last one side is missing.
          let isLowest = county.code == plan.counties[0].code && rank == .staff
          let isMissing =
            county.code == plan.counties[plan.counties.count - 1].code && rank == .subSection && year == lastYear - 1
          let ratio = isLowest ? 1150 : random.pick([1200, 1200, 1199, 1150, 1210, 1240, 1260, 1205])
          pay(county.code, year, rank, "township", organ * ratio / 1000)
          // Here and there one side is not handed in.
          if !isMissing && (isLowest || !random.chance(60)) { pay(county.code, year, rank, "county_organ", organ) }
        }
      }
    }
  }

  private mutating func pay(_ region: Int, _ year: Int, _ rank: Rank, _ group: String, _ income: Int) {
    files.pay.integer(region, width: 6)
    files.pay.integer(year)
    files.pay.code(rank.code)
    files.pay.code(group)
    files.pay.number(hundredths: income)
    files.pay.end()
  }

  /// Clauses that address the city and its counties: their committees alone report on them.
  private static let ofCommittees: Set = ["shaoxing.8", "shaoxing.18", "kunming.7", "kunming.8", "kunming.12"]

  /// Self-reports on the clauses that no record decides, for the last two years.
  mutating func writeAttestations(of unit: UnitPlan) {
    guard unit.kind == .partyCommittee || unit.kind == .organ || unit.kind == .township else { return }
    var random = random(.attestations, unit.number)
    for clause in city.attestedClauses where unit.kind == .partyCommittee || !CityWriter.ofCommittees.contains(clause) {
      if unit.parent == nil, !city.isCounty {
        attestation(of: unit, clause, on: lastYears(2, 10), conclusion: 0, random: &random)
      }
      // One unit reports "done in part" all year; units that neglect their duties report nothing.
      if unit.county == 0, unit.ordinal == 0, unit.kind != .township {
        attestation(of: unit, clause, on: lastYears(3, 15), conclusion: 80, random: &random)
        continue
      }
      for year in lastYear - 1...lastYear where random.chance(850) && !unit.idles(in: year, of: lastYear) && unit.parent != nil {
        attestation(of: unit, clause, on: random.day(inYear: year), random: &random)
        if random.chance(120) { attestation(of: unit, clause, on: random.day(inYear: year), random: &random) }
      }
    }
  }

  private mutating func attestation(
    of unit: UnitPlan, _ clause: String, on day: Day, conclusion given: Int? = nil, random: inout RandomSource
  ) {
    let conclusion = given ?? random.below(100)
    files.attestations.id("N", files.attestations.rows + 1)
    files.attestations.id(unit.id)
    files.attestations.id(clause)
    files.attestations.date(day)
    files.attestations.code(conclusion < 78 ? "done" : conclusion < 92 ? "partly" : "not_done")
    files.attestations.text(random.chance(600) ? nil : conclusion < 78 ? "已按要求落实" : "正在推进, 已列入清单")
    files.attestations.end()
  }
}
