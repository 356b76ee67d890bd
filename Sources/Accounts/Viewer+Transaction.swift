public import Access
import CadreModel
public import PostgresClient

extension Viewer {
  /// One transaction as this account in one of its duties. Whatever is asked in it, the database answers as the account may see.
  ///
  /// - Parameters:
  ///   - pool: of connections of the pages' login.
  ///   - duty: `reader` stands for any duty that reads.
  ///   - cities: those that it is about, of the account's own.
  /// - Throws: `AccessError.missing`, `AccountError.sessionEnded`, `PostgresError`, what `body` throws.
  public nonisolated(nonsending) func withTransaction<T>(
    _ pool: ConnectionPool, as duty: Duty, seeing cities: [String] = [], options: TransactionOptions = .snapshot,
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    let acting = try acting(duty)
    try look(at: cities)
    return try await pool.withConnection { connection in
      try await connection.forgetSession()
      return try await connection.withTransaction(options) { connection in
        try await become(acting, on: connection, forTransaction: true)
        if !cities.isEmpty { try await connection.see(cities) }
        return try await body(connection)
      }
    }
  }

  /// A connection as this account, for what begins its transactions itself: judging, publishing, giving access. It is the account
  /// for as long as it is lent.
  ///
  /// - Throws: as `withTransaction`.
  public nonisolated(nonsending) func withConnection<T>(
    _ pool: ConnectionPool, as duty: Duty,
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    let acting = try acting(duty)
    return try await pool.withConnection { connection in
      try await connection.forgetSession()
      try await become(acting, on: connection, forTransaction: false)
      let value: T
      do {
        value = try await body(connection)
      } catch {
        await leave(connection)
        throw error
      }
      await leave(connection)
      return value
    }
  }

  /// What a transaction becomes, and the duty that the account has for it.
  private func acting(_ duty: Duty) throws(AccessError) -> (duty: Duty, role: String?) {
    let held = duty == .reader ? Duty.reading.first(where: has) : has(duty) ? duty : nil
    guard let held else { throw .missing(login: account, duties: [duty], cities: []) }
    if unit != nil { return (held, Self.unitReader) }
    // An operator's account looks after the pages' server: the rights of that login are all that it needs.
    return (held, held == .serverOperator ? nil : held.role)
  }

  private static let unitReader = "cadre_unit_reader"

  private func look(at wanted: [String]) throws(AccessError) {
    let hidden = wanted.filter { !sees($0) }
    // Whether there is such a city is not said to who may not see it: its code is what was asked for.
    let cities = hidden.map { City(code: $0, nameChinese: $0, nameEnglish: $0, provinceCode: "", regionPrefix: "") }
    guard hidden.isEmpty else { throw .missing(login: account, duties: [], cities: cities) }
  }

  private func become(
    _ acting: (duty: Duty, role: String?), on connection: PostgresConnection, forTransaction: Bool
  ) async throws {
    var statements = [
      Statement(
        "session of the account", "select pg_catalog.set_config('cadre.session', $1, $2)",
        [.text(token.text), .bool(forTransaction)])
    ]
    if let role = acting.role {
      statements.append(
        Statement("duty of the account", "select pg_catalog.set_config('role', $1, $2)", [.text(role), .bool(forTransaction)]))
    }
    statements.append(
      Statement(
        "right of the account", "select cadre.has_role($1) and ($2 or cadre.acts_rightly()) as is_alive",
        [.text(acting.duty.role), .bool(acting.role == nil)]))
    let answer = try await connection.pipeline(statements).last?.first
    guard try answer?.decode("is_alive", as: Bool.self) == true else { throw AccountError.sessionEnded }
  }

  /// The connection is nobody's any more; one that cannot be brought there is closed.
  private func leave(_ connection: PostgresConnection) async {
    do {
      if await connection.isInTransaction { try await connection.execute(Statement("leave transaction", "rollback", [])) }
      try await connection.forgetSession()
    } catch {
      await connection.close()
    }
  }
}

extension ConnectionPool {
  /// A transaction of the pages' login itself, before or beside a session: signing in, sessions. It holds no duty.
  nonisolated(nonsending) func withWebTransaction<T>(
    _ token: SessionToken?, _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    try await withConnection { connection in
      try await connection.forgetSession()
      return try await connection.withTransaction { connection in
        if let token {
          _ = try await connection.query(
            Statement("session", "select pg_catalog.set_config('cadre.session', $1, true)", [.text(token.text)]))
        }
        return try await body(connection)
      }
    }
  }
}
