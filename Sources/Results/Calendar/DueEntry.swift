public import CadreModel
public import PolicyKit

/// What falls due on one day in one unit under one duty.
public struct DueEntry: Sendable {
  public let dueOn: Day
  public let indicator: Indicator
  public let article: Article
  public let unit: ResponsibleUnit
  public let period: String
  /// How many results.
  public let count: Int
  /// How many of them are so near that they are at risk.
  public let atRisk: Int
  /// The first few of whom or what they are about.
  public let subjects: [String]
}

/// What a calendar adds up by.
public enum CalendarLevel: String, Sendable, Hashable, CaseIterable {
  case month
  /// From Monday to Sunday.
  case week
  case unit
  /// Who heads the unit.
  case head
}

/// What falls due under one duty in one month, week, unit, or under one head: a duty of everybody is one of them.
public struct DueGroup: Sendable {
  public let level: CalendarLevel
  /// The month, the week's Monday, the unit's or the person's id; empty for what is nobody's.
  public let id: String
  /// Of a unit its name, of a head the person's; else empty.
  public let name: String
  /// Of a head what the post is called; else empty.
  public let post: String
  public let indicator: Indicator
  public let article: Article
  public fileprivate(set) var count = 0
  public fileprivate(set) var atRisk = 0
  public fileprivate(set) var first: Day
  public fileprivate(set) var last: Day
  private var units: Set<String> = []

  /// In how many units.
  public var unitCount: Int { units.count }

  fileprivate init(_ level: CalendarLevel, id: String, name: String, post: String, _ entry: DueEntry) {
    (self.level, self.id, self.name, self.post) = (level, id, name, post)
    (indicator, article) = (entry.indicator, entry.article)
    (first, last) = (entry.dueOn, entry.dueOn)
  }

  fileprivate mutating func add(_ entry: DueEntry) {
    count += entry.count
    atRisk += entry.atRisk
    first = min(first, entry.dueOn)
    last = max(last, entry.dueOn)
    units.insert(entry.unit.id)
  }
}

/// What falls due, added up while it passes by: as many sums as there are units and duties, however many results.
public struct DueGroups: Sendable {
  private struct Key: Hashable {
    let level: CalendarLevel
    let id: String
    let indicator: String
  }

  private var places: [Key: Int] = [:]
  private var groups: [DueGroup] = []

  public init() {}

  /// Entries come in the order of their dates.
  public mutating func add(_ entry: DueEntry) {
    add(entry, .month, id: entry.dueOn.monthName)
    add(entry, .week, id: entry.dueOn.monday.description)
    add(entry, .unit, id: entry.unit.id, name: entry.unit.name)
    add(entry, .head, id: entry.unit.head?.id ?? "", name: entry.unit.head?.name ?? "", post: entry.unit.head?.post ?? "")
  }

  private mutating func add(_ entry: DueEntry, _ level: CalendarLevel, id: String, name: String = "", post: String = "") {
    let key = Key(level: level, id: id, indicator: entry.indicator.id)
    let place = places[key] ?? groups.count
    if place == groups.count {
      places[key] = place
      groups.append(DueGroup(level, id: id, name: name, post: post, entry))
    }
    groups[place].add(entry)
  }

  /// Those of one level, the members of each id together: months and weeks by date, units and heads by how much is theirs.
  public func of(_ level: CalendarLevel) -> [(id: String, members: [DueGroup])] {
    var order: [String] = []
    var members: [String: [DueGroup]] = [:]
    for group in groups where group.level == level {
      if members[group.id] == nil { order.append(group.id) }
      members[group.id, default: []].append(group)
    }
    let found = order.map { id in (id: id, members: members[id] ?? []) }
    switch level {
    case .month, .week: return found
    case .unit, .head:
      func count(_ entry: (id: String, members: [DueGroup])) -> Int { entry.members.reduce(0) { $0 + $1.count } }
      // Equal ones by their id: the same data makes the same bytes.
      return found.sorted { left, right in
        let (first, second) = (count(left), count(right))
        return first == second ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8) : first > second
      }
    }
  }

  public var isEmpty: Bool { groups.isEmpty }
}
