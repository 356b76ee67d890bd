public import CadreModel
import Digest
public import PostgresClient

/// What whoever is signed in changes of the own account.
public struct OwnAccount: Sendable {
  let pool: ConnectionPool
  let host: String
  let passwords: PasswordQueue

  /// - Parameters:
  ///   - pool: of connections of the pages' login.
  ///   - host: the machine that serves the pages, for the log.
  public init(pool: ConnectionPool, host: String, passwords: PasswordQueue = .shared) {
    self.pool = pool
    self.host = host
    self.passwords = passwords
  }

  /// Another password. The account's other sessions end.
  ///
  /// - Throws: `AccountError.password`, `wrongPassword`, `wait`, `busy`, `sessionEnded`; `PostgresError`.
  public func changePassword(_ viewer: Viewer, old: String, new: String) async throws {
    if let fault = PasswordRules.fault(in: new, of: viewer.account) { throw AccountError.password(fault) }
    let oldKey = try await key(of: old, viewer)
    let salt = randomBytes(PasswordKey.saltSize)
    let newKey = try await passwords.key(of: new, salt: salt)
    try await confirmed(viewer) { connection in
      try await connection.query(
        Statement(
          "change password",
          "select cadre.change_password($1::bytea, $2::bytea, $3::bytea, $4::text, $5::text) as outcome",
          [.bytes(oldKey), .bytes(salt), .bytes(SHA256.bytes(of: newKey)), .text(host), .text(ProgramVersion.current)]))
    }
  }

  /// Ten other recovery codes; the old ones are void.
  ///
  /// - Throws: `AccountError.wrongPassword`, `wait`, `busy`, `sessionEnded`; `PostgresError`.
  public func newRecoveryCodes(_ viewer: Viewer, password: String) async throws -> RecoveryCodes {
    let key = try await key(of: password, viewer)
    let codes = RecoveryCodes()
    try await confirmed(viewer) { connection in
      try await connection.query(
        Statement(
          "replace recovery codes",
          """
          select cadre.replace_recovery_codes(
            $1::bytea, array(select decode(d, 'hex') from unnest($2::text[]) d), $3::text, $4::text
          ) as outcome
          """,
          [.bytes(key), .textArray(codes.digests), .text(host), .text(ProgramVersion.current)]))
    }
    return codes
  }

  /// Ends one of the account's other sessions, or all of them; nothing where it is another's, or ended before.
  ///
  /// - Parameter number: nil for all but the one that asks.
  /// - Throws: `AccountError.wrongPassword`, `wait`, `busy`, `sessionEnded`; `PostgresError`.
  public func endSessions(_ number: Int?, of viewer: Viewer, password: String) async throws {
    let key = try await key(of: password, viewer)
    try await confirmed(viewer) { connection in
      try await connection.query(
        Statement(
          "end sessions", "select cadre.end_sessions($1::bigint, $2::bytea, $3::text, $4::text) as outcome",
          [number.map { .int(Int64($0)) } ?? .null, .bytes(key), .text(host), .text(ProgramVersion.current)]))
    }
  }

  /// - Throws: `PostgresError`.
  public func setLanguage(_ viewer: Viewer, _ language: Language) async throws {
    try await pool.withWebTransaction(viewer.token) { connection in
      _ = try await connection.query(
        Statement("own language", "select cadre.set_own_language($1::text)", [.text(language.rawValue)]))
    }
  }

  private func key(of password: String, _ viewer: Viewer) async throws -> [UInt8] {
    let salt = try await pool.withWebTransaction(viewer.token) { connection in
      try await connection.query(Statement("own salt", "select cadre.own_salt() as salt", [])).first?
        .decode("salt", as: [UInt8]?.self)
    }
    guard let salt = salt ?? nil else { throw AccountError.sessionEnded }
    return try await passwords.key(of: PasswordRules.asTyped(password), salt: salt)
  }

  /// The transaction is committed whatever came of it: what was wrong is counted.
  private func confirmed(
    _ viewer: Viewer, _ change: nonisolated(nonsending) (PostgresConnection) async throws -> [Row]
  ) async throws {
    let outcome = try await pool.withWebTransaction(viewer.token) { connection in
      try await change(connection).first?.decode("outcome", as: String.self)
    }
    switch outcome {
    case "done": return
    case "refused": throw AccountError.wrongPassword
    case "wait": throw AccountError.wait
    default: throw AccountError.sessionEnded
    }
  }
}
