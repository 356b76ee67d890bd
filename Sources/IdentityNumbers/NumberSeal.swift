import Synchronization

/// Seals and opens a city's identity numbers.
///
/// AES-256-GCM by libcrypto. The nonce is no random number but a keyed digest of the number itself (HMAC-SHA-256 under a key of its
/// own, its first 12 bytes), as SIV modes do it. So one number is sealed to one text: that a row has not changed, that two persons share a number, that an
/// undone import is undone, is seen by comparing texts, and nothing has to be opened for it. This is what GCM asks of nonces, for the same nonce comes only with the same
/// text (two numbers meet in 96 bits by chance once in far more numbers than there are people). What it shows to whoever reads the column
/// is that two rows hold the same number, which is wanted, and nothing else.
///
/// The city is part of the keys and of what the tag vouches for: the same person in two cities is not found by comparing them, and a
/// text moved to another city does not open there.
///
/// Unchecked, for the compiler cannot see that the library's contexts, which work on one text at a time, are used under the lock alone.
public final class NumberSeal: @unchecked Sendable {
  public let key: IdentityKey
  private let lock = Mutex(())
  private let cipher: AuthenticatedCipher
  private let nonces: KeyedDigest
  private let context: [UInt8]

  /// - Parameter city: the code.
  /// - Throws: `IdentityKeyError.refused`.
  public init(_ key: IdentityKey, city: String) throws(IdentityKeyError) {
    guard let sealing = KeyedDigest.derive("cadre identity numbers: sealing, \(city)", from: key.bytes),
      let nonces = KeyedDigest.derive("cadre identity numbers: nonces, \(city)", from: key.bytes)
    else { throw .refused }
    self.key = key
    cipher = AuthenticatedCipher(sealing)
    self.nonces = KeyedDigest(nonces)
    context = Array("cadre identity number \(SealedNumber.version) \(key.id) \(city)".utf8)
  }

  /// The number as the database holds it.
  /// - Throws: `IdentityKeyError.refused`.
  public func seal(_ number: [UInt8]) throws(IdentityKeyError) -> [UInt8] {
    let sealed = lock.withLock { _ -> SealedNumber? in
      guard let digest = nonces.digest(of: number) else { return nil }
      let nonce = Array(digest.prefix(AuthenticatedCipher.nonceLength))
      return cipher.seal(number, nonce: nonce, context: context).map { SealedNumber(keyID: key.id, nonce: nonce, body: $0) }
    }
    guard let sealed else { throw .refused }
    return sealed.text
  }

  /// The same of texts.
  public func seal(_ number: String) throws(IdentityKeyError) -> String {
    String(decoding: try seal(Array(number.utf8)), as: UTF8.self)
  }

  /// The number in the clear.
  /// - Throws: `IdentityKeyError.damaged` where the text is not as it was sealed, `.sealedByOther`.
  public func open(_ text: String) throws(IdentityKeyError) -> String {
    guard let sealed = SealedNumber(text) else { throw .damaged }
    guard sealed.keyID == key.id else { throw .sealedByOther(key: sealed.keyID, given: key.id) }
    let number = lock.withLock { _ in cipher.open(sealed.body, nonce: sealed.nonce, context: context) }
    guard let number else { throw .damaged }
    return String(decoding: number, as: UTF8.self)
  }

  /// What is kept beside the name of a city's key: a text that only this key seals so.
  public func probe() throws(IdentityKeyError) -> String { try seal("cadre") }
}
