import CadreModel
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// One city: its figures, article by article and field by field, what stands out, and the ways down from there.
struct CityPage {
  let sight: Sight
  let judged: JudgedCity
  private let brief: CityBrief
  private let trend: CityTrend

  private var figures: CityFigures { brief.figures }
  private var run: RunPlace { RunPlace(judged.run) }

  init(_ sight: Sight, _ place: RunPlace) async throws {
    try sight.demandWholeCity()
    let judged = try await sight.judged(place)
    (self.sight, self.judged) = (sight, judged)
    (brief, trend) = try await judged.reading(on: sight.connection) { figures, indicators, connection in
      let brief = try await BriefReader(
        figures: figures, indicators: indicators, language: sight.language, connection: connection
      ).brief()
      return (brief, try await TrendReader(connection: connection).trend(of: judged, TrendDates(upTo: judged.run.asOf)))
    }
  }

  func content() async throws -> PageContent {
    let parts = PageParts(language: sight.language)
    var page = PageContent(sight(judged.city.label), of: judged)
    if sight.viewer.cities.count > 1 { page.trail = [PageContent.Crumb(sight(WebPageMessages.province), .home)] }
    page.standing = try await sight.standing(of: judged, newest: figures.newestFact)
    page.add("<p class=\"soft\">\(judged.policy.configuration.title.text(in: sight.language))</p>")
    page.add(parts.warnings(figures.warnings.map(\.text)))
    page.add(cards)
    page.add(domains)
    page.add(parts.legend)
    page.add(articles)
    let tables = IndicatorTables(sight: sight, run: run, figures: figures)
    page.add(tables.duties)
    if let statistics = tables.statistics { page.add(statistics) }
    page.add(shortfalls)
    page.add(worse)
    page.add(due)
    page.add(units)
    page.add(trendChart)
    page.add(trendTable)
    return page
  }

  // MARK: Cards

  private var cards: HTML {
    let total = figures.total
    let isComplete = figures.isComplete
    func list(_ statuses: [Status]) -> Place { .results(run, ListFilter(statuses: statuses), after: nil) }
    return """
      <div class="cards">
      \(card(sight(ReportWords.compliance), (isComplete ? total.compliance : nil)?.percent ?? "—", " met", list([.met])))
      \(card(sight(ReportWords.completion), (isComplete ? total.completion : nil)?.percent ?? "—", .empty, list([.pending])))
      \(card(sight(ReportWords.status(.unmet)), String(total.unmet), " unmet", list([.unmet])))
      \(card(sight(ReportWords.status(.atRisk)), String(total.atRisk), " risk", list([.atRisk])))
      \(card(sight(ReportWords.status(.noData)), String(total.noData), " nodata", list([.noData])))
      \(card(sight(ReportWords.status(.exempt)), String(total.exempt), .empty, list([.exempt])))
      </div>
      """
  }

  private func card(_ label: String, _ value: String, _ kind: HTML, _ place: Place) -> HTML {
    "<a class=\"card\(kind)\" href=\"\(place.address.text)\"><span class=\"soft\">\(label)</span><b>\(value)</b></a>"
  }

  // MARK: Fields and articles

  private var domains: DataTable {
    let lastYear = trend.points.first { $0.asOf == JudgedCity.lastYear(of: judged.run.asOf) }
    let columns =
      [TableColumn(.words, ListPageMessages.domain)]
      + Tally.reported.map { TableColumn(.counted($0), ReportWords.status($0)) } + [
        TableColumn(.count, CityPageMessages.verdictCount), TableColumn(.rate, ReportWords.compliance),
        TableColumn(.rate, ReportWords.completion), TableColumn(.rate, ReportWords.lastYear),
        TableColumn(.change, CityPageMessages.change),
      ]
    let rows = figures.domains.map { entry -> DataRow in
      let before = lastYear?.domains.first { $0.domain == entry.domain }?.compliance
      let change = entry.compliance.flatMap { now in before.map { now - $0 } }
      let counts = Tally.reported.map { status in
        DataCell(
          entry.tally[status],
          entry.tally[status] == 0
            ? nil : .results(run, ListFilter(domain: entry.domain, statuses: [status]), after: nil))
      }
      return DataRow(
        [DataCell(entry.title(in: sight.language), .results(run, ListFilter(domain: entry.domain), after: nil))] + counts
          + [
            DataCell(entry.tally.met + entry.tally.unmet), DataCell(entry.compliance), DataCell(entry.completion),
            DataCell(before), DataCell(change),
          ], bar: entry.tally)
    }
    var table = DataTable("domains", columns, rows)
    table.title = CityPageMessages.domains
    table.isTinted = true
    return table
  }

