import CadreModel

/// 分工.
extension CityWriter {
  private static let areas = ["personnel", "finance", "construction", "procurement", "approval", "enforcement"]

  /// Deputies share the areas and, in a committee, the units below; one head in eight keeps an area that no head may.
  mutating func writeCharges(in roster: Roster, index: Int) {
    var random = random(.charges, roster.unit.number)
    if let head = roster.head {
      if random.chance(130) {
        writeCharge(of: head, in: roster.unit, area: random.pick(CityWriter.areas), charged: nil, random: &random)
      }
      if random.chance(100) {
        let past = random.day(head.seatSince, end)
        writeCharge(of: head, in: roster.unit, area: "finance", charged: nil, until: past, random: &random)
      }
    }
    let deputies = roster.team.filter { $0.role == .deputy }
    for deputy in deputies where random.chance(700) {
      writeCharge(of: deputy, in: roster.unit, area: random.pick(CityWriter.areas), charged: nil, random: &random)
    }
    for (child, deputy) in chargedUnits(by: deputies, index: index) where random.chance(850) {
      writeCharge(of: deputy, in: roster.unit, area: nil, charged: plan.units[child], random: &random)
    }
  }

  /// The units below a committee, dealt out among its deputies.
  func chargedUnits(by deputies: [Member], index: Int) -> [(child: Int, deputy: Member)] {
    guard !deputies.isEmpty, let children = plan.children[index] else { return [] }
    return children.enumerated().map { ($0.element, deputies[$0.offset % deputies.count]) }
  }

  private mutating func writeCharge(
    of member: Member, in unit: UnitPlan, area: String?, charged: UnitPlan?, until: Day? = nil, random: inout RandomSource
  ) {
    let start = member.seatSince.adding(days: random.between(0, 60))
    let ended = until ?? (random.chance(60) ? random.day(max(start, begin), end) : member.seatUntil)
    files.charges.id("C", files.charges.rows + 1)
    files.charges.id("P", member.number)
    files.charges.id(unit.id)
    files.charges.code(area)
    files.charges.text(charged?.id)
    files.charges.date(min(start, end))
    files.charges.date(ended.map { max($0, min(start, end)) })
    files.charges.end()
  }
}
