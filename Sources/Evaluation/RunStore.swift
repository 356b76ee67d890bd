public import CadreModel
import DataContract
import PolicyKit
public import PostgresClient

/// Stored runs: a partition of results each, its indicators, its tallies.
public struct RunStore: Sendable {
  let connection: PostgresConnection

  public init(connection: PostgresConnection) {
    self.connection = connection
  }

  /// The latest run of a city under a policy at a date; nil where it was never judged.
  public func latest(city: String, policy: String, asOf: Day) async throws -> Run? {
    try await runs(
      where: "r.city_code = $1 and r.policy = $2 and r.as_of = \(asOf.sql) order by r.evaluated_on desc limit 1",
      [.text(city), .text(policy)]
    ).first
  }

  /// The run of that id.
  public func run(city: String, id: String) async throws -> Run? {
    try await runs(where: "r.city_code = $1 and r.run_id = $2", [.text(city), .text(id)]).first
  }

  private func runs(where condition: String, _ parameters: [Parameter]) async throws -> [Run] {
    let rows = try await connection.query(
      Statement(
        "runs",
        """
        select
          r.city_code,
          r.run_id,
          r.result_set,
          r.policy,
          r.as_of::text as as_of,
          r.policy_version,
          r.schema_version,
          r.watermark,
          r.result_count
        from runs r
        where \(condition)
        """, parameters))
    var runs: [Run] = []
    for row in rows {
      guard let asOf = Day(try row.decode("as_of", as: String.self)) else { continue }
      runs.append(
        Run(
          city: try row.decode("city_code"), id: try row.decode("run_id"), resultSet: try row.decode("result_set"),
          policy: try row.decode("policy"), asOf: asOf, policyVersion: try row.decode("policy_version"),
          schemaVersion: try row.decode("schema_version"), watermark: try row.decode("watermark"),
          resultCount: try row.decode("result_count")))
    }
    return runs
  }

  /// Finishes the parts and records the run and its indicators.
  func save(
    _ run: Run, indicators: [Indicator], tablesReceived: Set<TableName>, by evaluatedBy: String
  ) async throws {
    let city = Parameter.text(run.city)
    try await finishParts(of: run)
    try await connection.execute(
      Statement(
        "record run",
        """
        insert into runs (
          city_code, run_id, result_set, policy, as_of, policy_version, schema_version, watermark, result_count,
          evaluated_by
        )
        values ($1, $2, $9, $3, \(run.asOf.sql), $4, $5, $6, $7, $8)
        """,
        [
          city, .text(run.id), .text(run.policy), .text(run.policyVersion), .int(Int64(run.schemaVersion)),
          .text(run.watermark), .int(Int64(run.resultCount)), .text(evaluatedBy), .text(run.resultSet),
        ]))
    try await record(indicators, of: run, tablesReceived)
  }

  private func record(_ indicators: [Indicator], of run: Run, _ tablesReceived: Set<TableName>) async throws {
    let counts = StatusCounts.columns
    try await connection.execute(
      Statement(
        "record indicators",
        """
        with counted as (
          select
            t.ordinal,
            \(counts.map { "sum(t.\($0)) as \($0)" }.joined(separator: ",\n    "))
          from \(Self.tallies(of: run)) t
          group by t.ordinal
        )
        insert into run_indicators (
          city_code, result_set, ordinal, indicator, subject_kind, missing_tables, \(counts.joined(separator: ", "))
        )
        select
          $1,
          $2,
          i.ordinal,
          i.indicator,
          i.subject_kind,
          string_to_array(i.missing_tables, ','),
          \(counts.map { "coalesce(c.\($0), 0)" }.joined(separator: ",\n  "))
        from unnest($3::text[], $4::text[], $5::text[])
          with ordinality as i (indicator, subject_kind, missing_tables, ordinal)
        left join counted c on c.ordinal = i.ordinal
        """,
        [
          .text(run.city), .text(run.resultSet), .textArray(indicators.map(\.id)),
          .textArray(indicators.map(\.subjectKind)), .textArray(Self.missingTables(of: indicators, tablesReceived)),
        ]))
  }

