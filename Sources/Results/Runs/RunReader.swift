public import CadreModel
import PolicyKit
public import PostgresClient

/// Reads the records of runs. Within a transaction about the city, where a login is shown one city at a time.
public struct RunReader: Sendable {
  let connection: PostgresConnection

  public init(connection: PostgresConnection) {
    self.connection = connection
  }

  /// The latest run of a city under a policy and scenario at a date that has results; nil where there is none.
  ///
  /// - Parameters:
  ///   - scenario: empty for the official one.
  ///   - knownAsOf: the import after which the data were taken; nil for runs of all that was stored.
  public func latest(
    city: String, policy: String, scenario: String = "", asOf: Day, knownAsOf: Int? = nil
  ) async throws -> Run? {
    try await runs(
      where: """
        r.city_code = $1
          and r.policy = $2
          and r.scenario = $3
          and r.as_of = \(asOf.sql)
          and r.known_as_of is not distinct from $4::integer
          and s.result_set is not null
        order by
          r.evaluated_on desc,
          r.run_id
        limit 1
        """, [.text(city), .text(policy), .text(scenario), knownAsOf.map { .int(Int64($0)) } ?? .null]
    ).first
  }

  /// The latest run of the same city, policy, scenario and date, from the same state of knowledge, whether or not its results are
  /// stored: what it counted is.
  package func latestCounted(like run: Run) async throws -> Run? {
    try await runs(
      where: """
        r.city_code = $1
          and r.policy = $2
          and r.scenario = $3
          and r.as_of = \(run.asOf.sql)
          and r.known_as_of is not distinct from $4::integer
        order by
          r.evaluated_on desc,
          r.run_id
        limit 1
        """,
      [
        .text(run.city), .text(run.policy), .text(run.scenario), run.knownAsOf.map { .int(Int64($0)) } ?? .null,
      ]
    ).first
  }

  /// The runs of a city that have results.
  public func withResults(of city: String) async throws -> [Run] {
    try await runs(
      where: """
        r.city_code = $1
          and s.result_set is not null
        order by
          r.as_of,
          r.policy,
          r.run_id
        """, [.text(city)])
  }

  /// The run of that id.
  public func run(city: String, id: String) async throws -> Run? {
    try await runs(where: "r.city_code = $1\n  and r.run_id = $2", [.text(city), .text(id)]).first
  }

  /// Runs of which a condition on `r` holds, and on `s`, the result set that each still has.
  package func runs(where condition: String, _ parameters: [Parameter]) async throws -> [Run] {
    let rows = try await connection.query(
      Statement(
        "runs",
        """
        select
          \(Self.columns)
        from runs r
        left join result_sets s
          on s.city_code = r.city_code
          and s.run_id = r.run_id
        where \(condition)
        """, parameters))
    return try rows.compactMap(Run.init)
  }

  /// The runs of a city, the newest first.
  ///
  /// - Parameters:
  ///   - policy: under which they judged; nil for any.
  ///   - limit: at most so many.
  public func runs(of city: String, policy: String? = nil, limit: Int) async throws -> [RecordedRun] {
    let rows = try await connection.query(
      Statement(
        "runs of a city",
        """
        select
          \(Self.columns),
          r.evaluated_on,
          r.evaluated_by,
          r.program_version
        from runs r
        left join result_sets s
          on s.city_code = r.city_code
          and s.run_id = r.run_id
        where r.city_code = $1
          and r.policy = coalesce($2::text, r.policy)
        order by
          r.evaluated_on desc,
          r.run_id
        limit $3
        """, [.text(city), policy.map(Parameter.text) ?? .null, .int(Int64(limit))]))
    return try rows.compactMap { row in
      guard let run = try Run(row) else { return nil }
      return RecordedRun(
        run: run, evaluatedOn: try row.decode("evaluated_on"), evaluatedBy: try row.decode("evaluated_by"),
        programVersion: try row.decode("program_version"))
    }
  }

  private static let columns = """
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
      r.known_as_of,
      r.result_count
    """
}

extension Run {
  /// Nil for a date that this program cannot read.
  fileprivate init?(_ row: Row) throws {
    guard let asOf = Day(try row.decode("as_of", as: String.self)) else { return nil }
    self.init(
      city: try row.decode("city_code"), id: try row.decode("run_id"), resultSet: try row.decode("result_set"),
      policy: try row.decode("policy"), scenario: try row.decode("scenario"), asOf: asOf,
      rulesDigest: try row.decode("rules_digest"), parametersDigest: try row.decode("parameters_digest"),
      schemaVersion: try row.decode("schema_version"), watermark: try row.decode("watermark"),
      knownAsOf: try row.decode("known_as_of", as: Int?.self),
      resultCount: try row.decode("result_count"))
  }
}
