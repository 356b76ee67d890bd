/// Bytes in 64 letters that stand in an address as they are (RFC 4648, base64url, without padding).
enum Base64URL {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func text(of bytes: [UInt8]) -> String {
    String(decoding: groups(of: bytes, bits: 6).map { letters[$0] }, as: UTF8.self)
  }

  /// Whether the text is so many bytes in this form.
  static func holds(_ text: String, bytes count: Int) -> Bool {
    text.utf8.count == (count * 8 + 5) / 6 && text.utf8.allSatisfy(letters.contains)
  }
}

/// Bytes in 32 letters that are easily told from each other and typed (RFC 4648, base32, without padding).
enum Base32 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  static func text(of bytes: [UInt8]) -> String {
    String(decoding: groups(of: bytes, bits: 5).map { letters[$0] }, as: UTF8.self)
  }
}

/// The bits of bytes in groups, the last filled up with zeros.
private func groups(of bytes: [UInt8], bits: Int) -> [Int] {
  var groups: [Int] = []
  var (held, count) = (0, 0)
  for byte in bytes {
    held = (held << 8 | Int(byte)) & 0xFFFF
    count += 8
    while count >= bits {
      count -= bits
      groups.append(held >> count & (1 << bits - 1))
    }
  }
  if count > 0 { groups.append(held << (bits - count) & (1 << bits - 1)) }
  return groups
}
