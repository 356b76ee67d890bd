import CLibCrypto

/// SHA-256 of many short texts, one after the other, by one context: to set one up anew takes longer than to digest a line.
///
/// The C context never leaves it, which frees it.
@safe
public final class RepeatedSHA256 {
  private let context: OpaquePointer?
  private var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))

  public init() {
    unsafe context = EVP_MD_CTX_new()
    unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
  }

  /// Whether 64 hexadecimal digits, in small letters, are the digest of the bytes.
  public func confirms(_ digits: Span<UInt8>, of bytes: Span<UInt8>) -> Bool {
    unsafe EVP_DigestInit_ex(context, nil, nil)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
    var count: UInt32 = 0
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      _ = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, &count)
    }
    guard digits.count == Int(count) * 2 else { return false }
    for index in 0..<Int(count) {
      let byte = digest[index]
      guard digits[2 * index] == Self.digit(byte >> 4), digits[2 * index + 1] == Self.digit(byte & 15) else { return false }
    }
    return true
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value + 0x57 }
}
