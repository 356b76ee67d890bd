import CadreModel
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// A unit with its own counts and those of all below it.
struct UnitOfTree: Sendable {
  let figures: UnitFigures
  let head: UnitHead?
  /// Its own and those below it.
  let whole: Tally
  /// Positions of indicators whose tables were all handed in count for rates.
  let ownRate: Rate?
  let wholeRate: Rate?
}

/// Reads the tree of a run's units: also units without verdicts of their own that have some below them would be told by their sums.
struct UnitTreeReader {
  let sight: Sight
  let judged: JudgedCity
  /// Of the run, in catalogue order.
  let indicators: [RunIndicator]

  /// In tree order; only those that the viewer sees.
  func units() async throws -> [UnitOfTree] {
    let all = try await UnitReader(run: judged.run, indicators: indicators, connection: sight.connection).units()
    let responsible = try await ResponsibleUnits.read(of: judged.run, on: sight.connection)
    let seen = try await sight.units(of: judged.city)
    let isRated = indicators.map(\.missingTables.isEmpty)
    var found: [UnitOfTree] = []
    for (index, unit) in all.enumerated() where seen?.contains(unit.id) ?? true {
      // Those below it follow it and stand deeper.
      let below = unit.id.isEmpty ? [] : Array(all[(index + 1)...].prefix { $0.depth > unit.depth && !$0.id.isEmpty })
      let members = [unit] + below
      found.append(
        UnitOfTree(
          figures: unit, head: responsible.unit(unit.id).head,
          whole: members.reduce(into: Tally()) { $0 += $1.total },
          ownRate: Self.rated([unit], isRated).compliance, wholeRate: Self.rated(members, isRated).compliance))
    }
    return found
  }

  private static func rated(_ units: [UnitFigures], _ isRated: [Bool]) -> Tally {
    var tally = Tally()
    for unit in units {
      for entry in unit.tallies where isRated[entry.indicator] { tally += entry.tally }
    }
    return tally
  }
}

/// The units of a city as a tree, with their heads and rates.
struct UnitsPage {
  let sight: Sight
  let judged: JudgedCity
  private let units: [UnitOfTree]

  init(_ sight: Sight, _ place: RunPlace) async throws {
    let judged = try await sight.judged(place)
    (self.sight, self.judged) = (sight, judged)
    units = try await sight.connection.withResults(of: [judged.run], in: judged.city.code) { _ in
      let indicators = try await sight.indicators(of: judged)
      return try await UnitTreeReader(sight: sight, judged: judged, indicators: indicators).units()
    }
  }

  func content() async throws -> PageContent {
    var page = PageContent(sight(WebPageMessages.units), of: judged, namesPersons: true)
    page.trail = sight.trail(to: judged)
    page.standing = try await sight.standing(of: judged)
    page.add(Self.table(units, RunPlace(judged.run), sight))
    page.add(PageParts(language: sight.language).legend)
    return page
  }

  static func table(_ units: [UnitOfTree], _ run: RunPlace, _ sight: Sight) -> DataTable {
    let columns = [
      TableColumn(.words, ReportWords.unit), TableColumn(.identifier, ResultPageMessages.unitID),
      TableColumn(.text, CityPageMessages.head), TableColumn(.counted(.met), ReportWords.status(.met)),
      TableColumn(.counted(.unmet), ReportWords.status(.unmet)), TableColumn(.counted(.atRisk), ReportWords.status(.atRisk)),
      TableColumn(.counted(.noData), ReportWords.status(.noData)), TableColumn(.rate, CityPageMessages.ownRate),
      TableColumn(.rate, CityPageMessages.wholeRate), TableColumn(.counted(.unmet), CityPageMessages.wholeUnmet),
    ]
    let rows = units.map { unit -> DataRow in
      let id = unit.figures.id
      let total = unit.figures.total
      let name = id.isEmpty ? sight(CityPageMessages.noUnit) : unit.figures.name
      func list(_ status: Status) -> Place? {
        total[status] == 0 || id.isEmpty ? nil : .results(run, ListFilter(unit: id, statuses: [status]), after: nil)
      }
      return DataRow(
        [
          DataCell(name, .unit(run, id: id)), DataCell(id),
          DataCell(unit.head?.name ?? "", unit.head.map { .person(run, id: $0.id) }, below: unit.head?.post),
          DataCell(total.met, list(.met)), DataCell(total.unmet, list(.unmet)), DataCell(total.atRisk, list(.atRisk)),
          DataCell(total.noData, list(.noData)), DataCell(unit.ownRate), DataCell(unit.wholeRate), DataCell(unit.whole.unmet),
        ], bar: total, depth: unit.figures.depth)
    }
    var table = DataTable("units", columns, rows)
    table.title = WebPageMessages.units
    table.note = CityPageMessages.unitsReading
    table.isTinted = true
    return table
  }
}

/// One unit: its duties, what it has to see to, the units below it.
struct UnitPage {
  let sight: Sight
  let judged: JudgedCity
  private let unit: UnitOfTree
  private let below: [UnitOfTree]
  private let indicators: [RunIndicator]
  private let open: ResultsPage
  private let about: [ResultRow]

