import Access
import CadreModel
import Messages
import Pages
import PolicyKit
import PostgresClient
import Reporting
import Results

/// All cities that the viewer sees, side by side: what an officer of a province opens each morning.
struct ProvincePage {
  let sight: Sight
  let asOf: Day
  /// What was read of each city.
  private let cities: [Seen]

  private struct Seen {
    let judged: JudgedCity
    let brief: CityBrief
    let trend: CityTrend
    let freshness: Freshness

    var figures: CityFigures { brief.figures }
    var run: RunPlace { RunPlace(judged.run) }
  }

  /// Where the viewer begins: the one city or unit that it sees, else the province at the latest date.
  static func home(_ sight: Sight) async throws -> Place {
    guard sight.viewer.readingDuty != nil else {
      if sight.viewer.duties.contains(.auditor) { return .audit(before: nil) }
      return sight.viewer.duties.contains(.accessAdministrator) ? .access : .catalogue(search: "")
    }
    guard sight.cities.count == 1, let city = sight.cities.first else { return .province(asOf: nil, runs: []) }
    return .latest(city: city.code, asOf: nil)
  }

  /// The address that names the runs of a date: of the latest one at which any city was judged where none is named.
  static func moved(_ sight: Sight, asOf: Day?) async throws -> Place? {
    try sight.demandWholeCity()
    var day = asOf
    if day == nil { day = try await dates(sight).first }
    guard let day else { return nil }
    var runs: [String] = []
    for city in sight.cities {
      let judged = try await sight.about(city) { try await sight.judged(city, asOf: day) }
      if let judged { runs.append(judged.run.id) }
    }
    return runs.isEmpty ? nil : .province(asOf: day, runs: runs)
  }

  /// The dates at which any of the cities was judged, the latest first.
  static func dates(_ sight: Sight) async throws -> [Day] {
    var found: Set<Day> = []
    for city in sight.cities { found.formUnion(try await sight.about(city) { try await sight.dates(of: city) }) }
    return found.sorted(by: >)
  }

  /// - Throws: `PageProblem`: a run is not there, or its results are gone.
  init(_ sight: Sight, asOf: Day, runs: [String]) async throws {
    try sight.demandWholeCity()
    (self.sight, self.asOf) = (sight, asOf)
    var cities: [Seen] = []
    var left = Set(runs)
    for city in sight.cities where !left.isEmpty {
      let seen = try await sight.about(city) { () async throws -> Seen? in
        let found = try await Self.run(of: city, among: left, sight)
        guard let id = found else { return nil }
        let judged: JudgedCity
        do {
          judged = try await sight.judged(RunPlace(city: city.code, asOf: asOf, run: id))
        } catch PageProblem.replaced {
          throw PageProblem.replaced(.province(asOf: asOf, runs: []))
        }
        return try await Self.read(judged, sight)
      }
      guard let seen else { continue }
      left.remove(seen.judged.run.id)
      cities.append(seen)
    }
    guard left.isEmpty else { throw PageProblem.notFound }
    self.cities = cities
  }

  private static func run(of city: City, among ids: Set<String>, _ sight: Sight) async throws -> String? {
    let rows = try await sight.connection.query(
      Statement(
        "run among those of a page",
        """
        select r.run_id
        from runs r
        where r.city_code = $1
          and r.run_id = any ($2::text[])
        """, [.text(city.code), .textArray(ids.sorted())]))
    return try rows.first?.decode("run_id")
  }

  private static func read(_ judged: JudgedCity, _ sight: Sight) async throws -> Seen {
    let connection = sight.connection
    let (brief, trend) = try await judged.reading(on: connection) { figures, indicators, connection in
      let brief = try await BriefReader(
        figures: figures, indicators: indicators, language: sight.language, connection: connection
      ).brief()
      return (brief, try await TrendReader(connection: connection).trend(of: judged, TrendDates(upTo: judged.run.asOf)))
    }
    return Seen(
      judged: judged, brief: brief, trend: trend, freshness: try await Freshness.read(of: judged.city.code, on: connection))
  }

  // MARK: The page

