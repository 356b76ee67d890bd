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
    for (index, indicator) in indicators.enumerated() {
      let missing = Self.missingTables(of: indicator, tablesReceived)
      try await connection.execute(
        Statement(
          "record indicator",
          """
          insert into run_indicators (city_code, result_set, ordinal, indicator, subject_kind, missing_tables)
          values ($1, $2, $3, $4, $5, $6)
          """,
          [
            city, .text(run.resultSet), .int(Int64(index + 1)), .text(indicator.id), .text(indicator.subjectKind),
            .textArray(missing),
          ]))
    }
  }

  /// Tables that the indicator needs and the city never handed in.
  private static func missingTables(of indicator: Indicator, _ received: Set<TableName>) -> [String] {
    indicator.tables.filter { !received.contains($0) }.map(\.rawValue)
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
          evaluated_on = now(),
          evaluated_by = $6
        where r.city_code = $1
          and r.run_id = $2
        """,
        [
          city, .text(last.id), .text(run.id), .text(run.watermark), .int(Int64(run.resultCount)), .text(evaluatedBy),
        ]))
  }

  /// Brings up to date which tables each indicator lacks.
  func noteMissingTables(of run: Run, _ indicators: [Indicator], tablesReceived: Set<TableName>) async throws {
    for (index, indicator) in indicators.enumerated() {
      let missing = Self.missingTables(of: indicator, tablesReceived)
      try await connection.execute(
        Statement(
          "note missing tables",
          """
          update run_indicators i
          set missing_tables = $4
          where i.city_code = $1
            and i.result_set = $2
            and i.ordinal = $3
            and i.missing_tables <> $4
          """, [.text(run.city), .text(run.resultSet), .int(Int64(index + 1)), .textArray(missing)]))
    }
  }

  /// Drops the runs that this one has superseded: of the same city, policy and date.
  func dropOthers(than run: Run) async throws {
    try await connection.withTransaction(about: run.city) { _ in
      let others = try await runs(
        where: "r.city_code = $1 and r.policy = $2 and r.as_of = \(run.asOf.sql) and r.run_id <> $3",
        [.text(run.city), .text(run.policy), .text(run.id)])
      for other in others { try await drop(other) }
    }
  }

  /// Drops one run with everything it made.
  func drop(_ run: Run) async throws {
    try await dropParts(of: run)
    try await connection.execute(
      Statement(
        "drop run", "delete from runs r where r.city_code = $1 and r.run_id = $2", [.text(run.city), .text(run.id)]))
  }
}
