extension UInt8 {
  /// `,`
  @inlinable public static var comma: UInt8 { 0x2C }
  /// `"`
  @inlinable public static var quote: UInt8 { 0x22 }
  @inlinable public static var lineFeed: UInt8 { 0x0A }
  @inlinable public static var carriageReturn: UInt8 { 0x0D }
  /// `-`
  @inlinable public static var hyphen: UInt8 { 0x2D }
  /// `.`
  @inlinable public static var point: UInt8 { 0x2E }
  /// `0`
  @inlinable public static var zeroDigit: UInt8 { 0x30 }

  /// Whether it is one of `0` to `9`.
  @inlinable public var isDigit: Bool { self &- .zeroDigit <= 9 }
}
