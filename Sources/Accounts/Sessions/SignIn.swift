import CadreModel
import Digest
public import PostgresClient

/// Where somebody signs in from.
public struct Origin: Sendable, Hashable {
  public let address: String
  /// What the browser calls itself.
  public let agent: String

  /// Texts that a stranger sends: control characters go, and what is too long.
  public init(address: String, agent: String) {
    self.address = printable(address, 100)
    self.agent = printable(agent, 200)
  }
}

/// What came of a step of signing in.
public enum SignInStep: Sendable, Hashable {
  /// The password was right: a code is asked for. The token holds for five minutes, and for this alone.
  case secondFactor(SessionToken)
  /// The session, and how many recovery codes are left.
  case signedIn(SessionToken, recoveryCodesLeft: Int)
  /// Name, password or code were wrong, or the account is disabled: which of them is not said.
  case refused
  /// Five wrong codes, or five minutes: from the beginning.
  case ended
  /// Too many attempts in vain, by this account or from this address.
  case wait(seconds: Int)
  /// Too many at the same moment.
  case busy
}

/// Signing in: name and password, then a code. What fails is counted in the database.
public struct SignIn: Sendable {
  let pool: ConnectionPool
  let host: String
  let passwords: PasswordQueue
  let sealing: any SecretSealing
  let clock: @Sendable () -> Int

  /// - Parameters:
  ///   - pool: of connections of the pages' login.
  ///   - host: the machine that serves the pages, for the log.
  ///   - clock: seconds since 1970.
  public init(
    pool: ConnectionPool, host: String, passwords: PasswordQueue = .shared, sealing: any SecretSealing = ClearSecrets(),
    clock: @escaping @Sendable () -> Int = systemSeconds
  ) {
    self.pool = pool
    self.host = host
    self.passwords = passwords
    self.sealing = sealing
    self.clock = clock
  }

  /// The first step. Takes as long for an account that is not there.
  ///
  /// - Throws: `PostgresError`.
  public func password(_ name: String, _ password: String, from origin: Origin) async throws -> SignInStep {
    let name = printable(name.lowercased(), 100)
    let (salt, waits) = try await salt(name, origin)
    if waits > 0 { return .wait(seconds: waits) }
    let key: [UInt8]
    do throws(AccountError) {
      key = try await passwords.key(of: PasswordRules.asTyped(password), salt: salt)
    } catch {
      return .busy
    }
    let token = SessionToken()
    return try await pool.withWebTransaction(nil) { connection in
      let row = try await connection.query(
        Statement(
          "sign in", "select s.outcome, s.wait from cadre.sign_in($1::text, $2::bytea, $3::bytea, $4, $5, $6, $7) s",
          [
            .text(name), .bytes(key), .bytes(token.digest), .text(origin.address), .text(origin.agent), .text(host),
            .text(ProgramVersion.current),
          ])
      ).first
      switch try row?.decode("outcome", as: String.self) {
      case "second_factor": return .secondFactor(token)
      case "wait": return .wait(seconds: try row?.decode("wait") ?? 60)
      default: return .refused
      }
    }
  }

  private func salt(_ name: String, _ origin: Origin) async throws -> (salt: [UInt8], wait: Int) {
    try await pool.withWebTransaction(nil) { connection in
      let row = try await connection.query(
        Statement(
          "salt", "select s.salt, s.wait from cadre.sign_in_salt($1::text, $2::text) s", [.text(name), .text(origin.address)])
      ).first
      return (try row?.decode("salt") ?? [], try row?.decode("wait") ?? 0)
    }
  }

  /// The second step: the code that the telephone shows, or a recovery code.
  ///
  /// - Throws: `AccountError.sealedByOther`, `PostgresError`, what the sealing throws.
  public func code(_ typed: String, pending: SessionToken) async throws -> SignInStep {
    let token = SessionToken()
    return try await pool.withWebTransaction(pending) { connection in
      let row = try await connection.query(
        Statement(
          "second factor", "select f.secret, f.sealed_by, f.last_step from cadre.pending_second_factor() f", [])
      ).first
      guard let row else { return .ended }
      var (step, recovery): (Parameter, Parameter) = (.null, .null)
      if let normal = RecoveryCodes.normal(typed) {
        recovery = .text(normal)
      } else {
        let sealed = SealedSecret(bytes: try row.decode("secret"), key: try row.decode("sealed_by"))
        let secret = TOTPSecret(bytes: try sealing.open(sealed))
        let found = secret.step(of: typed.filter { !$0.isWhitespace }, at: clock(), after: try row.decode("last_step"))
        if let found { step = .int(Int64(found)) }
      }
      let answer = try await connection.query(
        Statement(
          "finish signing in",
          "select f.outcome, f.codes_left from cadre.finish_sign_in($1::bigint, $2::text, $3::bytea, $4::text, $5::text) f",
          [step, recovery, .bytes(token.digest), .text(host), .text(ProgramVersion.current)])
      ).first
      switch try answer?.decode("outcome", as: String.self) {
      case "signed_in": return .signedIn(token, recoveryCodesLeft: try answer?.decode("codes_left") ?? 0)
      case "ended": return .ended
      default: return .refused
      }
    }
  }
}

/// Without control characters, and not too long.
func printable(_ text: String, _ length: Int) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(length)))
}
