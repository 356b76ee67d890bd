public import CadreModel
import Digest
public import PostgresClient

/// Whom a one-time link is for, and what the codes will be made from.
public struct EnrolmentOffer: Sendable, Hashable {
  public let account: String
  /// A person's name: in no log.
  public let displayName: String
  public let language: Language
  public let secret: TOTPSecret
}

/// What the owner of an account does by a one-time link: choose a password, take the secret of the codes.
public struct Enrolment: Sendable {
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

  /// Nil where there is no such link, or it was used, or has ended. Opening it twice offers the same secret, and uses nothing up.
  ///
  /// - Throws: `PostgresError`, what the sealing throws.
  public func open(_ link: LinkToken) async throws -> EnrolmentOffer? {
    let sealed = try sealing.seal(TOTPSecret().bytes)
    return try await pool.withWebTransaction(nil) { connection in
      let row = try await connection.query(
        Statement(
          "open link",
          """
          select
            l.account_name,
            l.display_name,
            l.language,
            l.secret,
            l.sealed_by
          from cadre.open_link($1::text, $2::bytea, $3::text) l
          """, [.text(link.text), .bytes(sealed.bytes), .text(sealed.key)])
      ).first
      return try row.map { row in
        let sealed = SealedSecret(bytes: try row.decode("secret"), key: try row.decode("sealed_by"))
        return EnrolmentOffer(
          account: try row.decode("account_name"), displayName: try row.decode("display_name"),
          language: Language(rawValue: try row.decode("language")) ?? .chinese,
          secret: TOTPSecret(bytes: try sealing.open(sealed)))
      }
    }
  }

  /// Sets password and second factor, and uses the link up.
  ///
  /// - Parameter code: what the telephone shows, so that nobody is left without.
  /// - Throws: `AccountError.password`, `wrongCode`, `linkEnded`, `busy`; as `open`.
  public func finish(_ link: LinkToken, password: String, code: String) async throws -> RecoveryCodes {
    guard let offer = try await open(link) else { throw AccountError.linkEnded }
    if let fault = PasswordRules.fault(in: password, of: offer.account) { throw AccountError.password(fault) }
    guard let step = offer.secret.step(of: code.filter { !$0.isWhitespace }, at: clock(), after: 0) else {
      throw AccountError.wrongCode
    }
    let salt = randomBytes(PasswordKey.saltSize)
    let key = try await passwords.key(of: password, salt: salt)
    let codes = RecoveryCodes()
    return try await pool.withWebTransaction(nil) { connection in
      let row = try await connection.query(
        Statement(
          "enrol",
          """
          select cadre.enrol(
            $1::text, $2::bytea, $3::bytea, $4::bigint, array(select decode(d, 'hex') from unnest($5::text[]) d), $6::text, $7::text
          ) as is_done
          """,
          [
            .text(link.text), .bytes(salt), .bytes(SHA256.bytes(of: key)), .int(Int64(step)), .textArray(codes.digests),
            .text(host), .text(ProgramVersion.current),
          ])
      ).first
      guard try row?.decode("is_done", as: Bool.self) == true else { throw AccountError.linkEnded }
      return codes
    }
  }
}
