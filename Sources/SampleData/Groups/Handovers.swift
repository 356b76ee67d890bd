import CadreModel

/// 离任交接.
extension CityWriter {
  /// The handover of a post left in the years told: within seven working days as a rule.
  mutating func writeHandover(
    of record: PostRecord, serial: Int, next: UnitPlan?, member: Member, random: inout RandomSource
  ) {
    let planted = record.end.flatMap { plantedHandover(of: record, ended: $0) }
    guard let left = record.end, left >= begin, left <= end, record.entry != .secondment,
      planted != nil || random.chance(record.leading ? 850 : record.role == .staff ? 80 : 300)
    else { return }
    let handedOver: Day? =
      switch random.below(100) {
      case _ where planted != nil: planted?.done
      case ..<72: left.adding(days: random.between(0, 9))
      // About the limit, which a holiday moves.
      case ..<84: left.adding(days: random.between(9, 18))
      case ..<93: left.adding(days: random.between(19, 60))
      default: nil
      }
    files.handovers.id("H", files.handovers.rows + 1)
    if left.year == lastYear, next != nil, planted == nil { perhapsWaive(.handover, "H", files.handovers.rows + 1) }
    files.handovers.id("P", member.number)
    files.handovers.id("Z", member.number, serial: serial)
    files.handovers.date(left)
    files.handovers.date(handedOver.flatMap { $0 <= end ? $0 : nil })
    let isPartial = random.chance(130)
    for _ in 0..<5 { files.handovers.flag(!(isPartial && random.chance(350))) }
    guard let next = planted == nil ? next : record.unit.parent.map({ plan.units[$0] }) ?? next else {
      for _ in 0..<3 { files.handovers.empty() }
      files.handovers.end()
      return
    }
    files.handovers.id(next.id)
    // A handover of mid-August takes a whole month.
    let isSlow = planted != nil && left.month == 8
    files.handovers.date(isSlow ? left.adding(months: 1) : monthly(after: left, random: &random))
    files.handovers.date(isSlow ? left.adding(months: 1) : monthly(after: left, random: &random))
    files.handovers.end()
  }

  /// Handovers of second posts that ended on the days of planted cases.
  private func plantedHandover(of record: PostRecord, ended: Day) -> PlantedCase? {
    guard record.entry == .other, record.leading, record.role == .deputy, record.rank == .townshipSection else { return nil }
    return PlantedCase.all(days: 9, year: lastYear).first { $0.begins == ended }
  }

  /// Within a month as a rule, sometimes on its last day, later, or never.
  private func monthly(after day: Day, random: inout RandomSource) -> Day? {
    let done: Day? =
      switch random.below(100) {
      case ..<76: day.adding(days: random.between(3, 27))
      case ..<84: day.adding(months: 1)
      case ..<93: day.adding(days: random.between(32, 70))
      default: nil
      }
    return done.flatMap { $0 <= end ? $0 : nil }
  }
}
