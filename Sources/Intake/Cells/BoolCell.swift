/// A truth value as a cell may write it: `1/0`, `true/false`, `是/否`, `Y/N`, Latin letters in either case.
@_spi(Measuring) public enum BoolCell {
  public static func parse(_ bytes: Span<UInt8>) -> Bool? {
    switch bytes.count {
    case 1:
      switch bytes[0] {
      case UInt8(ascii: "1"), UInt8(ascii: "Y"), UInt8(ascii: "y"): true
      case UInt8(ascii: "0"), UInt8(ascii: "N"), UInt8(ascii: "n"): false
      default: nil
      }
    case 3:
      if equals(bytes, "是") { true } else if equals(bytes, "否") { false } else { nil }
    case 4: equals(bytes, "true") ? true : nil
    case 5: equals(bytes, "false") ? false : nil
    default: nil
    }
  }

  private static func equals(_ bytes: Span<UInt8>, _ text: StaticString) -> Bool {
    for (index, byte) in text.description.utf8.enumerated() {
      let found = bytes[index]
      let lowered = (0x41...0x5A).contains(found) ? found | 0x20 : found
      guard lowered == byte else { return false }
    }
    return true
  }
}
