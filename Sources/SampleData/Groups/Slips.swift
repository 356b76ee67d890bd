import CadreModel

/// The rows that mistakes add: they contradict other rows (see `SlipPlan`).
extension CityWriter {
  /// Posts that do not fit those beside them.
  func slippedPosts(of member: Member, in roster: Roster) -> [PostRecord] {
    let unit = roster.unit
    func record(_ key: String, _ role: Role, _ branch: Branch, from start: Day, to until: Day?) -> PostRecord {
      PostRecord(
        unit: unit, key: key, rank: member.rank, role: role, branch: branch, leading: role == .principal, start: start,
        end: until, entry: .other)
    }
    switch plan.slips.persons[member.number] {
    case .postBeforeBirth:
      return [
        record(
          unit.id + "-x\(member.number)", .staff, .admin, from: member.birth.adding(years: -10),
          to: member.hired.adding(days: 200))
      ]
    case .secondHead:
      guard let head = roster.members.first else { return [] }
      let start = max(member.hired, min(max(member.hired, head.seatSince).adding(days: 30), end.adding(days: -20)))
      let until = start.adding(days: 60)
      return [record(unit.id + "-x\(member.number)", .principal, head.branch, from: start, to: until <= end ? until : nil)]
    case .sharedPost:
      guard let other = roster.members.first(where: { $0.seat > 1 && $0.number != member.number && $0.seatUntil == nil }) else {
        return []
      }
      return [record(unit.postKey(other.seat), .staff, .admin, from: max(member.seatSince, other.seatSince), to: nil)]
    default: return []
    }
  }

  /// What one person's slip adds in other tables.
  mutating func writeSlips(of member: Member) {
    switch plan.slips.persons[member.number] {
    // A 9 was typed for a 1.
    case .commitmentAhead: writeCommitment("two_circles", of: member.number, on: Day.firstDay(ofYear: 2099).adding(months: 3))
    case .enteredTwice:
      talk(member.number, member.number - 1, on: max(member.seatSince, .firstDay(ofYear: lastYear)), kind: "heart_to_heart")
    case .overlappingClasses:
      var random = random(.slips, member.number)
      for item in overlappingClasses(since: member.hired) { writeClassRecord(of: member, item, hours: 800, random: &random) }
    case .longDay: writeOwnRecord(of: member, on: max(member.hired, .firstDay(ofYear: lastYear)), hours: 3000, days: 100)
    default: break
    }
  }

  /// Two full-time classes of one year that overlap.
  private func overlappingClasses(since hired: Day) -> [ClassPlan] {
    for year in years.reversed() {
      let fullTime = (classes.years[year] ?? []).filter { $0.mode == .offJob && $0.starts >= hired }
      for (index, first) in fullTime.enumerated() {
        if let second = fullTime[(index + 1)...].first(where: { $0.starts <= first.ends && $0.ends >= first.starts }) {
          return [first, second]
        }
      }
    }
    return []
  }
}

extension Roster {
  /// What slips make of the members themselves.
  mutating func slip(by plan: SlipPlan, end: Day) {
    for index in members.indices {
      let member = members[index]
      switch plan.persons[member.number] {
      case .enteredTwice where index > 0: members[index].becomeSecondEntry(of: members[index - 1])
      case .leftInPost:
        members[index].left = max(member.seatSince, end.adding(days: -120))
        members[index].seatUntil = nil
      case .withoutPost:
        members[index].left = nil
        members[index].seatUntil = max(member.seatSince, end.adding(days: -120))
      case .leftBehind: members[index].seatUntil = nil
      case .sharedPost, .secondHead, .hiredAsChild, .commitmentAhead, .birthInNumber, .sexInNumber, .postBeforeBirth,
        .overlappingClasses, .longDay:
        members[index].left = nil
        members[index].seatUntil = nil
      default: break
      }
    }
  }
}
