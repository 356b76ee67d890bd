import CLibCrypto

/// A SHA-256 digest of bytes given in pieces.
///
/// The C context never leaves the digest, which frees it.
@safe
public final class SHA256 {
  private let context: OpaquePointer?

  public init() {
    unsafe context = EVP_MD_CTX_new()
    unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
  }

  public func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
  }

  public func update(_ text: String) {
    update(Array(text.utf8).span)
  }

  /// The digest as 64 hexadecimal digits. Ends the digest: call it once.
  public func finish() -> String { hexadecimal(finishBytes()) }

  /// The digest as its 32 bytes. Ends the digest: call it once.
  public func finishBytes() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      _ = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, &count)
    }
    return Array(digest.prefix(Int(count)))
  }

  /// The digest of bytes as its 32 bytes.
  public static func bytes(of bytes: [UInt8]) -> [UInt8] {
    let digest = SHA256()
    digest.update(bytes.span)
    return digest.finishBytes()
  }

  /// The digest of a text's UTF-8 as 64 hexadecimal digits.
  public static func hex(of text: String) -> String {
    let digest = SHA256()
    digest.update(text)
    return digest.finish()
  }

  /// The digest of bytes as 64 hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String {
    let digest = SHA256()
    digest.update(bytes.span)
    return digest.finish()
  }
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var result: [UInt8] = []
  for byte in bytes {
    result.append(digits[Int(byte >> 4)])
    result.append(digits[Int(byte & 15)])
  }
  return String(decoding: result, as: UTF8.self)
}
