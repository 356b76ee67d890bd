import CadreModel
import PolicyKit
package import PostgresClient

/// Reads what becomes of a city's open duties, from its run and from those of the day ahead and of earlier years.
package struct ForecastReader {
  private let runs: ForecastRuns
  private let connection: PostgresConnection

  package init(_ runs: ForecastRuns, connection: PostgresConnection) {
    (self.runs, self.connection) = (runs, connection)
  }

  /// Reads in a transaction that holds the results of all its runs.
  ///
  /// - Throws: `ResultsError.replaced`, `PostgresError`.
  package nonisolated(nonsending) func forecast() async throws -> CityForecast {
    let (judged, end) = (runs.judged, runs.end)
    return try await connection.withResults(of: runs.all, in: judged.city.code) { connection in
      let reader = FiguresReader(connection: connection)
      let indicators = try await reader.indicators(of: judged.run, policy: judged.policy)
      let figures = try await reader.figures(of: judged, indicators)
      let atEnd = Dictionary(
        try await reader.indicators(of: end, policy: judged.policy).map { ($0.ordinal, $0.tally) }
      ) { first, _ in first }
      let byUnit = try await counts()
      var past: [Int: [DutyForecast.PastYear]] = [:]
      for year in runs.past {
        for (ordinal, found) in try await outcome(of: year) { past[ordinal, default: []].append(found) }
      }
      let duties = indicators.filter { !$0.indicator.isStatistic }
      let units = try await ResponsibleUnits.read(of: judged.run, on: connection)
      return CityForecast(
        figures: figures, end: end,
        duties: duties.map { entry in
          DutyForecast(
            article: entry.article, indicator: entry.indicator, tally: entry.tally, atEnd: atEnd[entry.ordinal] ?? Tally(),
            counts: (byUnit[entry.ordinal] ?? [:]).values.reduce(into: ForecastCounts()) { $0 += $1 },
            past: past[entry.ordinal] ?? [], isComplete: entry.missingTables.isEmpty)
        },
        units: units.units.flatMap { unit in
          duties.compactMap { entry in
            byUnit[entry.ordinal]?[unit.id].map {
              UnitForecast(unit: unit, indicator: entry.indicator, article: entry.article, counts: $0)
            }
          }
        })
    }
  }

  /// Selects the results of a run that were open and fall due by a day.
  private static func open(in run: Run, dueBy end: Day) -> String {
    """
    select
      r.ordinal,
      r.subject_id,
      r.period,
      coalesce(r.class, '') as class,
      coalesce(r.unit_id, '') as unit_id
    from results r
    where r.city_code = \(run.city.sqlLiteral)
      and r.result_set = \(run.resultSet.sqlLiteral)
      and \(OpenDuties.condition)
      and coalesce(r.due_on <= \(end.sql), true)
    """
  }

  /// Selects the results of a run of some statuses.
  private static func decided(in run: Run, _ statuses: [Status]) -> String {
    """
    select
      r.ordinal,
      r.subject_id,
      r.period,
      coalesce(r.class, '') as class,
      coalesce(r.unit_id, '') as unit_id,
      r.status
    from results r
    where r.city_code = \(run.city.sqlLiteral)
      and r.result_set = \(run.resultSet.sqlLiteral)
      and r.status in (\(statuses.map(\.rawValue.sqlLiteral).joined(separator: ", ")))
    """
  }

  private static let same = """
    e.ordinal = o.ordinal
          and e.subject_id = o.subject_id
          and e.period = o.period
          and e.class = o.class
    """

  /// By ordinal and unit: as the day ahead names the unit, else as now.
  private nonisolated(nonsending) func counts() async throws -> [Int: [String: ForecastCounts]] {
    let run = runs.judged.run
    let rows = try await connection.query(
      Statement(
        "what becomes of open duties",
        """
        with open_duty as (
          \(hanging: Self.open(in: run, dueBy: runs.end.asOf))
        ),
        unmet_at_end as (
          \(hanging: Self.decided(in: runs.end, [.unmet]))
        ),
        judged_now as (
          select
            r.ordinal,
            r.subject_id,
            r.period,
            coalesce(r.class, '') as class
          from results r
          where r.city_code = \(run.city.sqlLiteral)
            and r.result_set = \(run.resultSet.sqlLiteral)
        ),
        counted as (
          select
            o.ordinal,
            coalesce(e.unit_id, o.unit_id) as unit_id,
            1 as open,
            (e.ordinal is not null)::integer as open_unmet,
            0 as later_unmet
          from open_duty o
          left join unmet_at_end e
            on \(Self.same)
          union all
          select
            e.ordinal,
            e.unit_id,
            0,
            0,
            1
          from unmet_at_end e
          where not exists (
            select
            from judged_now o
            where \(Self.same)
          )
        )
        select
          c.ordinal::integer as ordinal,
          c.unit_id,
          sum(c.open)::bigint as open,
          sum(c.open_unmet)::bigint as open_unmet,
          sum(c.later_unmet)::bigint as later_unmet
        from counted c
        group by
          c.ordinal,
          c.unit_id
        """, []))
    var counts: [Int: [String: ForecastCounts]] = [:]
    for row in rows {
      counts[try row.decode("ordinal"), default: [:]][try row.decode("unit_id")] = ForecastCounts(
        open: try row.decode("open"), openUnmet: try row.decode("open_unmet"), laterUnmet: try row.decode("later_unmet"))
    }
    return counts
  }

  /// What became in an earlier year of those that were open then, by ordinal.
  private nonisolated(nonsending) func outcome(
    of year: (asOf: Run, end: Run)
  ) async throws -> [Int: DutyForecast.PastYear] {
    let rows = try await connection.query(
      Statement(
        "what became of open duties",
        """
        with open_duty as (
          \(hanging: Self.open(in: year.asOf, dueBy: year.end.asOf))
        ),
        decided_at_end as (
          \(hanging: Self.decided(in: year.end, [.met, .unmet]))
        )
        select
          o.ordinal::integer as ordinal,
          count(*) filter (where e.status = 'met') as met,
          count(*) filter (where e.status = 'unmet') as unmet
        from open_duty o
        join decided_at_end e
          on \(Self.same)
        group by o.ordinal
        """, []))
    var found: [Int: DutyForecast.PastYear] = [:]
    for row in rows {
      found[try row.decode("ordinal")] = DutyForecast.PastYear(
        end: year.end.asOf, met: try row.decode("met"), unmet: try row.decode("unmet"))
    }
    return found
  }
}