  /// Tables that each indicator needs and the city never handed in, with commas between.
  private static func missingTables(of indicators: [Indicator], _ received: Set<TableName>) -> [String] {
    indicators.map { indicator in
      indicator.tables.filter { !received.contains($0) }.map(\.rawValue).joined(separator: ",")
    }
  }

  // MARK: On newer data

  /// Records that a result set stands for newer data now.
  func renew(_ run: Run, in last: Run, by evaluatedBy: String) async throws {
    let city = Parameter.text(run.city)
    try await connection.execute(
      Statement(
        "renew run",
        """
        update runs r
        set
          run_id = $3,
          watermark = $4,
          result_count = $5,
          policy_version = $7,
          evaluated_on = now(),
          evaluated_by = $6
        where r.city_code = $1
          and r.run_id = $2
        """,
        [
          city, .text(last.id), .text(run.id), .text(run.watermark), .int(Int64(run.resultCount)), .text(evaluatedBy),
          .text(run.policyVersion),
        ]))
  }

  /// Brings up to date which tables each indicator lacks.
  func noteMissingTables(of run: Run, _ indicators: [Indicator], tablesReceived: Set<TableName>) async throws {
    try await connection.execute(
      Statement(
        "note missing tables",
        """
        update run_indicators i
        set missing_tables = string_to_array(n.missing_tables, ',')
        from unnest($3::text[]) with ordinality as n (missing_tables, ordinal)
        where i.city_code = $1
          and i.result_set = $2
          and i.ordinal = n.ordinal
          and i.missing_tables <> string_to_array(n.missing_tables, ',')
        """,
        [
          .text(run.city), .text(run.resultSet), .textArray(Self.missingTables(of: indicators, tablesReceived)),
        ]))
  }

  /// An id for new results: the run's own, or another where results of that id are stored already.
  func freshResultSet(for run: Run) async throws -> String {
    var resultSet = run.id
    while try await !runs(
      where: "r.city_code = $1 and r.result_set = $2", [.text(run.city), .text(resultSet)]
    ).isEmpty {
      resultSet = Run.id(of: resultSet)
    }
    return resultSet
  }

  /// Takes its id from a run, so that another judging of the same may have it; `dropSuperseded` finds it all the same.
  func giveUpID(of run: Run) async throws {
    try await connection.execute(
      Statement(
        "give up id",
        """
        update runs r
        set run_id = $3
        where r.city_code = $1
          and r.run_id = $2
        """, [.text(run.city), .text(run.id), .text(Run.id(of: run.id + run.resultSet))]))
  }

  /// Drops the runs that this one has superseded: the earlier ones of the same city, policy and date; none where another
  /// has taken its own place by now. What somebody is reading stays until the next time.
  func dropSuperseded(by run: Run) async throws {
    let superseded = try await connection.withTransaction(about: run.city) { _ in
      try await runs(
        where: """
          r.city_code = $1
            and r.policy = $2
            and r.as_of = \(run.asOf.sql)
            and r.evaluated_on < (
              select o.evaluated_on
              from runs o
              where o.city_code = $1
                and o.run_id = $3
            )
          """, [.text(run.city), .text(run.policy), .text(run.id)])
    }
    for earlier in superseded { try await drop(earlier) }
  }

  /// Drops one run with everything it made, unless somebody is reading.
  private func drop(_ run: Run) async throws {
    guard try await dropParts(of: run) else { return }
    try await connection.withTransaction(about: run.city) { connection in
      // Sets from before tallies had parts of their own.
      try await connection.execute(
        Statement(
          "drop tallies", "delete from unit_tallies t where t.city_code = $1 and t.result_set = $2",
          [.text(run.city), .text(run.resultSet)]))
      try await connection.execute(
        Statement(
          "drop run", "delete from runs r where r.city_code = $1 and r.run_id = $2", [.text(run.city), .text(run.id)]))
    }
  }
}