  /// A card an article: what it asks in our words, how it is met.
  private var articles: HTML {
    let cards = judged.policy.articles.map { article -> HTML in
      let own = figures.indicators.filter { $0.article.id == article.id && !$0.indicator.isStatistic }
      let tally = own.reduce(into: Tally()) { $0 += $1.tally }
      let isComplete = own.allSatisfy(\.missingTables.isEmpty)
      let body: HTML
      if own.isEmpty {
        body = "<p class=\"small soft\">\(sight(CityPageMessages.noDuty))</p>"
      } else {
        let only = own.count == 1 ? own[0].indicator.id : nil
        let unmet = Place.results(run, ListFilter(indicator: only, statuses: [.unmet]), after: nil)
        let count: HTML =
          tally.unmet == 0
          ? .empty
          : own.count == 1
            ? "<a class=\"seal\" href=\"\(unmet.address.text)\">\(sight(ReportWords.status(.unmet))) \(tally.unmet)</a>"
            : "<span class=\"seal\">\(sight(ReportWords.status(.unmet))) \(tally.unmet)</span>"
        body = """
          <p class="figures"><b>\((isComplete ? tally.compliance : nil)?.percent ?? "—")</b>\(count)</p>\
          \(StatusBar(tally, sight.language).html)\
          <p class="small">\(HTML.joined(own.map(link), separator: " · "))</p>
          """
      }
      return """
        <div><h3>\(article.title.text(in: sight.language)) <span class="soft small">\(article.id)</span></h3>\
        <p class="small soft">\(article.gist.text(in: sight.language))</p>\(body)</div>
        """
    }
    return "<section><h2>\(sight(CityPageMessages.articles))</h2><div class=\"articles\">\(HTML.joined(cards))</div></section>"
  }

  private func link(_ entry: IndicatorFigures) -> HTML {
    "<a href=\"\(Place.indicator(run, id: entry.indicator.id).address.text)\">\(entry.indicator.title.text(in: sight.language))</a>"
  }

  // MARK: What stands out

  private var shortfalls: DataTable {
    let columns = [
      TableColumn(.words, ReportWords.indicator), TableColumn(.words, CityPageMessages.article),
      TableColumn(.count, CityPageMessages.persons), TableColumn(.counted(.unmet), ReportWords.status(.unmet)),
      TableColumn(.rate, ReportWords.compliance),
    ]
    let rows = brief.shortfalls.map { entry in
      DataRow([
        DataCell(entry.figures.title(in: sight.language), .indicator(run, id: entry.figures.indicator.id)),
        DataCell(entry.figures.article.title.text(in: sight.language), below: entry.figures.article.id),
        DataCell(
          entry.persons,
          .results(run, ListFilter(indicator: entry.figures.indicator.id, statuses: [.unmet]), after: nil)),
        DataCell(entry.figures.tally.unmet), DataCell(entry.figures.compliance),
      ])
    }
    var table = DataTable("shortfalls", columns, rows)
    table.title = CityPageMessages.shortfalls
    return table
  }

  private var worse: DataTable {
    let columns = [
      TableColumn(.words, ReportWords.indicator), TableColumn(.rate, ReportWords.lastYear),
      TableColumn(.rate, ReportWords.compliance), TableColumn(.change, CityPageMessages.change),
    ]
    let rows = brief.worse.map { entry in
      DataRow([
        DataCell(entry.title(in: sight.language), .indicator(run, id: entry.indicator.id)), DataCell(entry.rateLastYear),
        DataCell(entry.compliance), DataCell(entry.change),
      ])
    }
    var table = DataTable("worse", columns, rows)
    table.title = CityPageMessages.worse
    return table
  }

