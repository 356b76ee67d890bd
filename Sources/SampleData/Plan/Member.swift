import CadreModel

/// A person on a post of a unit, or in a village office: all that the tables say of them is drawn from this.
struct Member: Sendable {
  let number: Int
  /// The number of the person whose name and identity number it has: its own, except for a person who is entered twice.
  var identity: Int
  /// Number of the post within the unit, from 1; the head's is 1.
  let seat: Int
  let role: Role
  let branch: Branch
  let rank: Rank
  let leading: Bool
  var sex: Sex
  var birth: Day
  var hired: Day
  /// First day of the present post.
  var seatSince: Day
  /// First day out of it, where it ended.
  var seatUntil: Day?
  /// Last day of employment.
  var left: Day?
  var entry: Entry
  let politicalStatus: String
  let joinedParty: Day?
  let managedBy: String
  let lists: [String]
  let sensitive: [String]
  /// A cadre whose marks are low enough for the third tier.
  let isLowScorer: Bool
  /// The head before the present one, now on a lesser post of the unit.
  var wasHead: Bool
  /// Gets far less training than is asked for.
  var isUntrained = false

  var isPartyMember: Bool { politicalStatus == "01" || politicalStatus == "02" }

  /// In office on that day.
  func isInSeat(on day: Day) -> Bool {
    seatSince <= day && (seatUntil.map { $0 > day } ?? true) && (left.map { $0 > day } ?? true)
  }

  /// The same person as another, under a number of its own.
  mutating func becomeSecondEntry(of other: Member) {
    identity = other.identity
    sex = other.sex
    birth = other.birth
    hired = other.hired
    seatSince = max(seatSince, hired)
    seatUntil = nil
    left = nil
  }

  func age(on day: Day) -> Int {
    let (birthYear, birthMonth, birthDay) = birth.civil
    let (year, month, dayOfMonth) = day.civil
    return year - birthYear - ((month, dayOfMonth) < (birthMonth, birthDay) ? 1 : 0)
  }
}

/// `persons.sex`.
enum Sex: String, Sendable {
  case male = "1"
  case female = "2"

  var other: Sex { self == .male ? .female : .male }
}
