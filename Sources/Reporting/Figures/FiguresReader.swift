import CadreModel
import DataContract
import Evaluation
import PolicyKit
import PostgresClient

/// Reads a run's figures: from the tallies by unit, never from facts.
struct FiguresReader {
  let connection: PostgresConnection

  func figures(city: City, policy: Policy, run: Run, lastYear: Run?) async throws -> CityFigures {
    var before: [String: Rate] = [:]
    if let lastYear { before = try await rates(of: lastYear, policy: policy) }
    let tallies = try await tallies(of: run)
    let figures = try await indicators(of: run, policy: policy).map { entry in
      IndicatorFigures(
        article: entry.article, indicator: entry.indicator, tally: tallies[entry.ordinal] ?? Tally(),
        missingTables: entry.missingTables, isAssumed: policy.isAssumed(entry.indicator),
        rateLastYear: before[entry.indicator.id])
    }
    return CityFigures(
      city: city, policy: policy, run: run, runLastYear: lastYear, indicators: figures,
      deliveries: try await deliveries(of: city.code))
  }

  /// The run's indicators in catalogue order.
  func indicators(of run: Run, policy: Policy) async throws -> [RunIndicator] {
    let rows = try await connection.query(
      Statement(
        "run indicators",
        """
        select i.ordinal, i.indicator, i.missing_tables
        from run_indicators i
        where i.city_code = $1
          and i.result_set = $2
        order by i.ordinal
        """, [.text(run.city), .text(run.resultSet)]))
    return try rows.compactMap { row in
      let id: String = try row.decode("indicator")
      guard let indicator = policy.indicator(id), let article = policy.article(of: indicator) else { return nil }
      return RunIndicator(
        ordinal: try row.decode("ordinal"), article: article, indicator: indicator,
        missingTables: try row.decode("missing_tables", as: [String].self).compactMap(TableName.init(rawValue:)))
    }
  }

  private func rates(of run: Run, policy: Policy) async throws -> [String: Rate] {
    let tallies = try await tallies(of: run)
    var rates: [String: Rate] = [:]
    for entry in try await indicators(of: run, policy: policy) where entry.missingTables.isEmpty {
      rates[entry.indicator.id] = tallies[entry.ordinal]?.compliance
    }
    return rates
  }

  /// Adding up numbers of four bytes costs the server half of what those of eight do; no unit has so many results.
  private func tallies(of run: Run) async throws -> [Int: Tally] {
    let rows = try await connection.query(
      Statement(
        "indicator tallies",
        """
        select
          t.ordinal,
          sum(t.met::integer) as met,
          sum(t.unmet::integer) as unmet,
          sum(t.pending::integer) as pending,
          sum(t.at_risk::integer) as at_risk,
          sum(t.exempt::integer) as exempt,
          sum(t.no_data::integer) as no_data,
          sum(t.info::integer) as info
        from unit_tallies t
        where t.city_code = $1
          and t.result_set = $2
        group by t.ordinal
        """, [.text(run.city), .text(run.resultSet)]))
    var tallies: [Int: Tally] = [:]
    for row in rows { tallies[try row.decode("ordinal")] = try Tally(row) }
    return tallies
  }

  private func deliveries(of city: String) async throws -> [Delivery] {
    let rows = try await connection.query(
      Statement(
        "deliveries",
        """
        select distinct on (f.table_name)
          f.table_name,
          i.import_number,
          i.imported_on
        from import_files f
        join imports i
          on i.city_code = f.city_code
          and i.import_number = f.import_number
        where f.city_code = $1
        order by f.table_name, f.import_number desc
        """, [.text(city)]))
    var imports: [String: Delivery.LastImport] = [:]
    for row in rows {
      imports[try row.decode("table_name")] = Delivery.LastImport(
        number: try row.decode("import_number"), on: try row.decode("imported_on"))
    }
    return TableName.allCases.map { Delivery(table: $0, lastImport: imports[$0.rawValue]) }
  }
}

/// One indicator of a stored run.
struct RunIndicator: Sendable {
  let ordinal: Int
  let article: Article
  let indicator: Indicator
  let missingTables: [TableName]
}

extension Tally {
  /// From a row with a column for each status.
  init(_ row: Row) throws(PostgresError) {
    self.init(
      met: try row.decode("met"), unmet: try row.decode("unmet"), pending: try row.decode("pending"),
      atRisk: try row.decode("at_risk"), exempt: try row.decode("exempt"), noData: try row.decode("no_data"),
      info: try row.decode("info"))
  }
}
