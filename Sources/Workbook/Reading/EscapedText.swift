#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Characters that XML cannot hold: workbooks write them as `_x000D_`, and a real `_x` as `_x005F_x`.
enum EscapedText {
  /// Puts the characters themselves in their places, from `start` to the end. What is no such thing stays.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    let count = bytes.count - start
    guard count >= 7 else { return }
    let isPossible = unsafe bytes.withUnsafeBytes { buffer in
      unsafe buffer.baseAddress.map { unsafe memchr($0 + start, 0x5F, count) != nil } ?? false
    }
    guard isPossible else { return }
    var read = start
    var write = start
    while read < bytes.count {
      if let (character, length) = character(bytes, at: read) {
        for byte in String(character).utf8 {
          bytes[write] = byte
          write += 1
        }
        read += length
      } else {
        bytes[write] = bytes[read]
        read += 1
        write += 1
      }
    }
    bytes.removeLast(bytes.count - write)
  }

  /// The character whose escape begins here, and how long the escape is: two of them where one code unit is not enough.
  private static func character(_ bytes: [UInt8], at position: Int) -> (Unicode.Scalar, Int)? {
    guard let unit = unit(bytes, at: position) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 7) }
    guard UTF16.isLeadSurrogate(UInt16(unit)), let second = self.unit(bytes, at: position + 7),
      UTF16.isTrailSurrogate(UInt16(second))
    else { return nil }
    return Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00)).map { ($0, 14) }
  }

  private static func unit(_ bytes: [UInt8], at position: Int) -> UInt32? {
    guard position + 7 <= bytes.count, bytes[position] == 0x5F, bytes[position + 1] == 0x78, bytes[position + 6] == 0x5F
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position + 2..<position + 6] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte & 0x0F) + 9)
      default: return nil
      }
    }
    return value
  }
}
