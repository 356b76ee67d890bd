import CadreModel
import Messages
import PolicyKit
import PostgresClient
import Results

/// The parts of the page for a meeting.
enum BriefSection: CaseIterable {
  case freshness, shortfalls, worse, dueThisMonth, dueNextMonth, units

  var heading: Message {
    switch self {
    case .freshness: BriefMessages.freshness
    case .shortfalls: BriefMessages.shortfalls
    case .worse: BriefMessages.worse
    case .dueThisMonth: BriefMessages.dueThisMonth
    case .dueNextMonth: BriefMessages.dueNextMonth
    case .units: BriefMessages.units
    }
  }

  /// What stands before the numbers.
  var labels: [Message] {
    switch self {
    case .freshness: [ReportWords.city]
    case .shortfalls, .worse: [ReportWords.city, BriefMessages.duty, BriefMessages.clause]
    case .dueThisMonth, .dueNextMonth: [ReportWords.city, BriefMessages.duty]
    case .units: [ReportWords.city, ReportWords.unit, BriefMessages.head]
    }
  }

  /// What the numbers are.
  var measures: [Message] {
    switch self {
    case .freshness:
      [
        BriefMessages.newest, BriefMessages.lastImport, ReportWords.compliance, BriefMessages.change, BriefMessages.unmet,
        BriefMessages.missingTables,
      ]
    case .shortfalls: [BriefMessages.persons, ReportWords.compliance]
    case .worse: [ReportWords.compliance, BriefMessages.change, BriefMessages.unmet]
    case .dueThisMonth, .dueNextMonth: [BriefMessages.count, BriefMessages.inUnits]
    case .units: [BriefMessages.unmet, BriefMessages.atRisk]
    }
  }
}

/// A line of the page: what it is about, and its numbers, each with where it comes from.
struct BriefRow {
  let section: BriefSection
  let city: City
  /// The indicator's id or the unit's; empty for a city.
  let id: String
  let labels: [String]
  let numbers: [Number]

  struct Number {
    let text: String
    /// Which line on the back, counted from 1.
    let source: Int
  }
}

/// The page for a meeting as values: all cities together, the lines that stand out most, and where each number comes from.
struct BriefContent {
  let asOf: Day
  let cities: [CityBrief]
  let language: Language
  private(set) var rows: [BriefRow] = []
  /// The lines on the back.
  private(set) var sources: [String] = []
  /// What the lines call each run.
  private(set) var runs: [String] = []
  private var names: [String: String] = [:]

  /// So many lines have room, and so many cities.
  static let (mostLines, mostUnits, mostCities) = (5, 6, 6)

  init(_ cities: [CityBrief], asOf: Day, language: Language) {
    (self.cities, self.asOf, self.language) = (cities, asOf, language)
    for city in cities.prefix(Self.mostCities) { addFreshness(city) }
    addShortfalls()
    addWorse()
    addDue(.dueThisMonth, { $0.dueThisMonth }, from: asOf.adding(days: 1), to: asOf.monthEnd)
    let next = asOf.monthEnd.adding(days: 1)
    addDue(.dueNextMonth, { $0.dueNextMonth }, from: next, to: next.monthEnd)
    addUnits()
  }

  func rows(of section: BriefSection) -> [BriefRow] { rows.filter { $0.section == section } }

  // MARK: Sections

  private mutating func addFreshness(_ brief: CityBrief) {
    let figures = brief.figures
    let run = name(of: figures.run, figures.city)
    let imports = source(BriefMessages.imports(run))
    let totals = source(BriefMessages.totals(run))
    let rate = figures.isComplete ? figures.total.compliance : nil
    let before = figures.runLastYear.map { name(of: $0, figures.city) }
    let lastImport = figures.deliveries.compactMap(\.lastImport).max { $0.number < $1.number }
    rows.append(
      BriefRow(
        section: .freshness, city: figures.city, id: "", labels: [figures.city.name(in: language)],
        numbers: [
          BriefRow.Number(text: figures.newestFact?.description ?? "—", source: imports),
          BriefRow.Number(text: lastImport.map { String($0.on.description.prefix(10)) } ?? "—", source: imports),
          BriefRow.Number(text: rate?.percent ?? "—", source: totals),
          BriefRow.Number(
            text: change(brief.change), source: before.map { source(BriefMessages.changeOfTotals(run, before: $0)) } ?? totals),
          BriefRow.Number(text: String(figures.total.unmet), source: totals),
          BriefRow.Number(text: String(figures.missingTables.count), source: imports),
        ]))
  }

