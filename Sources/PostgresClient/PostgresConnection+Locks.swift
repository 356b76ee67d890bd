/// A lock with a name, shared by all programs that work with a database. It is advisory: it holds up only those who ask
/// for it.
public struct NamedLock: Sendable, Hashable {
  public enum Mode: Sendable, Hashable {
    /// Held by one at a time.
    case exclusive
    /// Held by any number at once, and not while another has it exclusively.
    case shared
  }

  public let name: String
  public let mode: Mode

  public init(_ name: String, _ mode: Mode = .exclusive) {
    self.name = name
    self.mode = mode
  }

  /// A call of one of the server's functions for such locks. The number that stands for a name is one of very many.
  fileprivate func statement(_ function: String) -> Statement {
    let suffix = mode == .shared ? "_shared" : ""
    return Statement(
      "\(function) \(name)",
      "select pg_catalog.\(function)\(suffix)(pg_catalog.hashtextextended($1::text, 0::bigint))", [.text(name)])
  }
}

extension PostgresConnection {
  /// Waits for the lock and holds it to the end of the transaction.
  public func holdForTransaction(_ lock: NamedLock) async throws {
    _ = try await query(lock.statement("pg_advisory_xact_lock"))
  }

  /// Waits for the locks in their order, holds them while `body` runs, and lets go.
  ///
  /// They belong to the session: whoever has waited sees what the one before has committed.
  /// - Throws: what `body` throws.
  public nonisolated(nonsending) func holding<T>(
    _ locks: [NamedLock], _ body: nonisolated(nonsending) () async throws -> T
  ) async throws -> T {
    var held: [NamedLock] = []
    do {
      for lock in locks {
        _ = try await query(lock.statement("pg_advisory_lock"))
        held.append(lock)
      }
      let value = try await body()
      for lock in held.reversed() { _ = try await query(lock.statement("pg_advisory_unlock")) }
      return value
    } catch {
      // Released even if the task was cancelled: the session may be used on.
      for lock in held.reversed() { await release(lock) }
      throw error
    }
  }

  /// Not cancellable.
  private func release(_ lock: NamedLock) {
    guard let handle = try? ready() else { return }
    let statement = lock.statement("pg_advisory_unlock")
    do throws(PostgresError) {
      try handle.send(statement)
      try handle.finish(statement) { _ in }
    } catch {
      // A session that is gone holds nothing.
    }
  }
}
