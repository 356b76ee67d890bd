import CadreModel

/// 选拔任用.
extension CityWriter {
  /// Most are decided in a meeting of the day, of the unit or the committee above it.
  private mutating func writeMeeting(decidingOn unit: UnitPlan, _ day: Day, of member: Member) {
    var random = random(.followUps, -member.number)
    guard random.chance(750) else { return }
    let isOwn = unit.kind == .partyCommittee || unit.kind == .organ || unit.kind == .township
    let decider = isOwn ? unit : unit.parent.map { plan.units[$0] } ?? unit
    decision(of: decider, on: day, "personnel", random.chance(930) ? "meeting" : "circulation", principalLast: random.chance(900))
  }

  /// The selection that led to a post taken in the years told.
  mutating func writeSelection(for record: PostRecord, of member: Member, random: inout RandomSource) {
    guard record.start >= begin, record.entry == .promotion || record.entry == .transfer || record.entry == .exchange,
      random.chance(record.rank > .staff ? 900 : 150)
    else { return }
    let decided = record.start.adding(days: -random.between(5, 45))
    let isLate = random.chance(200)
    /// The checks come before the decision. In a case with a breach one check in four comes after it or is missing.
    func check(_ random: inout RandomSource, late: Bool) -> Day? {
      if late, random.chance(400) {
        return random.chance(500) ? nil : min(end, decided.adding(days: random.between(1, 20)))
      }
      return decided.adding(days: -random.between(0, 40))
    }
    files.selections.id("S", files.selections.rows + 1)
    if decided.year == lastYear, record.entry == .promotion { perhapsWaive(.promotion, "S", files.selections.rows + 1) }
    if decided.year == lastYear, record.rank == .subSection { perhapsWaive(.sectionSelection, "S", files.selections.rows + 1) }
    files.selections.id("P", member.number)
    files.selections.code(record.entry == .promotion ? "promotion" : "transfer")
    files.selections.code(record.rank.code)
    files.selections.id(record.unit.id)
    files.selections.flag(record.role == .principal || random.chance(100))
    files.selections.date(decided)
    for _ in 0..<4 { files.selections.date(check(&random, late: isLate)) }
    let isUnsigned = random.chance(250)
    files.selections.date(check(&random, late: isUnsigned))
    files.selections.date(check(&random, late: isUnsigned))
    let tookOffice: Day? = random.chance(960) ? record.start : nil
    if let tookOffice, tookOffice.year == lastYear { perhapsWaive(.officeTaken, "S", files.selections.rows + 1) }
    files.selections.date(
      random.chance(120)
        ? (random.chance(500) ? nil : min(end, record.start.adding(days: random.between(1, 30))))
        : record.start.adding(days: -random.between(0, 4)))
    files.selections.date(check(&random, late: random.chance(160)))
    files.selections.date(tookOffice)
    files.selections.end()
    if record.entry == .promotion, random.chance(city.keeping.vettings) {
      vetting(of: member, on: decided.adding(days: -random.between(1, 120)), result: "qualified")
    }
    if record.rank >= .townshipSection { writeMeeting(decidingOn: record.unit, decided, of: member) }
  }
}
