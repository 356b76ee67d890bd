/// Seals what an account's codes are made from, for the database; a key that lies elsewhere opens it.
public protocol SecretSealing: Sendable {
  func seal(_ secret: [UInt8]) throws -> SealedSecret
  func open(_ sealed: SealedSecret) throws -> [UInt8]
}

/// A secret as it is stored.
public struct SealedSecret: Sendable, Hashable {
  public let bytes: [UInt8]
  /// The key that it was sealed by; empty where it was not.
  public let key: String

  public init(bytes: [UInt8], key: String) {
    self.bytes = bytes
    self.key = key
  }
}

/// Where there is no key: secrets are stored as they are, in a table that nobody is granted.
public struct ClearSecrets: SecretSealing {
  public init() {}

  public func seal(_ secret: [UInt8]) -> SealedSecret { SealedSecret(bytes: secret, key: "") }

  /// - Throws: `AccountError.sealedByOther` for what was sealed by a key.
  public func open(_ sealed: SealedSecret) throws(AccountError) -> [UInt8] {
    guard sealed.key.isEmpty else { throw .sealedByOther(key: sealed.key) }
    return sealed.bytes
  }
}
