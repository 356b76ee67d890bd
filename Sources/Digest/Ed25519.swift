import CLibCrypto

/// A private key for signatures (Ed25519), as `openssl genpkey -algorithm ed25519` writes it.
public struct SigningKey: Sendable {
  private let pem: [UInt8]

  /// Nil where the text (PEM) is no such key, or one with a password.
  public init?(pem: [UInt8]) {
    self.pem = pem
    guard PrivateKey(pem) != nil else { return nil }
  }

  /// The signature of 64 bytes; nil where the library refuses.
  public func signature(of text: [UInt8]) -> [UInt8]? {
    guard let key = PrivateKey(pem) else { return nil }
    let context = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(context) }
    var signature = [UInt8](repeating: 0, count: 64)
    var count = signature.count
    guard unsafe EVP_DigestSignInit(context, nil, nil, nil, key.pointer) == 1,
      unsafe EVP_DigestSign(context, &signature, &count, text, text.count) == 1, count == signature.count
    else { return nil }
    return signature
  }
}

/// A public key for signatures (Ed25519), as `openssl pkey -pubout` writes it.
public struct VerifyingKey: Sendable {
  private let pem: [UInt8]

  /// Nil where the text (PEM) is no such key.
  public init?(pem: [UInt8]) {
    self.pem = pem
    guard PublicKey(pem) != nil else { return nil }
  }

  /// Whether the holder of the private key has signed this text.
  public func confirms(_ signature: [UInt8], of text: [UInt8]) -> Bool {
    guard let key = PublicKey(pem) else { return false }
    let context = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(context) }
    return unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key.pointer) == 1
      && EVP_DigestVerify(context, signature, signature.count, text, text.count) == 1
  }
}

/// The library's own form of a private key; never leaves this, which frees it.
@safe
private final class PrivateKey {
  let pointer: OpaquePointer

  init?(_ pem: [UInt8]) {
    let source = unsafe BIO_new_mem_buf(pem, Int32(clamping: pem.count))
    defer { unsafe BIO_free(source) }
    // Without an answer of ours the library asks for a password at the terminal.
    let found = unsafe PEM_read_bio_PrivateKey(source, nil, { _, _, _, _ in -1 }, nil)
    guard let found = unsafe found else { return nil }
    unsafe pointer = found
    guard unsafe isEd25519(found) else { return nil }
  }

  deinit { unsafe EVP_PKEY_free(pointer) }
}

/// The same of a public key.
@safe
private final class PublicKey {
  let pointer: OpaquePointer

  init?(_ pem: [UInt8]) {
    let source = unsafe BIO_new_mem_buf(pem, Int32(clamping: pem.count))
    defer { unsafe BIO_free(source) }
    let found = unsafe PEM_read_bio_PUBKEY(source, nil, nil, nil)
    guard let found = unsafe found else { return nil }
    unsafe pointer = found
    guard unsafe isEd25519(found) else { return nil }
  }

  deinit { unsafe EVP_PKEY_free(pointer) }
}

private func isEd25519(_ key: OpaquePointer) -> Bool { unsafe EVP_PKEY_get_id(key) == EVP_PKEY_ED25519 }