  private var due: DataTable {
    let columns = [
      TableColumn(.words, ReportWords.indicator), TableColumn(.identifier, CityPageMessages.month),
      TableColumn(.count, CityPageMessages.count), TableColumn(.counted(.atRisk), ReportWords.status(.atRisk)),
      TableColumn(.day, CityPageMessages.firstDue),
    ]
    let rows = (brief.dueThisMonth + brief.dueNextMonth).map { group in
      DataRow([
        DataCell(group.indicator.title.text(in: sight.language), .indicator(run, id: group.indicator.id)),
        DataCell(group.id, .calendar(run, days: Place.usualDays, unit: nil)), DataCell(group.count), DataCell(group.atRisk),
        DataCell(group.first),
      ])
    }
    var table = DataTable("due", columns, rows)
    table.title = CityPageMessages.dueSoon
    table.nothing = DashboardMessages.nothingDue
    return table
  }

  private var units: DataTable {
    let columns = [
      TableColumn(.words, ReportWords.unit), TableColumn(.text, CityPageMessages.head),
      TableColumn(.counted(.unmet), ReportWords.status(.unmet)), TableColumn(.counted(.atRisk), ReportWords.status(.atRisk)),
    ]
    let rows = brief.units.map { entry in
      DataRow([
        DataCell(entry.unit.name, .unit(run, id: entry.unit.id)), DataCell(entry.unit.head?.name ?? ""),
        DataCell(entry.unmet, .results(run, ListFilter(unit: entry.unit.id, statuses: [.unmet]), after: nil)),
        DataCell(entry.atRisk, .results(run, ListFilter(unit: entry.unit.id, statuses: [.atRisk]), after: nil)),
      ])
    }
    var table = DataTable("units", columns, rows)
    table.title = CityPageMessages.lowestUnits
    return table
  }

  // MARK: Trend

  private var trendChart: HTML { TrendOnPage(sight: sight, trend: trend).chart }
  private var trendTable: DataTable { TrendOnPage(sight: sight, trend: trend).table }
}

/// A city over time: its two rates drawn, its fields of work as numbers, each leading to the judging that it is from.
struct TrendOnPage {
  let sight: Sight
  let trend: CityTrend

  var chart: HTML {
    let dates = trend.points.map(\.asOf)
    let heading: HTML = "<h2>\(sight(TrendMessages.section))</h2>"
    guard dates.count > 1 else { return heading }
    let chart = TrendChart(
      title: sight(ReportWorkbookMessages.ratesOverTime), dates: dates,
      lines: [
        TrendChart.Line(name: sight(ReportWords.compliance), rates: trend.points.map(\.compliance)),
        TrendChart.Line(name: sight(ReportWords.completion), rates: trend.points.map(\.completion)),
      ], language: sight.language)
    return .joined([heading, chart.html])
  }

  var table: DataTable {
    let columns =
      [TableColumn(.words, TrendMessages.rows)]
      + trend.points.map { TableColumn(.rate, Message($0.asOf.ofTrend, $0.asOf.ofTrend)) }
    let whole = DataRow(
      [DataCell(sight(CityPageMessages.all))]
        + trend.points.map { point in
          DataCell(
            point.compliance, point.run.resultSet.isEmpty ? nil : .city(RunPlace(point.run)),
            below: String(point.total.met + point.total.unmet))
        })
    let domains = trend.domains.map { domain in
      DataRow(
        [DataCell(domain.label.text(in: sight.language))]
          + trend.points.map { point -> DataCell in
            guard let figures = point.domains.first(where: { $0.domain == domain }) else { return "" }
            return DataCell(figures.compliance, below: String(figures.tally.met + figures.tally.unmet))
          }, depth: 1)
    }
    var table = DataTable("trend", columns, [whole] + domains)
    table.isTinted = true
    return table
  }
}
