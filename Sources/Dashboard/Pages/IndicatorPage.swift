import CadreModel
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// One indicator of a city: what the article asks, how we read it, by which numbers, how it stands, and whom it is about.
struct IndicatorPage {
  let sight: Sight
  let judged: JudgedCity
  private let entry: IndicatorFigures
  private let units: [(unit: UnitFigures, tally: Tally)]
  private let unmet: ResultsPage
  private let trend: CityTrend

  private static let shown = 30

  private var run: RunPlace { RunPlace(judged.run) }
  private var id: String { entry.indicator.id }

  init(_ sight: Sight, _ place: RunPlace, id: String) async throws {
    try sight.demandWholeCity()
    let judged = try await sight.judged(place)
    (self.sight, self.judged) = (sight, judged)
    (entry, units, unmet, trend) = try await judged.reading(on: sight.connection) { figures, indicators, connection in
      guard let position = figures.indicators.firstIndex(where: { $0.indicator.id == id }) else { throw PageProblem.notFound }
      let units = try await UnitReader(run: judged.run, indicators: indicators, connection: connection).units()
      let own = units.compactMap { unit in
        unit.tallies.first { $0.indicator == position }.map { (unit: unit, tally: $0.tally) }
      }
      let filter = ResultFilter(indicators: [id], statuses: [.unmet, .atRisk, .noData])
      let unmet = try await PageReader(
        run: judged.run, indicators: filter.kept(of: indicators), filter: filter, search: "", language: sight.language,
        connection: connection
      ).page(after: nil, limit: Self.shown)
      let trend = try await TrendReader(connection: connection).trend(of: judged, TrendDates(upTo: judged.run.asOf))
      return (figures.indicators[position], own, unmet, trend)
    }
  }

  func content() async throws -> PageContent {
    var page = PageContent(entry.title(in: sight.language), of: judged, namesPersons: true)
    page.entry.indicator = id
    page.trail = sight.trail(to: judged)
    page.standing = try await sight.standing(of: judged)
    page.add(figures)
    let law = IndicatorLaw(sight: sight, policy: judged.policy, indicator: entry.indicator, article: entry.article)
    page.add(try law.text)
    page.add(law.parameters(asOf: judged.run.asOf))
    if entry.indicator.isStatistic {
      var table = DataTable(
        "distribution", StatisticRows.columns, StatisticRows(sight: sight, entry: entry).rows(place: nil))
      table.title = ResultPageMessages.distribution
      page.add(table)
    }
    var subjects = ResultRows(sight: sight, run: run).table("subjects", unmet.rows)
    subjects.title = WebPageMessages.exceptions
    let filter = ListFilter(indicator: id, statuses: [.unmet, .atRisk, .noData])
    if let next = unmet.next { subjects.next = .results(run, filter, after: next) }
    page.add(subjects)
    page.add(allSubjects)
    page.add(byUnit)
    page.add(history)
    return page
  }

  private var allSubjects: HTML {
    "<p><a href=\"\(Place.results(run, ListFilter(indicator: id), after: nil).address.text)\">\(sight(ResultPageMessages.allSubjects)) →</a></p>"
  }

  private var figures: HTML {
    let counts = Tally.reported.map { status -> HTML in
      let place = Place.results(run, ListFilter(indicator: id, statuses: [status]), after: nil)
      let text = String(entry.tally[status])
      let value: HTML = entry.tally[status] == 0 ? HTML(text) : "<a href=\"\(place.address.text)\">\(text)</a>"
      return "<dt>\(StatusMark(status, sight(ReportWords.status(status))).html)</dt><dd>\(value)</dd>"
    }
    let rates: HTML =
      entry.indicator.isStatistic
      ? .empty
      : """
      <dt>\(sight(ReportWords.compliance))</dt><dd><b>\(entry.compliance?.percent ?? "—")</b></dd>\
      <dt>\(sight(ReportWords.completion))</dt><dd>\(entry.completion?.percent ?? "—")</dd>\
      <dt>\(sight(ReportWords.lastYear))</dt><dd>\(entry.rateLastYear?.percent ?? "—")</dd>
      """
    return """
      <section><h2>\(sight(ResultPageMessages.whole))</h2>\(StatusBar(entry.tally, sight.language).html)\
      <dl class="facts">\(rates)\(HTML.joined(counts, separator: .empty))</dl></section>
      """
  }