  private static let shown = 50

  /// - Throws: `PageProblem.notFound` for a unit that has no verdict, or is not the viewer's.
  init(_ sight: Sight, _ place: RunPlace, id: String) async throws {
    let judged = try await sight.judged(place)
    (self.sight, self.judged) = (sight, judged)
    (unit, below, indicators, open, about) = try await sight.connection.withResults(of: [judged.run], in: judged.city.code) { _ in
      let indicators = try await sight.indicators(of: judged)
      let all = try await UnitTreeReader(sight: sight, judged: judged, indicators: indicators).units()
      guard let index = all.firstIndex(where: { $0.figures.id == id }) else { throw PageProblem.notFound }
      let unit = all[index]
      let following = all[(index + 1)...]
      let below =
        id.isEmpty ? [] : Array(following.prefix { $0.figures.depth > unit.figures.depth && !$0.figures.id.isEmpty })
      func page(_ filter: ResultFilter) async throws -> ResultsPage {
        try await PageReader(
          run: judged.run, indicators: filter.kept(of: indicators), filter: filter, search: "", language: sight.language,
          connection: sight.connection
        ).page(after: nil, limit: Self.shown)
      }
      let open = try await page(ResultFilter(statuses: [.unmet, .atRisk, .noData], units: [id]))
      let own = indicators.filter { $0.indicator.subjectKind == SubjectKind.unit.code }.map(\.indicator.id)
      let about =
        own.isEmpty || id.isEmpty
        ? [] : try await page(ResultFilter(indicators: own, units: [id])).rows.filter { $0.subjectID == id }
      return (unit, below, indicators, open, about)
    }
  }

  func content() async throws -> PageContent {
    let run = RunPlace(judged.run)
    let name = unit.figures.id.isEmpty ? sight(CityPageMessages.noUnit) : unit.figures.name
    var page = PageContent(name, of: judged, namesPersons: true)
    page.entry.subject = unit.figures.id
    page.trail = sight.trail(to: judged) + [PageContent.Crumb(sight(WebPageMessages.units), .units(run))]
    page.standing = try await sight.standing(of: judged)
    page.add(facts(run))
    page.add(duties(run))
    let rows = ResultRows(sight: sight, run: run)
    var open = rows.table("open", self.open.rows)
    open.title = CityPageMessages.openResults
    let filter = ListFilter(unit: unit.figures.id, statuses: [.unmet, .atRisk, .noData])
    if self.open.next != nil { open.next = .results(run, filter, after: self.open.next) }
    page.add(open)
    if !about.isEmpty {
      var table = rows.table("about", about)
      table.title = CityPageMessages.about
      page.add(table)
    }
    if !below.isEmpty {
      var table = UnitsPage.table(below, run, sight)
      table.title = CityPageMessages.below
      page.add(table)
    }
    return page
  }

  private func facts(_ run: RunPlace) -> HTML {
    let head = unit.head.map { head -> HTML in
      "<a href=\"\(Place.person(run, id: head.id).address.text)\">\(head.name)</a> <span class=\"soft\">\(head.post)</span>"
    }
    return """
      <dl class="facts"><dt>\(sight(ResultPageMessages.unitID))</dt><dd><code>\(unit.figures.id)</code></dd>\
      <dt>\(sight(CityPageMessages.head))</dt><dd>\(head ?? HTML(sight(WorkListMessages.noHead)))</dd>\
      <dt>\(sight(CityPageMessages.ownRate))</dt><dd><b>\(unit.ownRate?.percent ?? "—")</b></dd>\
      <dt>\(sight(CityPageMessages.wholeRate))</dt><dd>\(unit.wholeRate?.percent ?? "—")</dd></dl>\
      \(StatusBar(unit.figures.total, sight.language).html)\(PageParts(language: sight.language).legend)
      """
  }

  private func duties(_ run: RunPlace) -> DataTable {
    let columns =
      [TableColumn(.words, ReportWords.indicator), TableColumn(.words, CityPageMessages.article)]
      + Tally.reported.map { TableColumn(.counted($0), ReportWords.status($0)) } + [TableColumn(.rate, ReportWords.compliance)]
    let rows = unit.figures.tallies.map { entry -> DataRow in
      let indicator = indicators[entry.indicator]
      let id = indicator.indicator.id
      return DataRow(
        [
          DataCell(indicator.indicator.title.text(in: sight.language), .indicator(run, id: id)),
          DataCell(indicator.article.title.text(in: sight.language), below: indicator.article.id),
        ]
          + Tally.reported.map { status in
            DataCell(
              entry.tally[status],
              entry.tally[status] == 0 || unit.figures.id.isEmpty
                ? nil : .results(run, ListFilter(indicator: id, unit: unit.figures.id, statuses: [status]), after: nil))
          } + [DataCell(indicator.missingTables.isEmpty ? entry.tally.compliance : nil)], bar: entry.tally)
    }
    var table = DataTable("duties", columns, rows)
    table.title = CityPageMessages.duties
    table.isTinted = true
    return table
  }
}
