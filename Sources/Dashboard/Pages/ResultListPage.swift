import CadreModel
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// A list of results: filtered, searched, a page at a time; as a file all of them.
struct ResultListPage {
  let sight: Sight
  let judged: JudgedCity
  let filter: ListFilter
  private let indicators: [RunIndicator]
  private let reader: PageReader

  private static let limit = 100
  /// As many at once go into a file.
  private static let limitOfFiles = 5_000

  /// - Throws: `PageProblem.notFound`: an indicator that the policy does not have, a unit that is not the viewer's.
  init(_ sight: Sight, _ place: RunPlace, _ filter: ListFilter) async throws {
    let judged = try await sight.judged(place)
    (self.sight, self.judged, self.filter) = (sight, judged, filter)
    indicators = try await sight.indicators(of: judged)
    if let wanted = filter.indicator, judged.policy.indicator(wanted) == nil { throw PageProblem.notFound }
    var units = filter.unit.map { [$0] } ?? []
    if let seen = try await sight.units(of: judged.city) {
      guard units.allSatisfy(seen.contains) else { throw PageProblem.notFound }
      if units.isEmpty { units = seen.sorted() }
    }
    let results = ResultFilter(
      indicators: filter.indicator.map { [$0] } ?? [], statuses: filter.statuses, units: units,
      domains: filter.domain.map { [$0] } ?? [])
    reader = PageReader(
      run: judged.run, indicators: results.kept(of: indicators), filter: results, search: filter.search,
      language: sight.language, connection: sight.connection)
  }

  private var run: RunPlace { RunPlace(judged.run) }

  private var title: String {
    guard let indicator = filter.indicator.flatMap(judged.policy.indicator) else {
      return filter.domain?.label.text(in: sight.language)
        ?? sight(filter == .exceptions ? WebPageMessages.exceptions : ResultPageMessages.title)
    }
    return indicator.title.text(in: sight.language)
  }

  func content(after key: ResultKey?) async throws -> PageContent {
    try await sight.connection.withResults(of: [judged.run], in: judged.city.code) { _ in
      var page = PageContent(title, of: judged, namesPersons: true)
      page.entry.indicator = filter.indicator ?? ""
      page.trail = sight.trail(to: judged)
      page.standing = try await sight.standing(of: judged)
      page.add(form)
      page.add(try await table(after: key))
      return page
    }
  }

  private func table(after key: ResultKey?) async throws -> DataTable {
    let found = try await reader.page(after: key, limit: Self.limit)
    var table = ResultRows(sight: sight, run: run).table("results", found.rows)
    if let next = found.next { table.next = .results(run, filter, after: next) }
    if key != nil { table.first = .results(run, filter, after: nil) }
    if !table.isWhole { table.total = Self.sum(try await reader.counts()) }
    return table
  }

  private static func sum(_ tally: Tally) -> Int { tally.judged + tally.info }

  /// Calls `body` with all rows, so many at once.
  nonisolated(nonsending) func readAll(_ body: ([DataRow]) throws -> Void) async throws {
    let rows = ResultRows(sight: sight, run: run)
    try await sight.connection.withResults(of: [judged.run], in: judged.city.code) { _ in
      var key: ResultKey?
      repeat {
        let found = try await reader.page(after: key, limit: Self.limitOfFiles)
        try body(found.rows.map(rows.row))
        key = found.next
      } while key != nil
    }
  }

  var whole: PageContent {
    var page = PageContent(title, of: judged, namesPersons: true)
    page.entry.indicator = filter.indicator ?? ""
    page.add(ResultRows(sight: sight, run: run).table("results", []))
    return page
  }

  // MARK: The form

  private var form: HTML {
    let statuses = Status.allCases.filter { $0 != .info }.map { status -> HTML in
      """
      <label><input type="checkbox" name="status" value="\(status.rawValue)"\(filter.statuses.contains(status) ? " checked" : HTML.empty)> \
      \(sight(ReportWords.status(status)))</label>
      """
    }
    let domains = Domain.allCases.filter { domain in indicators.contains { $0.indicator.domain == domain } }
    let domainOptions = domains.map { option($0.rawValue, $0.label.text(in: sight.language), isChosen: $0 == filter.domain) }
    let indicatorOptions = indicators.map { entry in
      option(
        entry.indicator.id, entry.indicator.title.text(in: sight.language), isChosen: entry.indicator.id == filter.indicator)
    }
    let unit: HTML = filter.unit.map { "<input type=\"hidden\" name=\"unit\" value=\"\($0)\">" } ?? .empty
    let address = Place.results(run, ListFilter(), after: nil).address.text
    return """
      <form class="filter small" method="get" action="\(address)">\(unit)
      <fieldset><legend>\(sight(ReportWords.status))</legend>\(HTML.joined(statuses, separator: .empty))</fieldset>
      <label>\(sight(ListPageMessages.domain)) <select name="domain">\(option("", sight(ResultPageMessages.anyDomain), isChosen: false))\
      \(HTML.joined(domainOptions, separator: .empty))</select></label>
      <label>\(sight(ReportWords.indicator)) <select name="indicator">\
      \(option("", sight(ResultPageMessages.anyIndicator), isChosen: false))\(HTML.joined(indicatorOptions, separator: .empty))\
      </select></label>
      <label>\(sight(ResultPageMessages.search)) <input type="search" name="q" value="\(filter.search)" maxlength="80"></label>
      <span><button>\(sight(ResultPageMessages.apply))</button> <a href="\(address)">\(sight(ResultPageMessages.clear))</a></span>
      </form>
      """
  }

  private func option(_ value: String, _ text: String, isChosen: Bool) -> HTML {
    "<option value=\"\(value)\"\(isChosen ? " selected" : HTML.empty)>\(text)</option>"
  }
}
