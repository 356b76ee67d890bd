public import CadreModel
import DataContract
import PolicyKit
public import PostgresClient

/// Stored runs, which stay, and the result sets that hold what the latest of them found.
public struct RunStore: Sendable {
  let connection: PostgresConnection

  public init(connection: PostgresConnection) {
    self.connection = connection
  }

  /// The latest run of a city under a policy and scenario at a date that has results; nil where there is none.
  ///
  /// - Parameter scenario: empty for the official one.
  public func latest(city: String, policy: String, scenario: String = "", asOf: Day) async throws -> Run? {
    try await runs(
      where: """
        r.city_code = $1
          and r.policy = $2
          and r.scenario = $3
          and r.as_of = \(asOf.sql)
          and s.result_set is not null
        order by
          r.evaluated_on desc,
          r.run_id
        limit 1
        """, [.text(city), .text(policy), .text(scenario)]
    ).first
  }

  /// The run of that id.
  public func run(city: String, id: String) async throws -> Run? {
    try await runs(where: "r.city_code = $1\n  and r.run_id = $2", [.text(city), .text(id)]).first
  }

  private func runs(where condition: String, _ parameters: [Parameter]) async throws -> [Run] {
    let rows = try await connection.query(
      Statement(
        "runs",
        """
        select
          r.city_code,
          r.run_id,
          coalesce(s.result_set, '') as result_set,
          r.policy,
          r.scenario,
          r.as_of::text as as_of,
          r.rules_digest,
          r.parameters_digest,
          r.schema_version,
          r.watermark,
          r.result_count
        from runs r
        left join result_sets s
          on s.city_code = r.city_code
          and s.run_id = r.run_id
        where \(condition)
        """, parameters))
    var runs: [Run] = []
    for row in rows {
      guard let asOf = Day(try row.decode("as_of", as: String.self)) else { continue }
      runs.append(
        Run(
          city: try row.decode("city_code"), id: try row.decode("run_id"), resultSet: try row.decode("result_set"),
          policy: try row.decode("policy"), scenario: try row.decode("scenario"), asOf: asOf,
          rulesDigest: try row.decode("rules_digest"), parametersDigest: try row.decode("parameters_digest"),
          schemaVersion: try row.decode("schema_version"), watermark: try row.decode("watermark"),
          resultCount: try row.decode("result_count")))
    }
    return runs
  }

  // MARK: Ids

  /// An id that no stored run has: the run's reference, or a digest of it where the same was judged before.
  func freshID(for run: Run) async throws -> String {
    var id = run.id
    while try await self.run(city: run.city, id: id) != nil { id = Run.id(of: id) }
    return id
  }

  /// An id for a new result set: the run's, or a digest of it where a set of that id is stored already.
  func freshResultSet(for run: Run) async throws -> String {
    var resultSet = run.id
    while try await isStored(resultSet, of: run.city) { resultSet = Run.id(of: resultSet) }
    return resultSet
  }

  private func isStored(_ resultSet: String, of city: String) async throws -> Bool {
    let rows = try await connection.query(
      Statement(
        "result set",
        """
        select s.run_id
        from result_sets s
        where s.city_code = $1
          and s.result_set = $2
        """, [.text(city), .text(resultSet)]))
    return !rows.isEmpty
  }

  // MARK: What is superseded

  /// Drops the result sets of earlier runs of the same city, policy, scenario and date; the runs themselves stay. A set that
  /// somebody is reading is left for the next time. Where a later run has taken this run's place by now, that run drops.
  func dropSuperseded(by run: Run) async throws {
    let superseded = try await connection.withTransaction(about: run.city) { _ in
      try await runs(
        where: """
          r.city_code = $1
            and r.policy = $2
            and r.scenario = $3
            and r.as_of = \(run.asOf.sql)
            and s.result_set is not null
            and r.run_id <> $4
            and exists (
              select
              from result_sets o
              where o.city_code = $1
                and o.run_id = $4
            )
            and r.evaluated_on <= (
              select o.evaluated_on
              from runs o
              where o.city_code = $1
                and o.run_id = $4
            )
          """, [.text(run.city), .text(run.policy), .text(run.scenario), .text(run.id)])
    }
    for earlier in superseded { try await drop(earlier) }
  }

  /// Drops the results of one run, unless somebody is reading.
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
          "drop result set", "delete from result_sets s where s.city_code = $1 and s.result_set = $2",
          [.text(run.city), .text(run.resultSet)]))
    }
  }
}