  func content(dates: [Day]) -> PageContent {
    var page = PageContent(sight(OverviewMessages.title))
    page.entry.cities = cities.map(\.judged.city.code)
    page.entry.asOf = asOf
    var standing = Standing(asOf: asOf, newest: cities.compactMap(\.figures.newestFact).max())
    standing.dates = dates
    standing.hasNewerData = cities.contains { seen in
      !seen.judged.run.watermark.isEmpty && seen.freshness.watermark != seen.judged.run.watermark
    }
    page.standing = standing
    let warnings = cities.flatMap(\.figures.namedWarnings)
    page.add(PageParts(language: sight.language).warnings(warnings))
    page.add(heat)
    page.add(PageParts(language: sight.language).legend)
    page.add(shortfalls)
    page.add(due)
    page.add(trendChart)
    page.add(trendTable)
    page.add(freshness)
    return page
  }

  private var domains: [Domain] {
    let found = Set(cities.flatMap { $0.figures.domains.map(\.domain) })
    return Domain.allCases.filter(found.contains)
  }

  /// Cities down, fields of work across. Verdicts and changes stand below the rates, and in columns of their own in the files.
  private var heat: DataTable {
    func columns(_ name: Message) -> [TableColumn] {
      [
        TableColumn(.rate, name), TableColumn(.count, CityPageMessages.verdicts(of: name)),
        TableColumn(.change, CityPageMessages.change(of: name)),
      ]
    }
    let domains = domains
    let all =
      [TableColumn(.words, ReportWords.city)] + columns(CityPageMessages.all) + domains.flatMap { columns($0.label) }
    let rows = cities.map { seen -> DataRow in
      let lastYear = seen.trend.points.first { $0.asOf == JudgedCity.lastYear(of: asOf) }
      var cells = [DataCell(sight(seen.judged.city.label), .city(seen.run))]
      let total = seen.figures.total
      cells += rateCells(
        seen.figures.isComplete ? total.compliance : nil, verdicts: total.met + total.unmet, change: seen.brief.change,
        .city(seen.run))
      let own = seen.figures.domains
      for domain in domains {
        guard let figures = own.first(where: { $0.domain == domain }) else {
          cells += ["", "", ""]
          continue
        }
        let before = lastYear?.domains.first { $0.domain == domain }?.compliance
        let change = figures.compliance.flatMap { now in before.map { now - $0 } }
        cells += rateCells(
          figures.compliance, verdicts: figures.tally.met + figures.tally.unmet, change: change,
          .results(seen.run, ListFilter(domain: domain, statuses: [.unmet, .atRisk, .noData]), after: nil))
      }
      return DataRow(cells, bar: total)
    }
    var table = DataTable("heat", all, rows)
    table.title = CityPageMessages.heat
    table.note = CityPageMessages.heatReading
    table.isTinted = true
    // A rate, its verdicts, its change: the screen shows the last two below the first.
    table.folded = Set(all.indices.filter { $0 > 0 && ($0 - 1) % 3 != 0 })
    return table
  }

  private func rateCells(_ rate: Rate?, verdicts: Int, change: Rate?, _ place: Place) -> [DataCell] {
    let text = change.map { ($0.tenThousandths > 0 ? "▲+" : $0.tenThousandths < 0 ? "▼" : "") + $0.percent.dropLast() }
    let below = verdicts == 0 && rate == nil ? nil : sight(CityPageMessages.below(verdicts, change: text))
    return [DataCell(rate, place, below: below), DataCell(verdicts), DataCell(change)]
  }

  private var shortfalls: DataTable {
    let columns = [
      TableColumn(.words, ReportWords.city), TableColumn(.words, ReportWords.indicator),
      TableColumn(.words, CityPageMessages.article), TableColumn(.count, CityPageMessages.persons),
      TableColumn(.counted(.unmet), ReportWords.status(.unmet)), TableColumn(.rate, ReportWords.compliance),
    ]
    let rows = cities.flatMap { seen in
      seen.brief.shortfalls.map { entry -> DataRow in
        let figures = entry.figures
        let unmet = Place.results(
          seen.run, ListFilter(indicator: figures.indicator.id, statuses: [.unmet]), after: nil)
        return DataRow([
          DataCell(sight(seen.judged.city.label), .city(seen.run)),
          DataCell(figures.indicator.title.text(in: sight.language), .indicator(seen.run, id: figures.indicator.id)),
          DataCell(figures.article.title.text(in: sight.language), below: figures.article.id), DataCell(entry.persons, unmet),
          DataCell(figures.tally.unmet),
          DataCell(figures.compliance),
        ])
      }
    }
    var table = DataTable("shortfalls", columns, rows)
    table.title = CityPageMessages.shortfalls
    return table
  }

