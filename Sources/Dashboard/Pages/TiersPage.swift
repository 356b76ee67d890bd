import CadreModel
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// How a city's subjects are sorted into classes: tiers, colours, grades.
struct TiersPage {
  let sight: Sight
  let judged: JudgedCity
  private let figures: CityFigures

  init(_ sight: Sight, _ place: RunPlace) async throws {
    try sight.demandWholeCity()
    let judged = try await sight.judged(place)
    (self.sight, self.judged) = (sight, judged)
    figures = try await judged.reading(on: sight.connection) { figures, _, _ in figures }
  }

  func content() async throws -> PageContent {
    let run = RunPlace(judged.run)
    var page = PageContent(sight(WebPageMessages.tiers), of: judged)
    page.trail = sight.trail(to: judged)
    page.standing = try await sight.standing(of: judged, newest: figures.newestFact)
    page.add("<p class=\"small soft\">\(sight(ListPageMessages.tiersReading))</p>")
    let sorted = figures.indicators.filter { $0.indicator.rule.kind == .classification }
    for (index, entry) in sorted.enumerated() {
      var table = DataTable(
        "classes-\(index + 1)", StatisticRows.columns,
        StatisticRows(sight: sight, entry: entry).rows(
          place: .results(run, ListFilter(indicator: entry.indicator.id), after: nil)))
      table.title = entry.indicator.title
      page.add(table)
    }
    if sorted.isEmpty { page.add("<p class=\"empty\">\(sight(ListPageMessages.noTiers))</p>") }
    return page
  }
}
