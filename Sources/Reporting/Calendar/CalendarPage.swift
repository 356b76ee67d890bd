import CadreModel
import Messages
import Pages
import PolicyKit
import Results

/// `calendar.html`: what falls due, by month and week, then by unit and by head.
struct CalendarPage {
  let figures: CityFigures
  /// The unit that it is of; nil for the whole city.
  let unit: String?
  /// Whether it is of the whole city, or of a unit with others below it.
  let isOfSeveralUnits: Bool
  let last: Day
  let days: CalendarDays
  let groups: DueGroups
  let parts: PageParts

  private var language: Language { parts.language }
  private static let mostGroups = 40
  private static let mostDuties = 5

  var html: HTML {
    let title = parts(CalendarMessages.title(figures.city))
    let span = CalendarMessages.span(figures.run.asOf, last, days: last.number - figures.run.asOf.number)
    let header: HTML = """
      <header><h1>\(title)\(unit.map { " · \($0)" } ?? "")</h1>
      <p class="soft">\(parts(span)) · \(parts.dates(asOf: figures.run.asOf, newest: figures.newestFact))</p></header>
      """
    let warnings = parts.warnings(figures.warnings.filter { $0.count == nil }.map(\.text))
    let body: [HTML] =
      groups.isEmpty
      ? ["<p>\(parts(CalendarMessages.nothing))</p>"]
      : days.months.map(month) + (isOfSeveralUnits ? [section(.unit), section(.head)] : [])
    return parts.page(
      title: title, style: Self.style,
      [header, warnings] + body + ["<footer><p class=\"small soft\">\(parts(CalendarMessages.reading))</p></footer>"])
  }

  // MARK: By month and week

  private func month(_ month: (month: String, weeks: [(monday: Day, lines: [CalendarDays.Line])])) -> HTML {
    let lines = month.weeks.flatMap(\.lines)
    let sum = CalendarMessages.sum(
      lines.reduce(0) { $0 + $1.count }, duties: Set(lines.map(\.indicator.id)).count)
    let rows = month.weeks.flatMap { week -> [HTML] in
      let name = parts(CalendarMessages.weekName(week.monday))
      let heading: HTML = "<tr class=\"group\"><td colspan=\"5\">\(name)</td></tr>"
      return [heading] + week.lines.map(row)
    }
    let headings = [
      (parts(CalendarMessages.date), ""), (parts(CalendarMessages.duty), ""), (parts(CalendarMessages.clause), ""),
      (parts(CalendarMessages.count), "n"),
      (parts(isOfSeveralUnits ? CalendarMessages.whereDue : ReportWords.subject), ""),
    ]
    return .joined([
      "<h2>\(month.month) <span class=\"soft small\">\(parts(sum))</span></h2>",
      parts.table(headings.map { (text: $0.0, kind: $0.1) }, rows),
    ])
  }

  private func row(_ line: CalendarDays.Line) -> HTML {
    let names = isOfSeveralUnits ? line.units : line.subjects
    let all = isOfSeveralUnits ? line.unitCount : line.count
    let list = names.joined(by: Punctuation.listSeparator)
    let shown = all > names.count ? CalendarMessages.andMore(list, count: all) : list
    return """
      <tr><td class="w day">\(line.dueOn.description) \(parts(CalendarMessages.weekday(line.dueOn.weekday)))</td>
      <td>\(line.indicator.title.text(in: language))</td><td>\(line.article.title.text(in: language))</td>
      <td class="n">\(line.count)</td><td>\(parts(shown))</td></tr>
      """
  }

  // MARK: By unit and head

  private func section(_ level: CalendarLevel) -> HTML {
    let all = groups.of(level)
    let rows = all.prefix(Self.mostGroups).map { row($0.members) }
    let more: HTML =
      all.count > Self.mostGroups
      ? "<p class=\"small soft\">\(parts(CalendarMessages.others(all.count - Self.mostGroups)))</p>" : .empty
    let headings = [
      (parts(level == .unit ? ReportWords.unit : WorkListMessages.head), ""), (parts(CalendarMessages.count), "n"),
      (parts(CalendarMessages.next), ""), (parts(CalendarMessages.duties), ""),
    ]
    return .joined([
      "<h2>\(parts(level.heading))</h2>", parts.table(headings.map { (text: $0.0, kind: $0.1) }, Array(rows)), more,
    ])
  }

  private func row(_ members: [DueGroup]) -> HTML {
    guard let first = members.first else { return .empty }
    let count = members.reduce(0) { $0 + $1.count }
    let next = members.map(\.first).min() ?? first.first
    // The nearest first: a large duty at the end of the year must not come before a small one next week.
    let duties = members.sorted { ($0.first.number, $0.indicator.id) < ($1.first.number, $1.indicator.id) }
    let lines = duties.prefix(Self.mostDuties).map { CalendarMessages.line($0.indicator.title, count: $0.count, due: $0.first) }
    let post: HTML = first.post.isEmpty ? .empty : " <span class=\"soft small\">\(first.post)</span>"
    let rest = duties.count - lines.count
    let more = rest > 0 ? CalendarMessages.moreDuties(rest) : Message("", "")
    return """
      <tr><td>\(CalendarTables.name(of: first, language))\(post)</td><td class="n">\(count)</td>
      <td class="w">\(next.description)</td><td>\(parts(Array(lines).joined(by: Punctuation.semicolon)))\(parts(more))</td></tr>
      """
  }

  private static let style: HTML = """
    td.day { font-variant-numeric: tabular-nums; }
    @page { size: A4 portrait; }
    """
}