  private var due: DataTable {
    let columns = [
      TableColumn(.words, ReportWords.city), TableColumn(.identifier, CityPageMessages.month),
      TableColumn(.words, ReportWords.indicator), TableColumn(.count, CityPageMessages.count),
      TableColumn(.counted(.atRisk), ReportWords.status(.atRisk)), TableColumn(.day, CityPageMessages.firstDue),
    ]
    let rows = cities.flatMap { seen in
      (seen.brief.dueThisMonth + seen.brief.dueNextMonth).map { group in
        DataRow([
          DataCell(sight(seen.judged.city.label), .city(seen.run)),
          DataCell(group.id, .calendar(seen.run, days: Place.usualDays, unit: nil)),
          DataCell(group.indicator.title.text(in: sight.language), .indicator(seen.run, id: group.indicator.id)),
          DataCell(group.count), DataCell(group.atRisk), DataCell(group.first),
        ])
      }
    }
    var table = DataTable("due", columns, rows)
    table.title = CityPageMessages.dueSoon
    table.nothing = DashboardMessages.nothingDue
    return table
  }

  private var trendDates: [Day] { Set(cities.flatMap { $0.trend.points.map(\.asOf) }).sorted() }

  private var trendChart: HTML {
    let dates = trendDates
    let heading: HTML = "<h2>\(sight(TrendMessages.section))</h2>"
    guard dates.count > 1 else { return heading }
    let lines = cities.prefix(12).map { seen in
      TrendChart.Line(
        name: sight(seen.judged.city.label),
        rates: dates.map { day in seen.trend.points.first { $0.asOf == day }.flatMap(\.compliance) })
    }
    let chart = TrendChart(
      title: sight(TrendMessages.complianceOfCities), dates: dates, lines: Array(lines), language: sight.language)
    return .joined([heading, chart.html])
  }

  private var trendTable: DataTable {
    let dates = trendDates
    let columns =
      [TableColumn(.words, ReportWords.city)] + dates.map { TableColumn(.rate, Message($0.ofTrend, $0.ofTrend)) }
    let rows = cities.map { seen in
      DataRow(
        [DataCell(sight(seen.judged.city.label), .city(seen.run))]
          + dates.map { day -> DataCell in
            guard let point = seen.trend.points.first(where: { $0.asOf == day }) else { return "" }
            return DataCell(point.compliance, point.run.resultSet.isEmpty ? nil : .city(RunPlace(point.run)))
          })
    }
    var table = DataTable("trend", columns, rows)
    table.isTinted = true
    return table
  }

  private var freshness: DataTable {
    let columns = [
      TableColumn(.words, ReportWords.city), TableColumn(.day, CityPageMessages.newest),
      TableColumn(.day, CityPageMessages.lastImport), TableColumn(.count, CityPageMessages.missingTables),
      TableColumn(.count, CityPageMessages.results), TableColumn(.identifier, CityPageMessages.run),
    ]
    let rows = cities.map { seen in
      DataRow([
        DataCell(sight(seen.judged.city.label), .deliveries(city: seen.judged.city.code)),
        DataCell(seen.figures.newestFact), DataCell(seen.freshness.on?.date.description ?? ""),
        DataCell(seen.figures.missingTables.count, .quality(seen.run)), DataCell(seen.judged.run.resultCount),
        DataCell(String(seen.judged.run.reference.prefix(8)), .city(seen.run)),
      ])
    }
    var table = DataTable("freshness", columns, rows)
    table.title = CityPageMessages.freshness
    return table
  }
}
