import CadreModel
import Evaluation
import PolicyKit
import PostgresClient

/// Reads what the report on one city is made of, beside its files of results.
struct CityReportReader: Sendable {
  let figures: CityFigures
  let indicators: [RunIndicator]
  let language: Language
  let connection: PostgresConnection

  /// What needs attention.
  var exceptions: ResultsQuery {
    var query = query
    query.filter.statuses = ResultFilter.exceptions.statuses
    return query
  }

  /// What falls due after the date and within the horizon: duties still open, and posts whose tenure ends.
  var due: ResultsQuery {
    var query = query
    let asOf = figures.run.asOf
    query.filter.condition = """
      (r.status in ('pending', 'at_risk') or r.status = 'met' and r.reason = \(Reason.withinTenure.rawValue.sqlText)) \
      and r.due_on > \(asOf.sql) \
      and r.due_on <= \(asOf.adding(days: CityReport.horizonDays).sql)
      """
    return query
  }

  private var query: ResultsQuery {
    ResultsQuery(
      run: figures.run, policy: figures.policy, indicators: indicators, language: language,
      columns: ResultColumn.attention)
  }

  /// The names for all results.
  nonisolated(nonsending) func names() async throws -> SubjectNames { try await query.names(on: connection) }

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
