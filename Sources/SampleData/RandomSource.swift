import CadreModel

/// A small generator of our own (SplitMix64), so that a seed gives the same city on every machine and Swift version.
struct RandomSource: Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// An independent sequence for one part (a unit, a person) of one stream, so that a new draw in one never shifts
  /// another.
  init(seed: UInt64, stream: RandomStream, part: Int) {
    var mixer = RandomSource(seed: seed)
    let base = mixer.next() &+ stream.rawValue &* 0xD6E8_FEB8_6659_FD93
    state = base ^ (UInt64(truncatingIfNeeded: part) &* 0xA076_1D64_78BD_642F)
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 ..< count; count must be positive.
  mutating func below(_ count: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: count)).high)
  }

  /// low ... high; low where high is below it.
  mutating func between(_ low: Int, _ high: Int) -> Int {
    high <= low ? low : low + below(high - low + 1)
  }

  /// True that many times in a thousand.
  mutating func chance(_ permille: Int) -> Bool {
    below(1000) < permille
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A day from `from` to `to`, both included; `from` where `to` lies before it.
  mutating func day(_ from: Day, _ to: Day) -> Day {
    Day(number: between(from.number, to.number))
  }

  mutating func day(inYear year: Int) -> Day {
    day(.firstDay(ofYear: year), .lastDay(ofYear: year))
  }
}

/// What a sequence of random numbers is for.
enum RandomStream: UInt64, Sendable {
  case plan = 1
  case classes, roster, posts, training, talks, unitWork, personWork, leaves, handovers, scores, assessments, measures
  case selections, oversight, inspections, villages, jurisdiction, attestations, waivers, welfare, charges, visits
  case unitDetails, personDetails, destinations, partyLife, passports, findings, verifications, burdens, documents
  case petitionDetails, villageDetails, followUps, slips
}
