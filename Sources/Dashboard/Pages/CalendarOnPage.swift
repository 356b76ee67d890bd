import CadreModel
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// What falls due in a city or in one unit: month by month, and day by day, one line a duty.
struct CalendarOnPage {
  let sight: Sight
  let judged: JudgedCity
  let days: Int
  let unit: String?
  private let lines: [Line]
  private let groups: DueGroups
  private let events: [ICalendar.Event]
  private let unitName: String?
  private let last: Day

  private struct Line {
    let day: Day
    let indicator: Indicator
    let article: Article
    var count = 0
    var atRisk = 0
    var units: Set<String> = []
    var subjects: [String] = []
  }

  private static let names = 3
  /// An event of a calendar has more room than a line of the page.
  private static let namesOfEvents = 30

  /// - Throws: `PageProblem.notFound` for a unit that the city does not have, or is not the viewer's.
  init(_ sight: Sight, _ place: RunPlace, days: Int, unit: String?) async throws {
    let judged = try await sight.judged(place)
    let seen = try await sight.units(of: judged.city)
    // A viewer of one unit has that unit's dates where none is named.
    let unit = unit ?? sight.viewer.unit
    if let seen, let unit, !seen.contains(unit) { throw PageProblem.notFound }
    (self.sight, self.judged, self.days, self.unit) = (sight, judged, days, unit)
    let last = judged.run.asOf.adding(days: days)
    self.last = last
    (lines, groups, events, unitName) = try await sight.connection.withResults(
      of: [judged.run], in: judged.city.code
    ) { connection in
      if let unit {
        let known = try await WorkListReader.unit(called: unit, in: judged.city.code, on: connection)
        guard known == unit else { throw PageProblem.notFound }
      }
      let indicators = try await sight.indicators(of: judged)
      let reader = try await CalendarReader(
        run: judged.run, indicators: indicators, unit: unit, upTo: last, names: Self.namesOfEvents, language: sight.language,
        connection: connection)
      var (lines, groups) = ([Line](), DueGroups())
      var events = CalendarEvents(
        of: unit ?? "", judged.city, judged.policy, asOf: judged.run.asOf, sight.language, mostNames: Self.namesOfEvents)
      try await reader.entries { entry in
        groups.add(entry)
        events.add(entry)
        if lines.last?.day != entry.dueOn || lines.last?.indicator.id != entry.indicator.id {
          lines.append(Line(day: entry.dueOn, indicator: entry.indicator, article: entry.article))
        }
        let index = lines.count - 1
        lines[index].count += entry.count
        lines[index].atRisk += entry.atRisk
        lines[index].units.insert(entry.unit.id)
        if lines[index].subjects.count < Self.names {
          lines[index].subjects += entry.subjects.prefix(Self.names - lines[index].subjects.count)
        }
      }
      return (lines, groups, events.all, unit.map(reader.name))
    }
  }

  var entry: PageContent.Entry { page.entry }

  private var title: String {
    unitName.map { CalendarMessages.calendar($0).text(in: sight.language) } ?? sight(CalendarMessages.title(judged.city))
  }

  private var page: PageContent {
    var page = PageContent(title, of: judged, namesPersons: true)
    page.entry.subject = unit ?? ""
    return page
  }

  /// The calendar file: an event a day, duty and unit.
  func file() -> String {
    ICalendar(name: title, asOf: judged.run.asOf, events: events).text
  }

  func content() async throws -> PageContent {
    let run = RunPlace(judged.run)
    var page = page
    page.trail = sight.trail(to: judged)
    page.standing = try await sight.standing(of: judged)
    let file = Place.calendarFile(run, days: days, unit: unit).address.text
    page.add(
      """
      <p>\(sight(ListPageMessages.span(judged.run.asOf, last))) · <a href="\(file)" download>\(sight(ListPageMessages.file))</a></p>
      <form class="filter small" method="get" action="\(Place.calendar(run, days: Place.usualDays, unit: nil).address.text)">\
      \(unit.map { "<input type=\"hidden\" name=\"unit\" value=\"\($0)\">" as HTML } ?? .empty)\
      <label>\(sight(ListPageMessages.ahead)) <input type="text" name="days" inputmode="numeric" value="\(days)" size="4"></label>\
      <button>\(sight(WebPageMessages.show))</button></form>
      """)
    page.add(months(run))
    page.add(dayTable(run))
    return page
  }

  private func months(_ run: RunPlace) -> DataTable {
    let columns = [
      TableColumn(.identifier, CityPageMessages.month), TableColumn(.words, ReportWords.indicator),
      TableColumn(.count, CityPageMessages.count), TableColumn(.counted(.atRisk), ReportWords.status(.atRisk)),
      TableColumn(.count, CalendarMessages.whereDue), TableColumn(.day, CityPageMessages.firstDue),
    ]
    let rows = groups.of(.month).flatMap { month in
      month.members.map { group in
        DataRow([
          DataCell(month.id),
          DataCell(
            group.indicator.title.text(in: sight.language),
            sight.viewer.unit == nil ? .indicator(run, id: group.indicator.id) : nil),
          DataCell(group.count), DataCell(group.atRisk), DataCell(group.unitCount), DataCell(group.first),
        ])
      }
    }
    var table = DataTable("months", columns, rows)
    table.title = ListPageMessages.months
    table.nothing = CalendarMessages.nothing
    return table
  }

  private func dayTable(_ run: RunPlace) -> DataTable {
    let columns = [
      TableColumn(.day, ReportWords.due), TableColumn(.words, ReportWords.indicator),
      TableColumn(.words, CityPageMessages.article), TableColumn(.count, CityPageMessages.count),
      TableColumn(.counted(.atRisk), ReportWords.status(.atRisk)), TableColumn(.count, CalendarMessages.whereDue),
      TableColumn(.sentence, CalendarMessages.subjects),
    ]
    let rows = lines.map { line in
      DataRow([
        DataCell(line.day),
        DataCell(
          line.indicator.title.text(in: sight.language),
          .results(run, ListFilter(indicator: line.indicator.id, unit: unit, statuses: [.pending, .atRisk]), after: nil)),
        DataCell(line.article.title.text(in: sight.language), below: line.article.id), DataCell(line.count),
        DataCell(line.atRisk), DataCell(line.units.count),
        DataCell(line.subjects.list.text(in: sight.language)),
      ])
    }
    var table = DataTable("days", columns, rows)
    table.title = ListPageMessages.days
    table.nothing = CalendarMessages.nothing
    return table
  }
}
