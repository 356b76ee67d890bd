extension Span where Element == UInt8 {
  /// A hash of few bytes, good in all its bits. The same in every run: not for what strangers may choose without end.
  public var quickHash: UInt64 {
    var value = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 < count {
      value = Self.mixed(value ^ word(at: index))
      index += 8
    }
    return Self.mixed(value ^ word(at: index))
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return product ^ (product >> 32)
  }

  /// Up to eight bytes from there on, as one number; zeros behind the end.
  private func word(at start: Int) -> UInt64 {
    if start + 8 <= count {
      // The comparison keeps the eight bytes within the span.
      return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self).littleEndian
    }
    var value: UInt64 = 0
    var index = count
    while index > start {
      index -= 1
      value = value << 8 | UInt64(self[index])
    }
    return value
  }
}
