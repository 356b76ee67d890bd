/// What one transaction sees of the database, for transactions of other connections that are to see the same.
///
/// It can be taken up for as long as the transaction that shares it is open.
public struct SharedSnapshot: Sendable, Hashable {
  /// The name that the server gave it: hexadecimal digits and dashes.
  let name: String

  /// The first statement of the transaction that takes it up.
  var command: String { "set transaction snapshot '\(name)'" }
}

extension PostgresConnection {
  /// Shares what the transaction under way sees: of `repeatableRead` or `serializable`, or each of its statements would
  /// see something else. Not from inside a savepoint.
  public func shareSnapshot() async throws -> SharedSnapshot {
    let share = Statement("share snapshot", "select pg_export_snapshot() as name", [])
    guard let row = try await query(share).first else {
      throw PostgresError(.usage, "the server shared no snapshot").named(share.name)
    }
    return SharedSnapshot(name: try row.decode("name"))
  }
}
