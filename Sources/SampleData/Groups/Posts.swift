import CadreModel

/// One row of 任职 in the making.
struct PostRecord {
  let unit: UnitPlan
  let key: String
  let rank: Rank
  let role: Role
  let branch: Branch
  let leading: Bool
  var sensitive: [String] = []
  let start: Day
  var end: Day?
  let entry: Entry
  /// Where a secondment leads; the record's unit is the one that sends.
  var destination: String?
}

/// 任职, and what comes with taking or leaving a post: 选拔任用, 离任交接.
extension CityWriter {
  mutating func writePosts(of member: Member, in roster: Roster) {
    let unit = roster.unit
    var random = random(.posts, member.number)
    var records = career(of: member, in: unit, random: &random)
    records += presentPost(of: member, in: unit, random: &random)
    records += laterPosts(of: member, in: unit, random: &random)
    records += sidePosts(of: member, in: unit, random: &random)
    records += slippedPosts(of: member, in: roster)
    for (index, record) in records.enumerated() {
      writePost(record, serial: index + 1, of: member, random: &random)
      writeSelection(for: record, of: member, random: &random)
      let next = records[(index + 1)...].first { $0.start >= (record.end ?? end) }
      writeHandover(of: record, serial: index + 1, next: next?.unit, member: member, random: &random)
    }
  }

  /// Posts before the present one, from hiring on, without gaps.
  private func career(of member: Member, in unit: UnitPlan, random: inout RandomSource) -> [PostRecord] {
    let days = member.seatSince.number - member.hired.number
    guard days > 0 else { return [] }
    let count = days < 700 ? 1 : 1 + random.below(3)
    let last = member.entry == .promotion ? member.rank.below : member.rank
    var before: Rank?
    return (0..<count).map { index in
      let rank = Rank(rawValue: max(0, last.rawValue - (count - 1 - index))) ?? .staff
      let start = member.hired.adding(days: days * index / count)
      let until = member.hired.adding(days: days * (index + 1) / count)
      let isHeadship = member.wasHead && index == count - 1
      let isOwn = isHeadship || random.chance(350) && unit.exists(from: start, to: until)
      let drawn = isOwn ? unit : plan.anyUnit(from: start, to: until, random: &random)
      // Departments exchange their cadres, and townships their heads.
      let isFromBelow = unit.kind == .township && member.seat == 1
      let isExchanged =
        index == count - 1 && !isHeadship && member.seatSince.year == lastYear
        && (isFromBelow || unit.kind == .organ)
      let place = isExchanged ? plan.sibling(of: unit, from: start, to: until) ?? drawn : drawn
      let rises = before.map { rank > $0 } ?? false
      before = rank
      let role: Role =
        isHeadship
        ? .principal
        : rank >= .townshipSection || isExchanged && isFromBelow ? .deputy : rank == .subSection ? .middleDeputy : .staff
      let entry: Entry = index == 0 ? .initial : rises ? .promotion : random.pick([.transfer, .exchange, .other])
      return PostRecord(
        unit: place, key: isHeadship ? place.postKey(1) : place.id + "-h\(member.number)-\(index + 1)",
        rank: isHeadship ? unit.headRank : rank, role: role,
        branch: isHeadship ? (unit.hasTwoPrincipals ? .party : .both) : .admin,
        leading: role == .principal || role == .deputy, start: start, end: until, entry: entry)
    }
  }

  /// The present post; one in eight was renewed, so that its tenure runs over several records, some with a gap that
  /// breaks it.
  private func presentPost(of member: Member, in unit: UnitPlan, random: inout RandomSource) -> [PostRecord] {
    let key = unit.postKey(member.seat)
    func record(_ start: Day, _ until: Day?, _ entry: Entry, sensitive: [String]) -> PostRecord {
      PostRecord(
        unit: unit, key: key, rank: member.rank, role: member.role, branch: member.branch, leading: member.leading,
        sensitive: sensitive, start: start, end: until, entry: entry)
    }
    let until = member.seatUntil ?? end
    guard until.number - member.seatSince.number > 900, random.chance(130) else {
      return [record(member.seatSince, member.seatUntil, member.entry, sensitive: member.sensitive)]
    }
    let middle = random.day(member.seatSince.adding(days: 300), until.adding(days: -400))
    let again = middle.adding(days: random.pick([0, 0, 1, 1, 2, 30]))
    return [
      record(member.seatSince, middle, member.entry, sensitive: random.chance(500) ? [] : member.sensitive),
      record(again, member.seatUntil, .other, sensitive: member.sensitive),
    ]
  }

  /// Whoever left the present post and stayed in service went to the unit above.
  private func laterPosts(of member: Member, in unit: UnitPlan, random: inout RandomSource) -> [PostRecord] {
    guard let until = member.seatUntil, member.left == nil, let parent = unit.parent,
      plan.slips.persons[member.number] != .withoutPost
    else { return [] }
    let place = plan.units[parent]
    let role: Role = member.role == .principal ? .deputy : member.role
    return [
      PostRecord(
        unit: place, key: place.id + "-y\(member.number)", rank: member.rank, role: role, branch: .admin,
        leading: role == .deputy, start: until, end: nil, entry: .transfer)
    ]
  }

