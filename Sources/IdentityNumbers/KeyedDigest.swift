import CLibCrypto

/// HMAC-SHA-256 of many short texts under one key, by one context that is set up once.
///
/// The C contexts never leave it, which frees them.
@safe
final class KeyedDigest {
  private let key: OpaquePointer?
  /// As it is after the key; copied for each text.
  private let keyed: OpaquePointer?
  private let work: OpaquePointer?

  init(_ key: [UInt8]) {
    unsafe self.key = EVP_PKEY_new_raw_private_key(EVP_PKEY_HMAC, nil, key, key.count)
    unsafe keyed = EVP_MD_CTX_new()
    unsafe work = EVP_MD_CTX_new()
    unsafe EVP_DigestSignInit(keyed, nil, EVP_sha256(), nil, self.key)
  }

  deinit {
    unsafe EVP_MD_CTX_free(work)
    unsafe EVP_MD_CTX_free(keyed)
    unsafe EVP_PKEY_free(key)
  }

  /// The 32 bytes; nil where the library refuses.
  func digest(of text: [UInt8]) -> [UInt8]? {
    var digest = [UInt8](repeating: 0, count: 32)
    var count = digest.count
    guard unsafe EVP_MD_CTX_copy_ex(work, keyed) == 1, unsafe EVP_DigestSignUpdate(work, text, text.count) == 1,
      unsafe EVP_DigestSignFinal(work, &digest, &count) == 1, count == digest.count
    else { return nil }
    return digest
  }

  /// A key for one purpose out of a key for all (HKDF of RFC 5869, without salt, its first block).
  ///
  /// - Parameter purpose: says what the key is for: other words, another key.
  static func derive(_ purpose: String, from key: [UInt8]) -> [UInt8]? {
    guard let extracted = KeyedDigest([UInt8](repeating: 0, count: 32)).digest(of: key) else { return nil }
    return KeyedDigest(extracted).digest(of: Array(purpose.utf8) + [1])
  }
}
