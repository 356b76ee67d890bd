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
    let judged = runs.judged
    return try await connection.withResults(of: runs.all, in: judged.city.code) { connection in
      let reader = FiguresReader(connection: connection)
      let indicators = try await reader.indicators(of: judged.run, policy: judged.policy)
      let figures = try await reader.figures(of: judged, indicators)
      let atEnd = try await atEnd(reader)
      let notBegun = try await notBegun()
      let byUnit = try await counts()
      var past: [Int: [DutyForecast.PastYear]] = [:]
      for year in runs.past {
        for (ordinal, found) in try await outcome(of: year) { past[ordinal, default: []].append(found) }
      }
      let duties = indicators.filter { !$0.indicator.isStatistic }
      let units = try await ResponsibleUnits.read(of: judged.run, on: connection)
      return CityForecast(
        figures: figures, end: runs.ends.last ?? judged.run,
        duties: duties.map { entry in
          DutyForecast(
            article: entry.article, indicator: entry.indicator, tally: entry.tally, atEnd: atEnd[entry.ordinal] ?? Tally(),
            counts: (byUnit[entry.ordinal] ?? [:]).values.reduce(into: ForecastCounts()) { $0 += $1 },
            notBegun: notBegun[entry.ordinal] ?? 0, past: past[entry.ordinal] ?? [], isComplete: entry.missingTables.isEmpty)
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

  // MARK: What ends when

  /// Days of which a run judges what falls due on them to its end.
  private struct Window {
    /// Nil from the beginning on: then also what has no due date.
    let after: Day?
    let run: Run
  }

  private static func windows(_ ends: [Run]) -> [Window] {
    ends.indices.map { Window(after: $0 == 0 ? nil : ends[$0 - 1].asOf, run: ends[$0]) }
  }

  /// Counts at the end of the year, or on the day foreseen where that comes first, and on top of them what falls due after it: what is
  /// met or unmet of that.
  private nonisolated(nonsending) func atEnd(_ reader: FiguresReader) async throws -> [Int: Tally] {
    let judged = runs.judged
    // On the year's last day nothing of it is left to end.
    let ofTheYear = runs.ends.first.flatMap { $0.asOf.year == judged.run.asOf.year ? $0 : nil }
    var tallies = Dictionary(
      try await reader.indicators(of: ofTheYear ?? judged.run, policy: judged.policy).map { ($0.ordinal, $0.tally) }
    ) { first, _ in first }
    for window in Self.windows(runs.ends).dropFirst(ofTheYear == nil ? 0 : 1) {
      for (ordinal, found) in try await outcome(of: runs.judged.run, in: window) {
        tallies[ordinal, default: Tally()].add(found.met, of: .met)
        tallies[ordinal, default: Tally()].add(found.unmet, of: .unmet)
      }
    }
    return tallies
  }

  /// By ordinal, how many results of the day foreseen are of periods that have not begun by the year's end: nothing is foreseen of
  /// them.
  private nonisolated(nonsending) func notBegun() async throws -> [Int: Int] {
    guard let end = runs.ends.last, end.asOf.year > runs.judged.run.asOf.year else { return [:] }
    func judged(_ run: Run) -> String {
      """
      not exists (
            select
            from results o
            where o.city_code = \(run.city.sqlLiteral)
              and o.result_set = \(run.resultSet.sqlLiteral)
              and o.ordinal = e.ordinal
              and o.subject_id = e.subject_id
              and o.period = e.period
          )
      """
    }
    let earlier = [runs.judged.run] + runs.ends.dropLast()
    let rows = try await connection.query(
      Statement(
        "what has not begun",
        """
        select
          e.ordinal::integer as ordinal,
          count(*) as count
        from results e
        where e.city_code = \(end.city.sqlLiteral)
          and e.result_set = \(end.resultSet.sqlLiteral)
          and e.status in ('pending', 'at_risk', 'unmet')
          and \(earlier.map(judged).joined(separator: "\n  and "))
        group by e.ordinal
        """, []))
    var counts: [Int: Int] = [:]
    for row in rows { counts[try row.decode("ordinal")] = try row.decode("count") }
    return counts
  }

  /// Selects the results of a run that were open and fall due within a window.
  private static func open(in run: Run, _ window: Window) -> String {
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
      and \(due(in: window))
    """
  }

  private static func due(in window: Window) -> String {
    let end = window.run.asOf.sql
    return window.after.map { "r.due_on > \($0.sql) and r.due_on <= \(end)" } ?? "coalesce(r.due_on <= \(end), true)"
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
    var counts: [Int: [String: ForecastCounts]] = [:]
    for window in Self.windows(runs.ends) {
      for (ordinal, byUnit) in try await self.counts(in: window) {
        for (unit, found) in byUnit { counts[ordinal, default: [:]][unit, default: ForecastCounts()] += found }
      }
    }
    return counts
  }

  private nonisolated(nonsending) func counts(in window: Window) async throws -> [Int: [String: ForecastCounts]] {
    let run = runs.judged.run
    // Of a later year nothing has begun that is not open now.
    let withLater = window.after == nil && window.run.asOf.year == run.asOf.year
    let rows = try await connection.query(
      Statement(
        "what becomes of open duties",
        """
        with open_duty as (
          \(hanging: Self.open(in: run, window))
        ),
        unmet_at_end as (
          \(hanging: Self.decided(in: window.run, [.unmet]))
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
          where \(withLater)
            and not exists (
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
  private nonisolated(nonsending) func outcome(of year: ForecastRuns.Past) async throws -> [Int: DutyForecast.PastYear] {
    guard let end = year.ends.last else { return [:] }
    var sums: [Int: (met: Int, unmet: Int)] = [:]
    for window in Self.windows(year.ends) {
      for (ordinal, found) in try await outcome(of: year.asOf, in: window) {
        let sum = sums[ordinal] ?? (0, 0)
        sums[ordinal] = (sum.met + found.met, sum.unmet + found.unmet)
      }
    }
    return sums.mapValues { DutyForecast.PastYear(end: end.asOf, met: $0.met, unmet: $0.unmet) }
  }

  /// What became within a window of those that were open in a run, by ordinal.
  private nonisolated(nonsending) func outcome(
    of run: Run, in window: Window
  ) async throws -> [Int: (met: Int, unmet: Int)] {
    let rows = try await connection.query(
      Statement(
        "what became of open duties",
        """
        with open_duty as (
          \(hanging: Self.open(in: run, window))
        ),
        decided_at_end as (
          \(hanging: Self.decided(in: window.run, [.met, .unmet]))
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
    var found: [Int: (met: Int, unmet: Int)] = [:]
    for row in rows { found[try row.decode("ordinal")] = (try row.decode("met"), try row.decode("unmet")) }
    return found
  }
}
