public import PostgresClient

/// How many results of each status a run has, by indicator.
public struct StatusCounts: Sendable, Hashable {
  private let counts: [String: [String: Int]]

  /// The statuses, in the order in which changes are told.
  private static let statuses = ["met", "unmet", "pending", "at_risk", "exempt", "no_data", "info"]

  /// The newest official run with results of each policy and date of a city, with its counts.
  ///
  /// - Throws: `PostgresError`.
  public static nonisolated(nonsending) func newest(
    of city: String, on connection: PostgresConnection
  ) async throws -> [(run: Run, counts: StatusCounts)] {
    let runs = try await connection.withTransaction(about: city) { connection in
      let reader = RunReader(connection: connection)
      var newest: [Run] = []
      for run in try await reader.withResults(of: city) where run.scenario.isEmpty && run.knownAsOf == nil {
        if newest.contains(where: { $0.policy == run.policy && $0.asOf == run.asOf }) { continue }
        if let latest = try await reader.latest(city: city, policy: run.policy, asOf: run.asOf) { newest.append(latest) }
      }
      return newest
    }
    var found: [(run: Run, counts: StatusCounts)] = []
    for run in runs { found.append((run, try await counts(of: run, on: connection))) }
    return found
  }

  /// - Throws: `PostgresError`.
  public static nonisolated(nonsending) func counts(
    of run: Run, on connection: PostgresConnection
  ) async throws -> StatusCounts {
    let rows = try await connection.withTransaction(about: run.city) { connection in
      try await connection.query(
        Statement(
          "counts of a run",
          """
          select
            i.indicator,
            \(statuses.map { "i.\($0)" }.joined(separator: ",\n  "))
          from run_indicators i
          where i.city_code = $1
            and i.run_id = $2
          """, [.text(run.city), .text(run.id)]))
    }
    var counts: [String: [String: Int]] = [:]
    for row in rows {
      var own: [String: Int] = [:]
      for status in statuses { own[status] = try row.decode(status) }
      counts[try row.decode("indicator")] = own
    }
    return StatusCounts(counts: counts)
  }

  /// What is otherwise in a later run; an indicator that one of the two lacks counts nothing there.
  public func changes(to later: StatusCounts) -> [CountChange] {
    Set(counts.keys).union(later.counts.keys).sorted().flatMap { indicator in
      Self.statuses.compactMap { status in
        let before = counts[indicator]?[status] ?? 0
        let after = later.counts[indicator]?[status] ?? 0
        return before == after ? nil : CountChange(indicator: indicator, status: status, before: before, after: after)
      }
    }
  }
}

/// How many results of an indicator had a status, and have it now.
public struct CountChange: Sendable, Hashable {
  public let indicator: String
  public let status: String
  public let before: Int
  public let after: Int
}
