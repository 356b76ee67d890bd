import CLibCrypto

/// Bytes as text of base64, by libcrypto.
enum Base64 {
  static func text(of bytes: [UInt8]) -> [UInt8] {
    // The library writes a zero behind it.
    var text = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
    let count = unsafe EVP_EncodeBlock(&text, bytes, Int32(clamping: bytes.count))
    return Array(text.prefix(Int(count)))
  }

  /// Nil where the text is not what `text(of:)` writes.
  static func bytes(of text: [UInt8]) -> [UInt8]? {
    guard !text.isEmpty, text.count.isMultiple(of: 4) else { return nil }
    var bytes = [UInt8](repeating: 0, count: text.count / 4 * 3)
    let count = unsafe EVP_DecodeBlock(&bytes, text, Int32(clamping: text.count))
    guard count == bytes.count else { return nil }
    bytes.removeLast(text.suffix(2).count { $0 == UInt8(ascii: "=") })
    return Self.text(of: bytes) == text ? bytes : nil
  }
}
