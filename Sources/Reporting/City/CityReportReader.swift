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

  func report() async throws -> CityReport {
    var unmet = query
    unmet.filter.statuses = [.unmet]
    return CityReport(
      figures: figures, units: try await units(),
      exceptions: try await unmet.firstLines(Self.exceptionsPerIndicator, on: connection),
      due: try await due.nearestLines(Self.duePerIndicator, on: connection), dueCount: try await count(due))
  }

  var query: ResultsQuery {
    ResultsQuery(run: figures.run, indicators: indicators, language: language)
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

  private func count(_ query: ResultsQuery) async throws -> Int {
    let rows = try await connection.query(
      Statement(
        "count due",
        """
        select count(*) as results
        from results r
        where r.city_code = $1
          and r.result_set = $2
          and \(query.filter.condition ?? "true")
        """, [.text(figures.run.city), .text(figures.run.resultSet)]))
    guard let row = rows.first else { return 0 }
    return try row.decode("results")
  }

  private func units() async throws -> [UnitFigures] {
    let tallies = try await tallies()
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
      tallies[entry.node.id].map {
        UnitFigures(id: entry.node.id, name: entry.node.name, depth: entry.depth, tallies: $0)
      }
    }
    if let none = tallies[""] { units.append(UnitFigures(id: "", name: "", depth: 0, tallies: none)) }
    return units
  }

  /// Counts by unit, without statistics.
  private func tallies() async throws -> [String: [(indicator: Int, tally: Tally)]] {
    let positions = Dictionary(uniqueKeysWithValues: indicators.enumerated().map { ($1.ordinal, $0) })
    var tallies: [String: [(indicator: Int, tally: Tally)]] = [:]
    let rows = try await connection.stream(
      Statement(
        "unit tallies",
        """
        select t.unit_id, t.ordinal, t.met, t.unmet, t.pending, t.at_risk, t.exempt, t.no_data, t.info
        from unit_tallies t
        where t.city_code = $1
          and t.result_set = $2
          and t.met + t.unmet + t.pending + t.at_risk + t.exempt + t.no_data > 0
        order by t.ordinal
        """, [.text(figures.run.city), .text(figures.run.resultSet)]))
    for try await row in rows {
      guard let position = positions[try row.decode("ordinal")] else { continue }
      tallies[try row.decode("unit_id"), default: []].append((position, try Tally(row)))
    }
    return tallies
  }
}
