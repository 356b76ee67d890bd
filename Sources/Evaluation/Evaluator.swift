public import CadreModel
import Digest
public import PolicyKit
public import PostgresClient

/// Judges cities: one transaction a run, from one view of the data.
public struct Evaluator: Sendable {
  public let library: PolicyLibrary
  /// Who asks, for the run's record.
  public let evaluatedBy: String

  public init(library: PolicyLibrary, evaluatedBy: String) {
    self.library = library
    self.evaluatedBy = evaluatedBy
  }

  /// Judges a city under a policy at a date and stores the results as a run.
  ///
  /// The same data, date, policy and schema make the same run: where it is stored already it is returned as it is,
  /// unless `afresh`. Older runs of the same city, policy and date are dropped.
  ///
  /// - Parameters:
  ///   - progress: told the indicators done and their number, in turn.
  /// - Returns: the run; nil for a date before the policy is in effect.
  /// - Throws: `EvaluationError.unknownCity`, `RenderingError`, `PostgresError`.
  public func evaluate(
    city: String, policy: Policy, asOf: Day, afresh: Bool = false, on connection: PostgresConnection,
    progress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) async throws -> Run? {
    guard let judging = policy.judging(asOf: asOf) else { return nil }
    let lock = "cadre run \(city) \(policy.code) \(asOf)"
    // Held by the session, not the transaction: whoever waited must see what the one before committed.
    try await connection.execute(
      Statement("lock run", "select pg_advisory_lock(hashtextextended($1, 0))", [.text(lock)]))
    do {
      let run = try await connection.withTransaction(.repeatableRead) { connection in
        try await judge(city, judging, policy, afresh: afresh, on: connection, progress: progress)
      }
      try await RunStore(connection: connection).dropOthers(than: run)
      try await unlock(lock, on: connection)
      return run
    } catch {
      try? await unlock(lock, on: connection)
      throw error
    }
  }

  private func unlock(_ lock: String, on connection: PostgresConnection) async throws {
    try await connection.execute(
      Statement("unlock run", "select pg_advisory_unlock(hashtextextended($1, 0))", [.text(lock)]))
  }

  private func judge(
    _ city: String, _ judging: Judging, _ policy: Policy, afresh: Bool, on connection: PostgresConnection,
    progress: @Sendable (Int, Int) -> Void
  ) async throws -> Run {
    let basis = try await RunBasis(city: city, policy: policy, on: connection)
    let id = basis.runID(city: city, policy: policy.code, asOf: judging.asOf)
    let store = RunStore(connection: connection)
    if let run = try await store.run(city: city, id: id) {
      guard afresh else { return run }
      try await store.drop(run)
    }

    try await SnapshotTables.create(for: judging, city: city, on: connection)
    try await store.createPartition(of: id)
    let indicators = policy.indicators
    for (index, indicator) in indicators.enumerated() {
      let select = try indicator.select(for: judging)
      try await connection.execute(
        Statement(
          "judge \(indicator.id)",
          """
          insert into \(RunStore.partition(of: id)) (
            city_code, run_id, ordinal, \(JudgedColumns.names.joined(separator: ", "))
          )
          select
            $1,
            '\(id)',
            \(index + 1),
            \(JudgedColumns.names.map { "judged_rows.\($0)" }.joined(separator: ", "))
          from (
          \(select)
          ) judged_rows
          """, [.text(city)]))
      progress(index + 1, indicators.count)
    }
    let run = Run(
      city: city, id: id, policy: policy.code, asOf: judging.asOf, policyVersion: basis.policyVersion,
      schemaVersion: basis.schemaVersion, watermark: basis.watermark, resultCount: try await store.count(of: id))
    try await store.save(run, indicators: indicators, tablesReceived: basis.tablesReceived, by: evaluatedBy)
    return run
  }
}

/// Makes the snapshot that rules read, for the length of the transaction.
enum SnapshotTables {
  static func create(for judging: Judging, city: String, on connection: PostgresConnection) async throws {
    for step in try Snapshot.steps(for: judging) {
      for sql in step.statements {
        try await connection.execute(
          Statement("snapshot \(step.table)", sql, sql.contains("$1") ? [.text(city)] : []))
      }
    }
  }
}
