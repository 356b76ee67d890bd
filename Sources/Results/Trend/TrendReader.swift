import CadreModel
import PolicyKit
package import PostgresClient

/// Reads what a city was judged to be at earlier dates: of the runs' own counts, which stay when their results are gone.
package struct TrendReader {
  private let connection: PostgresConnection

  package init(connection: PostgresConnection) {
    self.connection = connection
  }

  /// A city at those of the dates at which it was judged under the same policy and scenario as a run. Of each date its
  /// latest run counts; of the run's own, the run itself.
  ///
  /// - Parameters:
  ///   - withUnits: counts by unit, too, where a run's results are stored.
  ///   - unit: the id of the unit that is wanted, with those below it; nil for all.
  package nonisolated(nonsending) func trend(
    of judged: JudgedCity, _ dates: TrendDates, withUnits: Bool = false, unit: String? = nil
  ) async throws -> CityTrend {
    let runs = try await runs(at: dates.shown.filter { $0 != judged.run.asOf }, like: judged.run) + [judged.run]
    let reader = FiguresReader(connection: connection)
    var points: [TrendPoint] = []
    for run in runs.sorted(by: { $0.asOf < $1.asOf }) {
      let figures = try await reader.indicators(of: run, policy: judged.policy).map { entry in
        IndicatorFigures(
          article: entry.article, indicator: entry.indicator, tally: entry.tally, missingTables: entry.missingTables,
          isAssumed: judged.policy.isAssumed(entry.indicator), rateLastYear: nil)
      }
      points.append(TrendPoint(run: run, indicators: figures, isOfSameData: run.watermark == judged.run.watermark))
    }
    let units = withUnits ? try await units(of: points.map(\.run), below: unit) : []
    return CityTrend(judged.under, points: points, units: units)
  }

  private nonisolated(nonsending) func runs(at days: [Day], like run: Run) async throws -> [Run] {
    try await RunReader(connection: connection).runs(
      where: """
        r.city_code = $1
          and r.policy = $2
          and r.scenario = $3
          and r.as_of = any ($4::text[]::date[])
          and r.known_as_of is not distinct from $5::integer
          and not exists (
            select 1
            from runs l
            where l.city_code = r.city_code
              and l.policy = r.policy
              and l.scenario = r.scenario
              and l.as_of = r.as_of
              and l.known_as_of is not distinct from r.known_as_of
              and (
                l.evaluated_on > r.evaluated_on
                or l.evaluated_on = r.evaluated_on and l.run_id < r.run_id
              )
          )
        """,
      [
        .text(run.city), .text(run.policy), .text(run.scenario), .textArray(days.map(\.description)),
        run.knownAsOf.map { .int(Int64($0)) } ?? .null,
      ])
  }

  private nonisolated(nonsending) func units(of runs: [Run], below unit: String?) async throws -> [UnitTrend] {
    guard let city = runs.first?.city else { return [] }
    let rows = try await connection.query(
      Statement(
        "unit tallies over time",
        """
        select
          s.run_id,
          t.unit_id,
          sum(t.met)::bigint as met,
          sum(t.unmet)::bigint as unmet,
          sum(t.pending)::bigint as pending,
          sum(t.at_risk)::bigint as at_risk,
          sum(t.exempt)::bigint as exempt,
          sum(t.no_data)::bigint as no_data,
          sum(t.info)::bigint as info
        from unit_tallies t
        join result_sets s
          on s.city_code = t.city_code
          and s.result_set = t.result_set
        join run_indicators i
          on i.city_code = s.city_code
          and i.run_id = s.run_id
          and i.ordinal = t.ordinal
        where t.city_code = $1
          and t.result_set = any ($2::text[])
          and cardinality(i.missing_tables) = 0
        group by
          s.run_id,
          t.unit_id
        having sum(t.met + t.unmet + t.pending + t.at_risk + t.exempt + t.no_data) > 0
        """, [.text(city), .textArray(runs.map(\.resultSet).filter { !$0.isEmpty })]))
    let days = Dictionary(runs.map { ($0.id, $0.asOf) }) { first, _ in first }
    var tallies: [String: [Day: Tally]] = [:]
    for row in rows {
      guard let day = days[try row.decode("run_id")] else { continue }
      tallies[try row.decode("unit_id"), default: [:]][day] = try Tally(row)
    }
    let nodes = try await UnitReader.nodes(of: city, on: connection)
    let ordered = UnitTree.ordered(nodes)
    let branch = unit.map { UnitBranch(ids: UnitTree.branch(of: $0, in: nodes)) }
    let sums = Self.withUnitsBelow(ordered, tallies)
    let known = ordered.indices.compactMap { place -> UnitTrend? in
      let node = ordered[place].node
      guard branch?.contains(node.id) ?? true, tallies[node.id] != nil || sums[place] != nil else { return nil }
      return UnitTrend(id: node.id, name: node.name, tallies: tallies[node.id] ?? [:], withUnitsBelow: sums[place])
    }
    guard branch == nil, let none = tallies[""] else { return known }
    return known + [UnitTrend(id: "", name: "", tallies: none)]
  }

  /// By place in the tree's order: of those that have units below them the counts of all together; nil where nothing was counted.
  private static func withUnitsBelow(
    _ ordered: [(node: UnitTree.Node, depth: Int)], _ tallies: [String: [Day: Tally]]
  ) -> [[Day: Tally]?] {
    let superiors = UnitTree.superiors(of: ordered)
    let superior = Set(superiors.compactMap(\.self))
    var sums = ordered.map { tallies[$0.node.id] ?? [:] }
    // From the last one back: whoever is above comes before.
    for place in ordered.indices.reversed() {
      guard let above = superiors[place] else { continue }
      for (day, tally) in sums[place] { sums[above][day, default: Tally()] += tally }
    }
    return ordered.indices.map { superior.contains($0) && !sums[$0].isEmpty ? sums[$0] : nil }
  }
}
