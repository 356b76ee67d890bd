package import CadreModel
import Messages
package import PolicyKit
package import Results

/// The events of a calendar: one a day, duty and period, of a unit and of those below it together, or of a whole city.
package struct CalendarEvents {
  private let unit: String
  private let city: City
  private let policy: Policy
  private let asOf: Day
  private let language: Language
  /// So many of those whom an event is about are named.
  private let mostNames: Int
  private var places: [Key: Int] = [:]
  private var found: [Found] = []

  private struct Key: Hashable {
    let day: Day
    let indicator: String
    let period: String
  }

  private struct Found {
    let first: DueEntry
    var count = 0
    var subjects: [Message] = []
  }

  /// - Parameter unit: whose subjects need not be said of which unit they are; empty for a city's.
  package init(of unit: String, _ city: City, _ policy: Policy, asOf: Day, _ language: Language, mostNames: Int) {
    (self.unit, self.city, self.policy, self.asOf) = (unit, city, policy, asOf)
    (self.language, self.mostNames) = (language, mostNames)
  }

  package mutating func add(_ entry: DueEntry) {
    let key = Key(day: entry.dueOn, indicator: entry.indicator.id, period: entry.period)
    let place = places[key] ?? found.count
    if place == found.count {
      places[key] = place
      found.append(Found(first: entry))
    }
    found[place].count += entry.count
    let names = entry.subjects.prefix(mostNames - found[place].subjects.count)
    // Of which unit below it somebody is has to be said; of its own, not.
    found[place].subjects += names.map {
      entry.unit.id == unit || entry.unit.name.isEmpty ? Message($0, $0) : CalendarMessages.of(entry.unit.name, $0)
    }
  }

  /// In the order in which they came.
  package var all: [ICalendar.Event] { found.map(event) }

  private func event(of found: Found) -> ICalendar.Event {
    let entry = found.first
    let key = [city.code, policy.code, unit, entry.indicator.id, entry.period, entry.dueOn.description]
    let list = found.subjects.joined(by: Punctuation.listSeparator)
    let subjects = found.count > found.subjects.count ? CalendarMessages.andMore(list, count: found.count) : list
    return ICalendar.Event(
      uid: "\(Run.id(of: key.joined(separator: "\n")))@cadre", day: entry.dueOn,
      summary: CalendarMessages.summary(entry.indicator.title, count: found.count).text(in: language),
      description: CalendarMessages.description(
        entry.article.title, indicator: entry.indicator.id, period: entry.period, subjects: subjects, asOf: asOf
      ).text(in: language), categories: [entry.indicator.domain.label.text(in: language)])
  }
}
