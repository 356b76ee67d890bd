import CadreModel
import Evaluation
import PolicyKit
import PostgresClient

/// Reads what the report on one city is made of, beside its files of results.
struct CityReportReader {
  let figures: CityFigures
  let indicators: [RunIndicator]
  let language: Language
  let connection: PostgresConnection

  private static let exceptionsPerIndicator = 5
  /// One duty of everybody must not hide the rest.
  private static let duePerIndicator = 6

  /// The names for all results.
  nonisolated(nonsending) func names() async throws -> SubjectNames { try await query.names(on: connection) }

  /// Copies what needs attention; the first lines are the unmet ones.
  nonisolated(nonsending) func copyExceptions(
    into file: OutputFile?, _ names: SubjectNames
  ) async throws -> CopiedResults {
    var query = query
    query.filter.statuses = ResultFilter.exceptions.statuses
    let unmet = FirstLines(Self.exceptionsPerIndicator, status: Array(Status.unmet.rawValue.utf8))
    return try await query.copy(into: file, names: names, picking: unmet, on: connection)
  }

  /// Copies what falls due within the horizon, by date.
  nonisolated(nonsending) func copyDue(into file: OutputFile?, _ names: SubjectNames) async throws -> CopiedResults {
    try await due.copyByDueDate(
      into: file, names: names, picking: FirstLines(Self.duePerIndicator), on: connection)
  }

  private var query: ResultsQuery {
    ResultsQuery(run: figures.run, indicators: indicators, language: language)
  }

  /// What falls due after the date and within the horizon: duties still open, and posts whose tenure ends.
  private var due: ResultsQuery {
    var query = query
    let asOf = figures.run.asOf
    query.filter.condition = """
      (r.status in ('pending', 'at_risk') or r.status = 'met' and r.reason = \(Reason.withinTenure.rawValue.sqlText)) \
      and r.due_on > \(asOf.sql) \
      and r.due_on <= \(asOf.adding(days: CityReport.horizonDays).sql)
      """
    return query
  }

  /// Units that have verdicts, in tree order; last those that are no unit's.
  func units() async throws -> [UnitFigures] {
    var tallies = try await tallies()
    let nodes = try await connection.query(
      Statement(
        "units",
        "select u.unit_id, u.unit_name, u.parent_unit_id from units u where u.city_code = $1",
        [.text(figures.city.code)])
    ).map { row in
      UnitTree.Node(
        id: try row.decode("unit_id"), name: try row.decode("unit_name"), parent: try row.decode("parent_unit_id"))
    }
    var units = UnitTree.ordered(nodes).compactMap { entry in
      tallies.of(unit: entry.node.id).map {
        UnitFigures(id: entry.node.id, name: entry.node.name, depth: entry.depth, tallies: $0)
      }
    }
    if let none = tallies.of(unit: "") { units.append(UnitFigures(id: "", name: "", depth: 0, tallies: none)) }
    return units
  }

  /// Counts by unit, without statistics.
  private func tallies() async throws -> UnitTallies {
    var reader = UnitTallies(
      positions: Dictionary(uniqueKeysWithValues: indicators.enumerated().map { ($1.ordinal, $0) }))
    let stream = try await connection.copyOut(
      Statement("unit tallies", "copy (\n\(UnitTallies.select(of: figures.run))\n) to stdout (format csv)", []))
    for try await chunk in stream { reader.add(chunk) }
    return reader
  }
}
