import CadreModel

/// 单位 and 人员.
extension CityWriter {
  mutating func writeUnit(_ unit: UnitPlan) {
    files.units.id(unit.id)
    files.units.text(plan.name(of: unit))
    files.units.integer(unit.regionCode, width: 6)
    if let parent = plan.slips.superiors[unit.number] ?? unit.parent {
      files.units.id(plan.units[parent].id)
    } else {
      files.units.empty()
    }
    files.units.code(unit.kind.rawValue)
    files.units.code(unit.level.rawValue)
    files.units.text(unit.number % 29 == 0 ? nil : unit.category)
    files.units.tags(
      (unit.keepsInterventionLedger ? ["intervention_ledger"] : [])
        + (unit.sitsInSupervisionConference ? ["supervision_conference"] : []))
    files.units.date(unit.foundedOn)
    files.units.date(unit.dissolvedOn)
    writeDetails(of: unit)
    files.units.end()
  }

  /// How many leading posts of sub-section rank the unit may have, and for which matters it keeps a ledger. For one matter no
  /// unit keeps any.
  private func writeDetails(of unit: UnitPlan) {
    var random = random(.unitDetails, unit.number)
    if random.chance(250) { files.units.empty() } else { files.units.integer(random.pick([0, 1, 1, 2, 2, 3])) }
    let first = random.below(LedgerMatters.kept.count)
    let count = random.chance(100) ? 0 : random.between(2, 4)
    files.units.tags(
      unit.keepsInterventionLedger
        ? (0..<count).map { LedgerMatters.kept[(first + $0) % LedgerMatters.kept.count] } : [])
  }

  mutating func writePerson(_ member: Member, of unit: UnitPlan) {
    var random = random(.personWork, member.identity &* 2)
    let slip = plan.slips.persons[member.number]
    let name = personName(member, random: &random)
    files.persons.id("P", member.number)
    files.persons.text(name)
    files.persons.code(member.sex.rawValue)
    files.persons.date(member.birth)
    if random.chance(60), !plan.slips.needsNumber(member.number) {
      files.persons.empty()
    } else {
      let region = random.chance(900) ? random.pick(plan.counties).code : random.pick([330106, 340104, 430102, 510107])
      let birth = slip == .birthInNumber ? member.birth.adding(days: 9) : member.birth
      let sex = slip == .sexInNumber ? member.sex.other : member.sex
      files.persons.id(IdentityNumber.text(region: region, birth: birth, sex: sex, random: &random))
    }
    files.persons.code(member.politicalStatus)
    files.persons.date(member.joinedParty)
    files.persons.date(slip == .hiredAsChild ? member.birth.adding(years: 15) : member.hired)
    files.persons.date(member.left)
    files.persons.code(member.managedBy)
    files.persons.tags(member.lists)
    writeDetails(of: member, in: unit)
    files.persons.end()
  }

  /// The day of entering the city's service, the establishment, the ethnicity and the education. Some cells stay empty.
  private func writeDetails(of member: Member, in unit: UnitPlan) {
    var random = random(.personDetails, member.number)
    let entered: Day? =
      if member.seatSince.year == lastYear { random.chance(300) ? member.seatSince : nil } else if random.chance(550) { nil } else
      { random.chance(400) ? member.hired : random.day(member.hired, member.seatSince) }
    files.persons.date(entered.map { max($0, member.hired) })
    let establishment: String? =
      switch unit.kind {
      // Villagers hold no post of a unit.
      case _ where member.seat == 0: nil
      case _ where random.chance(30): nil
      case .enterprise: "enterprise"
      case .institution: random.chance(120) ? "reference" : "institution"
      case .partySchool: random.chance(700) ? "reference" : "institution"
      case .township: random.chance(680) ? "civil_servant" : random.chance(900) ? "institution" : "other"
      case .partyCommittee, .organ: random.chance(850) ? "civil_servant" : random.chance(800) ? "reference" : "other"
      }
    files.persons.code(establishment)
    files.persons.code(random.chance(40) ? nil : random.chance(city.minorities) ? random.pick(city.peoples) : "01")
    files.persons.code(
      random.chance(30)
        ? nil
        : member.rank >= .townshipSection
          ? random.pick(["10", "20", "20", "20", "30"])
          : member.seat == 0
            ? random.pick(["30", "40", "60", "60", "70"]) : random.pick(["10", "20", "20", "20", "20", "30", "60"]))
  }

  private func personName(_ member: Member, random: inout RandomSource) -> String {
    let given = member.sex == .male ? PersonNames.male : PersonNames.female
    let surname = random.pick(PersonNames.surnames)
    let first = random.pick(given)
    // Two single characters make the commonest names; a few given names have two characters already.
    return surname
      + (first.utf8.count > 3 || random.chance(350) ? first : first + random.pick(given.filter { $0.utf8.count == 3 }))
  }
}

/// Citizens' numbers of GB 11643: region, birth date, a sequence odd for men, and a check digit.
enum IdentityNumber {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks: [Character] = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"]

  static func text(region: Int, birth: Day, sex: Sex, random: inout RandomSource) -> String {
    let (year, month, day) = birth.civil
    let sequence = random.below(490) * 2 + (sex == .male ? 11 : 10)
    var rest = ((region * 10_000 + year) * 10_000 + month * 100 + day) * 1000 + sequence
    let body = String(rest)
    var sum = 0
    for weight in weights.reversed() {
      sum += rest % 10 * weight
      rest /= 10
    }
    return body + String(checks[sum % 11])
  }
}
