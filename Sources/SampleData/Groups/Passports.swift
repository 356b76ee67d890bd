import CadreModel

/// 出国境证件, 个人事项查核: what cadres of rank hold, and what was found when their declarations were looked at.
extension CityWriter {
  mutating func writePassports(of member: Member) {
    guard member.leading || member.rank >= .townshipSection else { return }
    var random = random(.passports, member.number)
    if isSettled(member), let item = plantedCase(.passport, days: 10) {
      return passport("passport", of: member, issued: item.begins, handedIn: item.done)
    }
    guard random.chance(350) else { return }
    for kind in ["passport", "hk_macau", "taiwan"] where random.chance(kind == "passport" ? 800 : 250) {
      let recent = Day.firstDay(ofYear: lastYear)
      let issued = random.day(max(random.chance(450) ? recent : begin, min(member.hired, end)), end)
      // Ten days are allowed: some hand their passport in within them, some later, some never.
      let handedIn: Day? =
        switch random.below(100) {
        case ..<70: issued.adding(days: random.between(0, 9))
        case ..<78: issued.adding(days: 10)
        case ..<91: issued.adding(days: random.between(11, 60))
        default: nil
        }
      passport(kind, of: member, issued: issued, handedIn: handedIn)
    }
  }

  private func passport(_ kind: String, of member: Member, issued: Day, handedIn: Day?) {
    files.passports.id("H", files.passports.rows + 1)
    files.passports.id("P", member.number)
    files.passports.code(kind)
    files.passports.date(issued)
    files.passports.date(handedIn.flatMap { $0 <= end ? $0 : nil })
    files.passports.end()
  }

  /// Each year about one in ten leading cadres of the higher ranks is verified at random; others for a reason.
  mutating func writeVerifications(of member: Member) {
    guard member.rank >= .townshipSection, member.left == nil else { return }
    var random = random(.verifications, member.number)
    if isSettled(member), let item = plantedCase(.verification, days: 90) {
      verification(of: member, "key", "omitted", on: item.begins, handled: item.done)
    }
    for year in max(years.lowerBound, lastYear - 2, member.hired.year)...lastYear {
      let isDrawn = member.leading && member.rank >= .countyDivision && random.chance(260)
      guard isDrawn || random.chance(60) else { continue }
      let result = random.chance(820) ? "consistent" : random.chance(650) ? "omitted" : "concealed"
      // The random verification is in December.
      let verified = random.day(
        max(isDrawn ? Day.lastDay(ofYear: year).adding(days: -19) : .firstDay(ofYear: year), member.hired), .lastDay(ofYear: year)
      )
      let handled: Day? =
        switch random.below(100) {
        case _ where result == "consistent": nil
        case ..<72: verified.adding(days: random.between(5, 90))
        case ..<88: verified.adding(days: random.between(91, 160))
        default: nil
        }
      verification(
        of: member, isDrawn ? "random" : random.pick(["key", "selection", "selection"]), result, on: verified, handled: handled)
    }
  }

  private func verification(of member: Member, _ kind: String, _ result: String, on day: Day, handled: Day?) {
    files.verifications.id("V", files.verifications.rows + 1)
    files.verifications.id("P", member.number)
    files.verifications.code(kind)
    files.verifications.code(result)
    files.verifications.date(day)
    files.verifications.date(handled.flatMap { $0 <= end ? $0 : nil })
    files.verifications.end()
  }
}