  /// Second posts and secondments beside the present one.
  private mutating func sidePosts(of member: Member, in unit: UnitPlan, random: inout RandomSource) -> [PostRecord] {
    if isSettled(member), member.role == .deputy, member.seatSince < lastYears(1, 1, before: 1),
      let item = plantedCase(.handover, days: 9)
    {
      // A second post that ended in the last year.
      return [
        PostRecord(
          unit: unit, key: unit.id + "-k\(member.number)", rank: .townshipSection, role: .deputy, branch: .admin, leading: true,
          start: max(member.seatSince, lastYears(1, 1, before: 3)), end: item.begins, entry: .other)
      ]
    }
    guard member.left == nil, member.seat > 1, unit.dissolvedOn == nil, plan.slips.persons[member.number] == nil else {
      return []
    }
    if member.role == .staff, let destination = plantedDestination(of: member, from: unit) {
      return [
        PostRecord(
          unit: unit, key: unit.id + "-k\(member.number)", rank: .staff, role: .staff, branch: .admin, leading: false,
          start: lastYears(12, 15), end: nil, entry: .secondment, destination: destination)
      ]
    }
    let isSecondment = member.rank < .countyDivision && random.chance(45)
    guard isSecondment || random.chance(35) else { return [] }
    var start = max(
      member.seatSince, isSecondment || random.chance(400) ? random.day(.firstDay(ofYear: lastYear - 1), end) : member.seatSince)
    // The secondments of a year begin at its end.
    if isSecondment, start.year == lastYear { start = max(start, end.adding(days: -random.between(3, 19))) }
    let until = random.chance(400) ? min(end, start.adding(days: random.between(90, 400))) : nil
    let drawn = plan.anyUnit(from: start, to: until, random: &random)
    let destination = isSecondment ? destination(of: member, from: unit) : nil
    // A secondment with a destination is recorded under the sending unit.
    let place = destination == nil ? drawn : unit
    let role: Role = !isSecondment && member.leading ? .deputy : .staff
    return [
      PostRecord(
        unit: place, key: place.id + "-k\(member.number)", rank: member.rank.below, role: role, branch: .admin,
        leading: role == .deputy, start: start, end: until, entry: isSecondment ? .secondment : .other,
        destination: destination)
    ]
  }

  /// Planted secondments: young cadres of city organs go to the grassroots, cadres of townships to city organs, and one
  /// cadre of another organ to a more developed region.
  private mutating func plantedDestination(of member: Member, from unit: UnitPlan) -> String? {
    switch (unit.kind, unit.level) {
    case (.organ, .city):
      member.age(on: end) <= 35 && planting.next(.secondmentDown, of: 2) != nil ? "grassroots" : nil
    case (.township, _): planting.next(.secondmentUp, of: 2) != nil ? "city_organ" : nil
    case (.organ, _): planting.next(.secondmentAway, of: 1) != nil ? "developed" : nil
    default: nil
    }
  }

  /// One secondment in eight does not say where it went to.
  private func destination(of member: Member, from unit: UnitPlan) -> String? {
    var random = random(.destinations, member.number)
    guard random.chance(875) else { return nil }
    return switch (unit.kind, unit.level) {
    case (.township, _), (.enterprise, _): random.pick(["city_organ", "city_organ", "provincial", "key_work"])
    case (.organ, .city):
      random.pick(["grassroots", "enterprise", "grassroots", "key_work", "central", "provincial", "developed"])
    default: random.pick(["grassroots", "key_work", "city_organ", "enterprise", "developed"])
    }
  }

  private mutating func writePost(_ record: PostRecord, serial: Int, of member: Member, random: inout RandomSource) {
    let exchanged = record.entry == .exchange || (record.entry == .transfer && random.chance(250))
    files.posts.id("Z", member.number, serial: serial)
    files.posts.id("P", member.number)
    files.posts.id(record.unit.id)
    files.posts.id(record.key)
    files.posts.text(title(of: record))
    files.posts.code(record.rank.code)
    files.posts.code(record.role.rawValue)
    files.posts.code(record.branch.rawValue)
    files.posts.flag(record.leading)
    files.posts.tags(record.sensitive)
    files.posts.date(record.start)
    files.posts.date(record.end)
    files.posts.code(record.entry.rawValue)
    files.posts.code(exchanged ? random.pick(["mandatory", "cultivation", "systemic", "reverse", "systemic"]) : nil)
    files.posts.code(record.destination)
    files.posts.end()
    if record.rank == .townshipSection, record.end == nil {
      perhapsWaive(.post, "Z", member.number, serial: serial)
    }
  }

  private func title(of record: PostRecord) -> String {
    switch (record.role, record.unit.kind) {
    case (.principal, .partyCommittee), (.principal, .township):
      record.branch != .admin
        ? "书记"
        : record.unit.level == .city ? "副书记、市长" : record.unit.kind == .township ? "副书记、镇长" : "副书记、县长"
    case (.principal, .organ): record.branch == .admin ? "局长" : "党组书记、局长"
    case (.principal, .enterprise): record.branch == .both ? "党委书记、董事长" : "总经理"
    case (.principal, .partySchool): "常务副校长"
    case (.principal, .institution): record.branch == .both ? "党委书记、主任" : "主任"
    case (.deputy, .partyCommittee): record.branch == .party ? "常委" : "副市（县）长"
    case (.deputy, .township): record.branch == .party ? "党委委员" : "副镇长"
    case (.deputy, .organ): record.branch == .party ? "党组成员、副局长" : "副局长"
    case (.deputy, _): "副主任"
    case (.middlePrincipal, _): "科长"
    case (.middleDeputy, _): "副科长"
    case (.staff, _): record.rank == .staff ? "科员" : "四级主任科员"
    }
  }
}
