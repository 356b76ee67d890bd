import CLibCrypto

/// AES-256-GCM of many short texts under one key.
///
/// The C contexts never leave it, which frees them.
@safe
final class AuthenticatedCipher {
  static let nonceLength = 12
  static let tagLength = 16

  private let sealing: OpaquePointer?
  private let opening: OpaquePointer?

  /// - Parameter key: 32 bytes.
  init(_ key: [UInt8]) {
    unsafe sealing = EVP_CIPHER_CTX_new()
    unsafe opening = EVP_CIPHER_CTX_new()
    unsafe EVP_EncryptInit_ex(sealing, EVP_aes_256_gcm(), nil, key, nil)
    unsafe EVP_DecryptInit_ex(opening, EVP_aes_256_gcm(), nil, key, nil)
  }

  deinit {
    unsafe EVP_CIPHER_CTX_free(sealing)
    unsafe EVP_CIPHER_CTX_free(opening)
  }

  /// The text, sealed, with its tag behind it; nil where the library refuses.
  ///
  /// - Parameter context: what is not sealed and must be the same at opening.
  func seal(_ text: [UInt8], nonce: [UInt8], context: [UInt8]) -> [UInt8]? {
    var sealed = [UInt8](repeating: 0, count: text.count)
    var tag = [UInt8](repeating: 0, count: Self.tagLength)
    var count: Int32 = 0
    guard unsafe EVP_EncryptInit_ex(sealing, nil, nil, nil, nonce) == 1,
      unsafe EVP_EncryptUpdate(sealing, nil, &count, context, Int32(clamping: context.count)) == 1,
      unsafe EVP_EncryptUpdate(sealing, &sealed, &count, text, Int32(clamping: text.count)) == 1,
      Int(count) == text.count, unsafe EVP_EncryptFinal_ex(sealing, nil, &count) == 1,
      unsafe EVP_CIPHER_CTX_ctrl(sealing, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagLength), &tag) == 1
    else { return nil }
    return sealed + tag
  }

  /// The text; nil where it was not sealed so.
  ///
  /// - Parameter sealed: with its tag behind it.
  func open(_ sealed: [UInt8], nonce: [UInt8], context: [UInt8]) -> [UInt8]? {
    guard sealed.count >= Self.tagLength else { return nil }
    let body = Array(sealed.dropLast(Self.tagLength))
    var tag = Array(sealed.suffix(Self.tagLength))
    var text = [UInt8](repeating: 0, count: body.count)
    var count: Int32 = 0
    guard unsafe EVP_DecryptInit_ex(opening, nil, nil, nil, nonce) == 1,
      unsafe EVP_DecryptUpdate(opening, nil, &count, context, Int32(clamping: context.count)) == 1,
      unsafe EVP_DecryptUpdate(opening, &text, &count, body, Int32(clamping: body.count)) == 1,
      unsafe EVP_CIPHER_CTX_ctrl(opening, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagLength), &tag) == 1,
      unsafe EVP_DecryptFinal_ex(opening, nil, &count) == 1
    else { return nil }
    return text
  }
}
