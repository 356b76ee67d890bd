package import CadreModel
import PolicyKit
package import PostgresClient

/// Reads what a meeting should know of a city, within a transaction that reads its run.
package struct BriefReader {
  private let figures: CityFigures
  private let indicators: [RunIndicator]
  private let language: Language
  private let connection: PostgresConnection

  /// So many of each kind stand out: as many as fit on a page of one city.
  package static let most = 6
  /// With fewer verdicts the change of a rate says little.
  private static let verdictsForChange = 10

  package init(figures: CityFigures, indicators: [RunIndicator], language: Language, connection: PostgresConnection) {
    (self.figures, self.indicators, self.language, self.connection) = (figures, indicators, language, connection)
  }

  package nonisolated(nonsending) func brief() async throws -> CityBrief {
    let asOf = figures.run.asOf
    let (monthEnd, nextEnd) = (asOf.monthEnd, asOf.monthEnd.adding(days: 1).monthEnd)
    let calendar = try await CalendarReader(
      run: figures.run, indicators: indicators, upTo: nextEnd, names: 1, language: language, connection: connection)
    var groups = DueGroups()
    try await calendar.entries { groups.add($0) }
    func due(_ last: Day) -> [DueGroup] {
      let members = groups.of(.month).first { $0.id == last.monthName }?.members ?? []
      return Array(members.sorted { ($1.count, $0.indicator.id) < ($0.count, $1.indicator.id) }.prefix(Self.most))
    }
    return CityBrief(
      figures: figures, change: try await change(), shortfalls: try await shortfalls(), worse: worse, dueThisMonth: due(monthEnd),
      dueNextMonth: due(nextEnd),
      units: try await units())
  }

  private nonisolated(nonsending) func change() async throws -> Rate? {
    guard let before = figures.runLastYear, figures.isComplete, let now = figures.total.compliance else { return nil }
    let entries = try await FiguresReader(connection: connection).indicators(of: before, policy: figures.policy)
    guard entries.allSatisfy(\.missingTables.isEmpty) else { return nil }
    return entries.reduce(into: Tally()) { $0 += $1.tally }.compliance.map { now - $0 }
  }

  private var worse: [IndicatorFigures] {
    let fallen = figures.indicators.filter { entry in
      !entry.indicator.isStatistic && entry.tally.met + entry.tally.unmet >= Self.verdictsForChange
        && entry.change.map { $0.tenThousandths < 0 } == true
    }
    return Array(fallen.sorted { ($0.change?.tenThousandths ?? 0) < ($1.change?.tenThousandths ?? 0) }.prefix(Self.most))
  }

  /// No duty has more persons than unmet results: those with fewer results than the last one found has persons are not counted.
  private nonisolated(nonsending) func shortfalls() async throws -> [CityBrief.Shortfall] {
    var found: [CityBrief.Shortfall] = []
    for entry in indicators.sorted(by: { ($1.tally.unmet, $0.ordinal) < ($0.tally.unmet, $1.ordinal) }) {
      guard entry.tally.unmet > 0, entry.missingTables.isEmpty,
        let figures = figures.indicators.first(where: { $0.indicator.id == entry.indicator.id }),
        let person = PersonOfSubject(of: entry.indicator.subjectKind, city: city)
      else { continue }
      if found.count == Self.most, let least = found.last?.persons, entry.tally.unmet <= least { break }
      let rows = try await connection.query(
        Statement(
          "persons who fall short",
          """
          select count(distinct \(person.id)) as persons
          from results r
          \(person.joins)
          where r.city_code = \(city)
            and r.result_set = \(self.figures.run.resultSet.sqlLiteral)
            and r.ordinal = \(entry.ordinal)
            and r.status = 'unmet'
          """, []))
      let persons: Int = try rows.first?.decode("persons") ?? 0
      guard persons > 0 else { continue }
      found.append(CityBrief.Shortfall(figures: figures, persons: persons))
      // Equal ones stay in the order of their results.
      found = Array(
        found.enumerated().sorted { ($1.element.persons, $0.offset) < ($0.element.persons, $1.offset) }
          .map(\.element).prefix(Self.most))
    }
    return found
  }

  private var city: String { figures.run.city.sqlLiteral }

  private nonisolated(nonsending) func units() async throws -> [CityBrief.OpenUnit] {
    let responsible = try await ResponsibleUnits.read(of: figures.run, on: connection)
    let all = try await UnitReader(run: figures.run, indicators: indicators, connection: connection).units()
    let open = all.filter { !$0.id.isEmpty }.map { entry in
      CityBrief.OpenUnit(unit: responsible.unit(entry.id), unmet: entry.total.unmet, atRisk: entry.total.atRisk)
    }
    // Equal ones stay in tree order.
    return Array(
      open.filter { $0.open > 0 }.enumerated().sorted { ($1.element.open, $0.offset) < ($0.element.open, $1.offset) }
        .map(\.element).prefix(Self.most))
  }
}