  private mutating func addShortfalls() {
    let all = cities.flatMap { city in city.shortfalls.map { (city: city.figures, entry: $0) } }
    for (city, entry) in Self.first(Self.mostLines, of: all, by: { $0.entry.persons }) {
      let source = source(BriefMessages.personsOf(entry.figures.indicator.id, run: name(of: city.run, city.city)))
      add(
        .shortfalls, city, entry.figures,
        [String(entry.persons), entry.figures.compliance?.percent ?? "—"].map { BriefRow.Number(text: $0, source: source) })
    }
  }

  private mutating func addWorse() {
    let all = cities.flatMap { city in city.worse.map { (city: city.figures, entry: $0) } }
    for (city, entry) in Self.first(Self.mostLines, of: all, by: { -($0.entry.change?.tenThousandths ?? 0) }) {
      let before = city.runLastYear.map { name(of: $0, city.city) } ?? ""
      let source = source(BriefMessages.changeOf(entry.indicator.id, run: name(of: city.run, city.city), before: before))
      add(
        .worse, city, entry,
        [entry.compliance?.percent ?? "—", change(entry.change), String(entry.tally.unmet)].map {
          BriefRow.Number(text: $0, source: source)
        })
    }
  }

  private mutating func addDue(_ section: BriefSection, _ due: (CityBrief) -> [DueGroup], from: Day, to: Day) {
    let all = cities.flatMap { city in due(city).map { (city: city.figures, entry: $0) } }
    for (city, entry) in Self.first(Self.mostLines, of: all, by: { $0.entry.count }) {
      let source = source(
        BriefMessages.dueOf(entry.indicator.id, run: name(of: city.run, city.city), from: from, to: to))
      rows.append(
        BriefRow(
          section: section, city: city.city, id: entry.indicator.id,
          labels: [city.city.name(in: language), entry.indicator.title.text(in: language)],
          numbers: [entry.count, entry.unitCount].map { BriefRow.Number(text: String($0), source: source) }))
    }
  }

  private mutating func addUnits() {
    let all = cities.flatMap { city in city.units.map { (city: city.figures, entry: $0) } }
    for (city, entry) in Self.first(Self.mostUnits, of: all, by: { $0.entry.open }) {
      let source = source(BriefMessages.openOf(entry.unit.id, run: name(of: city.run, city.city)))
      let head = entry.unit.head.map { "\($0.name) \($0.post)" } ?? WorkListMessages.noHead.text(in: language)
      rows.append(
        BriefRow(
          section: .units, city: city.city, id: entry.unit.id,
          labels: [city.city.name(in: language), entry.unit.name, head],
          numbers: [entry.unmet, entry.atRisk].map { BriefRow.Number(text: String($0), source: source) }))
    }
  }

  private mutating func add(
    _ section: BriefSection, _ city: CityFigures, _ entry: IndicatorFigures, _ numbers: [BriefRow.Number]
  ) {
    rows.append(
      BriefRow(
        section: section, city: city.city, id: entry.indicator.id,
        labels: [
          city.city.name(in: language), entry.indicator.title.text(in: language), entry.article.title.text(in: language),
        ], numbers: numbers))
  }

  // MARK: Sources

  private mutating func source(_ message: Message) -> Int {
    sources.append(message.text(in: language))
    return sources.count
  }

  /// `R1`, the same for the same run.
  private mutating func name(of run: Run, _ city: City) -> String {
    if let known = names[run.id] { return known }
    let short = "R\(runs.count + 1)"
    names[run.id] = short
    runs.append(
      BriefMessages.run(
        short, city: city, asOf: run.asOf, reference: run.reference, watermark: String(run.watermark.prefix(16))
      ).text(in: language))
    return short
  }

  private func change(_ rate: Rate?) -> String { PageParts(language: language).change(rate) }

  /// The greatest, equal ones in the order given.
  private static func first<T>(_ count: Int, of all: [T], by amount: (T) -> Int) -> [T] {
    all.enumerated().sorted { (amount($1.element), $0.offset) < (amount($0.element), $1.offset) }.map(\.element).prefix(count)
      .map(\.self)
  }
}
