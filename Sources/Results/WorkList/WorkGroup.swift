import CadreModel

/// What a work list says of one unit, head or duty.
public struct WorkGroup: Sendable {
  /// The unit's or person's id, the indicator's; empty for what is nobody's.
  public let id: String
  public let name: String
  /// Of a unit its head; of a head, that person.
  public let head: UnitHead?
  /// All results of its duties.
  public private(set) var tally = Tally()
  /// How many items fall due, beside those that are unmet or at risk.
  public private(set) var due = 0
  /// Results of duties whose tables were all handed in: what rates are made from.
  private var rated = Tally()
  /// What those that are waived would be without the waiver.
  public private(set) var waived = Tally()

  init(id: String, name: String, head: UnitHead?) {
    (self.id, self.name, self.head) = (id, name, head)
  }

  /// How many items the list has of it.
  public var items: Int { tally.unmet + tally.atRisk + due }

  /// With waivers: whoever is waived is not counted.
  public var rate: Rate? { rated.compliance }

  /// Without waivers: whoever is waived counts as judged without the waiver.
  public var rateWithoutWaivers: Rate? {
    var whole = rated
    whole += waived
    return whole.compliance
  }

  mutating func add(_ tally: Tally, isRated: Bool) {
    self.tally += tally
    if isRated { rated += tally }
  }

  mutating func add(waived status: Status) { waived.add(1, of: status) }
  mutating func add(due count: Int) { due += count }
}
