import CadreModel

/// Mistakes as every real delivery has them: one for each kind of contradiction. All other rows fit together.
struct SlipPlan: Sendable {
  /// The persons with a mistake, by their number.
  private(set) var persons: [Int: PersonSlip] = [:]
  /// Units that are given a wrong superior: the index of that superior in the plan, by the unit's number.
  private(set) var superiors: [Int: Int] = [:]
  /// Index of the unit that is dissolved with somebody left in it.
  private(set) var abandoned: Int?

  /// A plan without mistakes.
  init() {}

  /// - Parameter plan: with the changes of the last years, and its persons given to units.
  init(of plan: OrganisationPlan, lastYear: Int) {
    let small = plan.units.indices.reversed().filter { index in
      let unit = plan.units[index]
      return unit.parent != nil && (unit.kind == .institution || unit.kind == .enterprise) && unit.members > 0
    }
    abandoned = small.first { plan.units[$0].dissolvedOn != nil } ?? small.first
    let live = small.filter { $0 != abandoned && plan.units[$0].dissolvedOn == nil }
    if let own = live.first { superiors[plan.units[own].number] = own }
    if live.count > 1 { superiors[plan.units[live[1]].number] = abandoned }
    if let abandoned { persons[plan.units[abandoned].firstPerson] = .leftBehind }
    giveOut(among: plan, except: Set([abandoned].compactMap { $0 } + live.prefix(2)), lastYear: lastYear)
  }

  /// No slip is given to a principal, nor to the last member of a unit, who may be a former principal.
  private mutating func giveOut(among plan: OrganisationPlan, except taken: Set<Int>, lastYear: Int) {
    let settled = Day.firstDay(ofYear: lastYear - 39)
    let places = plan.units.indices.filter { index in
      let unit = plan.units[index]
      return unit.kind != .partyCommittee && !taken.contains(index) && unit.dissolvedOn == nil && unit.headLeftOn == nil
        && unit.foundedOn.map { $0 < settled } ?? true
    }
    // Members of units that have always existed come first: a post that begins too early must not begin before its unit, too.
    let ordered = places.filter { plan.units[$0].foundedOn == nil } + places.filter { plan.units[$0].foundedOn != nil }
    var slips = PersonSlip.ofStaff[...]
    var originals: Set<Int> = []
    for round in 0..<3 {
      for index in ordered {
        let unit = plan.units[index]
        let place = unit.members - 2 - round
        let number = unit.firstPerson + place
        guard place > (unit.hasTwoPrincipals ? 1 : 0), !originals.contains(number), let slip = slips.popFirst() else { continue }
        persons[number] = slip
        if slip == .enteredTwice { originals.insert(number - 1) }
      }
    }
  }

  /// Whether the identity number of the person matters to a slip.
  func needsNumber(_ person: Int) -> Bool {
    switch persons[person] {
    case .birthInNumber, .sexInNumber: true
    default: persons[person] == .enteredTwice || persons[person + 1] == .enteredTwice
    }
  }
}

/// What is wrong with the rows of one person.
enum PersonSlip: Sendable, Hashable {
  case postBeforeBirth
  /// Entered twice: the same person as the one before, under another number; the two even talk with each other.
  case enteredTwice
  case birthInNumber
  case sexInNumber
  case hiredAsChild
  case commitmentAhead
  case leftInPost
  case secondHead
  case sharedPost
  case withoutPost
  case overlappingClasses
  case longDay
  /// The unit is gone, the post not ended.
  case leftBehind

  /// Those that befall somebody of a unit that lasts, the one first that asks most of the unit.
  static let ofStaff: [PersonSlip] = [
    .postBeforeBirth, .enteredTwice, .birthInNumber, .sexInNumber, .hiredAsChild, .commitmentAhead, .leftInPost, .secondHead,
    .sharedPost, .withoutPost, .overlappingClasses, .longDay,
  ]
}
