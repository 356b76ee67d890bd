import CadreModel
public import PostgresClient

/// The sessions of the pages: whose a token is, which there are, and their end.
public struct Sessions: Sendable {
  let pool: ConnectionPool
  let host: String

  /// - Parameters:
  ///   - pool: of connections of the pages' login.
  ///   - host: the machine that serves the pages, for the log.
  public init(pool: ConnectionPool, host: String) {
    self.pool = pool
    self.host = host
  }

  /// Who looks; nil where there is no such session, it has ended, was idle too long, or its account was disabled. Notes that it was
  /// used.
  ///
  /// - Throws: `PostgresError`.
  public func viewer(of token: SessionToken) async throws -> Viewer? {
    try await pool.withWebTransaction(token) { connection in
      let rows = try await connection.query(
        Statement(
          "whose session",
          """
          select
            s.session_number,
            s.account_name,
            s.display_name,
            s.language,
            s.duties,
            s.cities,
            s.unit_id
          from cadre.see_session() s
          """, []))
      return try rows.first.map { try Viewer(token: token, row: $0) }
    }
  }

  /// The account's sessions, the newest first.
  ///
  /// - Throws: `PostgresError`.
  public func list(for viewer: Viewer) async throws -> [ListedSession] {
    try await pool.withWebTransaction(viewer.token) { connection in
      try await connection.query(
        Statement(
          "own sessions",
          """
          select
            s.session_number,
            s.began_on,
            s.seen_on,
            s.address,
            s.agent,
            s.is_this
          from cadre.own_sessions() s
          """, [])
      ).map { row in
        ListedSession(
          number: try row.decode("session_number"), beganOn: try row.decode("began_on"), seenOn: try row.decode("seen_on"),
          address: try row.decode("address"), agent: try row.decode("agent"), isThis: try row.decode("is_this"))
      }
    }
  }

  /// Signs out. Other sessions are ended by `OwnAccount`, which asks for the password.
  ///
  /// - Throws: `PostgresError`.
  public func end(_ viewer: Viewer) async throws {
    try await pool.withWebTransaction(viewer.token) { connection in
      _ = try await connection.query(
        Statement(
          "sign out", "select cadre.end_sessions($1::bigint, null, $2::text, $3::text)",
          [.int(Int64(viewer.sessionNumber)), .text(host), .text(ProgramVersion.current)]))
    }
  }
}

/// One of an account's sessions, as it is shown to its owner.
public struct ListedSession: Sendable, Hashable {
  public let number: Int
  public let beganOn: PostgresTimestamp
  public let seenOn: PostgresTimestamp
  public let address: String
  /// What the browser calls itself.
  public let agent: String
  /// Whether it is the one that asks.
  public let isThis: Bool
}
