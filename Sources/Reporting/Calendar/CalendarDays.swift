import CadreModel
import Messages
import PolicyKit
import Results

/// What falls due, put together by day and duty while it passes by: the lines of the page, whatever the number of units.
struct CalendarDays {
  /// One duty on one day.
  struct Line {
    let dueOn: Day
    let indicator: Indicator
    let article: Article
    fileprivate(set) var count = 0
    fileprivate(set) var units: [String] = []
    fileprivate(set) var unitCount = 0
    /// Of one unit alone: the first few of whom it is about.
    fileprivate(set) var subjects: [String] = []
  }

  private(set) var lines: [Line] = []
  private static let mostUnits = 3

  /// Entries come by date, then by duty and unit.
  mutating func add(_ entry: DueEntry) {
    if lines.last?.dueOn != entry.dueOn || lines.last?.indicator.id != entry.indicator.id {
      lines.append(Line(dueOn: entry.dueOn, indicator: entry.indicator, article: entry.article))
    }
    let place = lines.count - 1
    lines[place].count += entry.count
    lines[place].unitCount += 1
    if lines[place].units.count < Self.mostUnits, !lines[place].units.contains(entry.unit.name) {
      lines[place].units.append(entry.unit.name)
    }
    if lines[place].subjects.count < Self.mostUnits { lines[place].subjects += entry.subjects.prefix(Self.mostUnits) }
  }

  /// Month by month, week by week.
  var months: [(month: String, weeks: [(monday: Day, lines: [Line])])] {
    var months: [(month: String, weeks: [(monday: Day, lines: [Line])])] = []
    for line in lines {
      if months.last?.month != line.dueOn.monthName { months.append((line.dueOn.monthName, [])) }
      let month = months.count - 1
      if months[month].weeks.last?.monday != line.dueOn.monday { months[month].weeks.append((line.dueOn.monday, [])) }
      months[month].weeks[months[month].weeks.count - 1].lines.append(line)
    }
    return months
  }
}