  private var byUnit: DataTable {
    let columns =
      [TableColumn(.words, ReportWords.unit), TableColumn(.identifier, ResultPageMessages.unitID)]
      + Tally.reported.map { TableColumn(.counted($0), ReportWords.status($0)) } + [TableColumn(.rate, ReportWords.compliance)]
    let rows = units.map { entry -> DataRow in
      let unit = entry.unit.id
      return DataRow(
        [
          DataCell(unit.isEmpty ? sight(CityPageMessages.noUnit) : entry.unit.name, .unit(run, id: unit)), DataCell(unit),
        ]
          + Tally.reported.map { status in
            DataCell(
              entry.tally[status],
              entry.tally[status] == 0 || unit.isEmpty
                ? nil : .results(run, ListFilter(indicator: id, unit: unit, statuses: [status]), after: nil))
          } + [DataCell(self.entry.missingTables.isEmpty ? entry.tally.compliance : nil)], bar: entry.tally)
    }
    var table = DataTable("by-unit", columns, rows)
    table.title = ResultPageMessages.byUnit
    table.isTinted = true
    return table
  }

  private var history: DataTable {
    let columns =
      [TableColumn(.day, ResultPageMessages.asOf)] + Tally.reported.map { TableColumn(.counted($0), ReportWords.status($0)) }
      + [TableColumn(.rate, ReportWords.compliance)]
    let rows = trend.points.reversed().compactMap { point -> DataRow? in
      guard let then = point.indicators.first(where: { $0.indicator.id == id }) else { return nil }
      let place: Place? = point.run.resultSet.isEmpty ? nil : .indicator(RunPlace(point.run), id: id)
      return DataRow(
        [DataCell(point.asOf.description, place)] + Tally.reported.map { DataCell(then.tally[$0]) } + [DataCell(then.compliance)],
        bar: then.tally)
    }
    var table = DataTable("history", columns, rows)
    table.title = ResultPageMessages.history
    table.isTinted = true
    return table
  }
}

/// What the law says of an indicator: its article in our words and its own, how we read it, by which numbers.
struct IndicatorLaw {
  let sight: Sight
  let policy: Policy
  let indicator: Indicator
  let article: Article

  var text: HTML {
    get throws {
      let reading = try sight.books.readings[policy.code]?.reading(of: indicator, in: policy)
      let own = sight.books.texts[policy.code]?[article.id]
      var facts: [HTML] = [
        """
        <dt>\(sight(CityPageMessages.article))</dt><dd>\(policy.configuration.title.text(in: sight.language)) · \
        <b>\(article.title.text(in: sight.language))</b> <code>\(article.id)</code></dd>
        """,
        "<dt>\(sight(ResultPageMessages.ask))</dt><dd>\(article.gist.text(in: sight.language))</dd>",
      ]
      if let own { facts.append("<dt>\(sight(ResultPageMessages.text))</dt><dd class=\"own\">\(own)</dd>") }
      if let reading {
        facts += [
          "<dt>\(sight(ResultPageMessages.population))</dt><dd>\(reading.population.text(in: sight.language))</dd>",
          "<dt>\(sight(ResultPageMessages.rule))</dt><dd>\(reading.rule.text(in: sight.language))</dd>",
        ]
      }
      facts.append("<dt>\(sight(ResultPageMessages.indicatorID))</dt><dd><code>\(indicator.id)</code></dd>")
      return "<dl class=\"facts\">\(HTML.joined(facts, separator: .empty))</dl>"
    }
  }

  /// The numbers that a verdict depends on, as they are in force at a date.
  func parameters(asOf: Day) -> DataTable {
    let columns = [
      TableColumn(.words, ResultPageMessages.parameter), TableColumn(.identifier, ListPageMessages.column),
      TableColumn(.words, ResultPageMessages.value), TableColumn(.text, ResultPageMessages.basis),
      TableColumn(.identifier, CityPageMessages.article), TableColumn(.day, ResultPageMessages.validFrom),
    ]
    let names = PartNames(of: indicator)
    let rows = policy.parameters(of: indicator).compactMap { parameter -> DataRow? in
      guard let value = parameter.values.last(where: { $0.validFrom <= asOf }) else { return nil }
      return DataRow([
        DataCell(parameter.title.text(in: sight.language), below: parameter.name), DataCell(parameter.name),
        DataCell(value.value.text(in: sight.language, named: names)),
        DataCell((parameter.basis == .assumed ? "※ " : "") + parameter.basis.label.text(in: sight.language)),
        DataCell(parameter.clause), DataCell(value.validFrom),
      ])
    }
    var table = DataTable("parameters", columns, rows)
    table.folded = [1]
    table.title = ResultPageMessages.parameters
    return table
  }
}
