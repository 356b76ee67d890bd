import CadreModel
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// One duty across the cities that the viewer sees, each under its own policy.
struct ComparisonOnPage {
  let sight: Sight
  let asOf: Day
  private let comparison: DutyComparison
  private let runs: [String: RunPlace]
  private let dates: [Day]

  /// - Throws: `PageProblem.movedTo` where no date is named.
  init(_ sight: Sight, asOf: Day?) async throws {
    try sight.demandWholeCity()
    let dates = try await ProvincePage.dates(sight)
    guard let asOf else {
      guard let latest = dates.first else { throw PageProblem.notFound }
      throw PageProblem.movedTo(.comparison(asOf: latest))
    }
    (self.sight, self.asOf, self.dates) = (sight, asOf, dates)
    var judged: [JudgedCity] = []
    for city in sight.cities {
      if let found = try await sight.about(city, { try await sight.judged(city, asOf: asOf) }) { judged.append(found) }
    }
    runs = Dictionary(judged.map { ($0.city.code, RunPlace($0.run)) }) { first, _ in first }
    comparison = try await ComparisonReader(sight.books.sharedDuties.all).comparison(
      of: judged, others: [], asOf: asOf, on: sight.connection)
  }

  func content() -> PageContent {
    var page = PageContent(sight(WebPageMessages.comparison))
    page.entry.cities = comparison.cities.map(\.city.code)
    page.entry.asOf = asOf
    let standing = Standing(asOf: asOf, newest: comparison.cities.compactMap(\.newestFact).max())
    page.standing = standing
    page.add("<p class=\"small soft\">\(sight(ListPageMessages.comparisonReading))</p>")
    for (index, duty) in comparison.duties.enumerated() {
      let rows = comparison.rows(of: duty).filter(\.figures.isAsked)
      guard !rows.isEmpty else { continue }
      var table = DataTable("duty-\(index + 1)", Self.columns, rows.map(row))
      table.title = duty.title
      table.isTinted = true
      page.add(table)
    }
    return page
  }

  private static let columns =
    [
      TableColumn(.words, ReportWords.city), TableColumn(.words, ReportWords.indicator),
      TableColumn(.identifier, ListPageMessages.clauses), TableColumn(.count, CityPageMessages.verdictCount),
      TableColumn(.counted(.unmet), ReportWords.status(.unmet)), TableColumn(.rate, ReportWords.compliance),
      TableColumn(.rate, ReportWords.lastYear), TableColumn(.change, CityPageMessages.change),
      TableColumn(.count, ListPageMessages.rank),
    ]

  private func row(_ row: DutyOfCity) -> DataRow {
    let figures = row.figures
    let run = runs[row.city.city.code]
    let titles = figures.indicators.map { $0.title.text(in: sight.language) }.list.text(in: sight.language)
    let clauses = figures.indicators.compactMap { figures.policy.article(of: $0)?.id }
    let first = figures.indicators.first
    let unmet = run.flatMap { run in
      figures.indicators.count == 1
        ? first.map { Place.results(run, ListFilter(indicator: $0.id, statuses: [.unmet]), after: nil) } : nil
    }
    return DataRow(
      [
        DataCell(sight(row.city.city.label), run.map { .city($0) }),
        DataCell(titles, run.flatMap { run in first.map { .indicator(run, id: $0.id) } }),
        DataCell(Set(clauses).sorted().list.text(in: sight.language)), DataCell(figures.verdicts),
        DataCell(figures.tally.unmet, figures.tally.unmet == 0 ? nil : unmet), DataCell(figures.compliance),
        DataCell(row.rateLastYear), DataCell(row.change), DataCell(row.rank.map(String.init) ?? ""),
      ], bar: figures.tally)
  }
}
