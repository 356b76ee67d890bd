package import CadreModel
import Messages
package import PolicyKit
package import Results

extension ICalendar.Event {
  /// What falls due on one day in one unit under one duty.
  package init(_ entry: DueEntry, of city: CityUnderPolicy, asOf: Day, _ language: Language) {
    let key = [city.city.code, city.policy.code, entry.unit.id, entry.indicator.id, entry.period, entry.dueOn.description]
    let list = entry.subjects.joined(by: Punctuation.listSeparator)
    let subjects = entry.count > entry.subjects.count ? CalendarMessages.andMore(list, count: entry.count) : list
    self.init(
      uid: "\(Run.id(of: key.joined(separator: "\n")))@cadre", day: entry.dueOn,
      summary: CalendarMessages.summary(entry.indicator.title, count: entry.count).text(in: language),
      description: CalendarMessages.description(
        entry.article.title, indicator: entry.indicator.id, period: entry.period, subjects: subjects, asOf: asOf
      ).text(in: language), categories: [entry.indicator.domain.label.text(in: language)])
  }
}
