import CadreModel
import DataContract
package import PolicyKit
package import PostgresClient

/// Reads a run's figures: from what was counted when it was judged, never from facts.
package struct FiguresReader {
  package let connection: PostgresConnection

  package init(connection: PostgresConnection) {
    self.connection = connection
  }

  /// - Parameter indicators: of the city's run.
  package nonisolated(nonsending) func figures(
    of judged: JudgedCity, _ indicators: [RunIndicator]
  ) async throws -> CityFigures {
    let policy = judged.policy
    var before: [String: Rate] = [:]
    var statisticsBefore = RunStatistics()
    if let lastYear = judged.runLastYear {
      let indicatorsBefore = try await self.indicators(of: lastYear, policy: policy)
      for entry in indicatorsBefore where entry.missingTables.isEmpty {
        before[entry.indicator.id] = entry.tally.compliance
      }
      statisticsBefore = try await statistics(of: lastYear, indicatorsBefore)
    }
    let statistics = try await statistics(of: judged.run, indicators)
    let figures = indicators.map { entry in
      let figures = statistics.figures(of: entry.indicator, lastYear: statisticsBefore)
      return IndicatorFigures(
        article: entry.article, indicator: entry.indicator, tally: entry.tally,
        missingTables: entry.missingTables, isAssumed: policy.isAssumed(entry.indicator),
        rateLastYear: before[entry.indicator.id], statistics: figures,
        value: statistics.value(of: entry.indicator, figures))
    }
    let (newestFact, today) = try await newestFact(of: judged.run)
    return CityFigures(
      judged.under, run: judged.run, runLastYear: judged.runLastYear, indicators: figures,
      deliveries: try await deliveries(of: judged.run), newestFact: newestFact, today: today,
      // What contradicted itself in the data of then is not on record.
      contradictions: judged.run.knownAsOf == nil ? try await contradictions(of: judged.city.code) : [],
      parameters: judged.parameters)
  }

  /// The run's indicators in catalogue order.
  package nonisolated(nonsending) func indicators(of run: Run, policy: Policy) async throws -> [RunIndicator] {
    let rows = try await connection.query(
      Statement(
        "run indicators",
        """
        select
          i.ordinal,
          i.indicator,
          i.missing_tables,
          i.met,
          i.unmet,
          i.pending,
          i.at_risk,
          i.exempt,
          i.no_data,
          i.info
        from run_indicators i
        where i.city_code = $1
          and i.run_id = $2
        order by i.ordinal
        """, [.text(run.city), .text(run.id)]))
    let known = policy.articles.flatMap { article in article.indicators.map { ($0.id, (article, $0)) } }
    let entries = Dictionary(known) { first, _ in first }
    return try rows.compactMap { row in
      guard let (article, indicator) = entries[try row.decode("indicator")] else { return nil }
      return RunIndicator(
        ordinal: try row.decode("ordinal"), article: article, indicator: indicator,
        missingTables: try row.decode("missing_tables", as: [String].self).compactMap(TableName.init(rawValue:)),
        tally: try Tally(row))
    }
  }

  /// The latest day that a row of the city is dated, as its imports have noted; and the day on which that is asked.
  private nonisolated(nonsending) func newestFact(of run: Run) async throws -> (newest: Day?, today: Day) {
    let rows = try await connection.query(
      Statement(
        "newest fact",
        """
        select
          max(f.newest_on)::text as newest_on,
          current_date::text as today
        from import_files f
        where f.city_code = $1
          and f.import_number <= coalesce($2::integer, f.import_number)
        """, [.text(run.city), run.knownAsOf.map { .int(Int64($0)) } ?? .null]))
    let newest = try rows.first?.decode("newest_on", as: String?.self)
    let today = try rows.first?.decode("today", as: String.self)
    return (newest.flatMap { $0 }.flatMap { Day($0) }, today.flatMap { Day($0) } ?? run.asOf)
  }

  /// What contradicts itself in the city's data, as its imports have found; in the order of the kinds.
  private nonisolated(nonsending) func contradictions(of city: String) async throws -> [ContradictionCount] {
    let rows = try await connection.query(
      Statement(
        "contradictions",
        """
        select
          c.kind,
          count(*) as count
        from contradictions c
        where c.city_code = $1
        group by c.kind
        """, [.text(city)]))
    var counts: [String: Int] = [:]
    for row in rows { counts[try row.decode("kind")] = try row.decode("count", as: Int.self) }
    return Contradiction.allCases.compactMap { kind in
      counts[kind.rawValue].map {
        ContradictionCount(kind: kind.rawValue, label: Label(kind.chinese, kind.english), count: $0)
      }
    }
  }

  private nonisolated(nonsending) func deliveries(of run: Run) async throws -> [Delivery] {
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
          and f.import_number <= coalesce($2::integer, f.import_number)
        order by f.table_name, f.import_number desc
        """, [.text(run.city), run.knownAsOf.map { .int(Int64($0)) } ?? .null]))
    var imports: [String: Delivery.LastImport] = [:]
    for row in rows {
      imports[try row.decode("table_name")] = Delivery.LastImport(
        number: try row.decode("import_number"), on: try row.decode("imported_on"))
    }
    return TableName.allCases.map { Delivery(table: $0, lastImport: imports[$0.rawValue]) }
  }
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
