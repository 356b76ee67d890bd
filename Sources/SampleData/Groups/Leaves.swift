import CadreModel

/// A planted leave: in order, or with one kind of breach.
struct PlantedLeave: Sendable {
  let isAbroad: Bool
  let month: Int
  let day: Int
  let days: Int
  /// As `writeLeave` draws them: 0 not back, 3 back late, 5 not approved, 7 approved late, 9 gone early, 10 elsewhere.
  let breach: Int
  /// Days from the return to the report of it.
  let closed: Int?

  static let all: [PlantedLeave] =
    [99, 0, 3, 5, 7, 9, 10].enumerated().map {
      PlantedLeave(isAbroad: true, month: 2 + $0.offset % 3, day: 6 + $0.offset, days: 8, breach: $0.element, closed: 1)
    } + [
      // Still away when the half-year ends.
      PlantedLeave(isAbroad: true, month: 6, day: 30, days: 5, breach: 99, closed: 1),
      PlantedLeave(isAbroad: false, month: 6, day: 30, days: 5, breach: 99, closed: 1),
      // Back in mid-August and not reported yet; reported late; never; not approved.
      PlantedLeave(isAbroad: false, month: 8, day: 11, days: 3, breach: 99, closed: 2),
      PlantedLeave(isAbroad: false, month: 3, day: 3, days: 4, breach: 99, closed: 9),
      PlantedLeave(isAbroad: false, month: 4, day: 7, days: 2, breach: 99, closed: nil),
      PlantedLeave(isAbroad: false, month: 5, day: 12, days: 2, breach: 5, closed: 1),
    ]
}

/// 请假外出.
extension CityWriter {
  private static let atHome = ["杭州", "上海", "北京", "合肥", "昆明", "成都", "西安", "广州", "南京", "贵阳"]
  private static let abroad = ["日本东京", "韩国首尔", "新加坡", "德国柏林", "英国伦敦", "泰国曼谷", "中国香港", "法国巴黎", "越南河内"]

  mutating func writeLeaves(of member: Member, in roster: Roster) {
    var random = random(.leaves, member.number)
    for year in max(years.lowerBound, member.hired.year)...max(lastYear, member.hired.year) where member.isEmployed(in: year) {
      guard random.chance(year == lastYear ? 420 : 200) else { continue }
      let day = random.day(max(member.hired, .firstDay(ofYear: year)), min(member.left ?? end, .lastDay(ofYear: year)))
      writeLeave(of: member, from: day, random: &random)
    }
    if isSettled(member), let way = planting.next(.leave, of: PlantedLeave.all.count) {
      let planted = PlantedLeave.all[way]
      writeLeave(of: member, from: lastYears(planted.month, planted.day), planted: planted, random: &random)
    }
    // The two principals of a unit away on the same days: the breach of one township in three, in the last spring.
    if roster.unit.hasTwoPrincipals, member.role == .principal, member.left == nil, member.seatUntil == nil {
      let overlaps = roster.unit.kind == .township && roster.unit.ordinal % 3 == 1
      let day = Day.firstDay(ofYear: lastYear).adding(days: 70 + roster.unit.number % 40)
      if member.hired < day {
        writeLeave(
          of: member, from: day.adding(days: overlaps || member.seat == 1 ? 0 : 14), isPlain: true, random: &random)
      }
    }
  }

  private mutating func writeLeave(
    of member: Member, from left: Day, isPlain: Bool = false, planted: PlantedLeave? = nil, random: inout RandomSource
  ) {
    let isAbroad = planted?.isAbroad ?? (!isPlain && random.chance(160))
    let length = planted?.days ?? random.between(1, isAbroad ? 14 : 9)
    let back = left.adding(days: length)
    let place = random.pick(isAbroad ? CityWriter.abroad : CityWriter.atHome)
    let breach = planted?.breach ?? (isPlain ? 99 : random.below(100))
    let isOut = breach == 0 || back > end
    let returned: Day? = isOut ? nil : breach < 5 ? min(end, back.adding(days: random.between(1, 6))) : back
    files.leaves.id("Q", files.leaves.rows + 1)
    if left.year == lastYear, !isPlain { perhapsWaive(isAbroad ? .abroadLeave : .leave, "Q", files.leaves.rows + 1) }
    files.leaves.id("P", member.number)
    files.leaves.code(
      isAbroad
        ? random.pick(["official", "private", "private"]) : random.pick(["official", "private", "annual", "annual", "sick"]))
    files.leaves.flag(isAbroad)
    // Approval missing or too late, departure before the period, another place, return after it: each its own breach.
    let approved: Day? =
      switch breach {
      case 5...6: nil
      case 7...8: min(end, left.adding(days: random.between(1, 5)))
      default: left.adding(days: -random.between(0, 25))
      }
    files.leaves.date(approved)
    let from: Day? = breach == 9 ? left.adding(days: random.between(1, 3)) : random.chance(120) ? nil : left
    files.leaves.date(from)
    files.leaves.date(random.chance(60) ? nil : max(back, from ?? back))
    files.leaves.text(random.chance(isAbroad ? 20 : 150) ? nil : place)
    files.leaves.date(left)
    files.leaves.date(returned)
    files.leaves.text(breach == 10 ? random.pick(CityWriter.abroad) : isOut || random.chance(150) ? nil : place)
    let closing = planted == nil ? random.below(100) : 99
    let closed = returned.flatMap { day -> Day? in
      if let planted { return planted.closed.map { day.adding(days: $0) } }
      let done = day.adding(days: closing < 84 ? random.between(0, 3) : random.between(4, 20))
      return closing >= 95 || done > end ? nil : done
    }
    files.leaves.date(closed)
    files.leaves.end()
  }
}
