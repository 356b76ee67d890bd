import Bytes

/// `2025H1` or `2025H2`.
func isHalf(_ bytes: Span<UInt8>) -> Bool {
  guard bytes.count == 6 else { return false }
  for index in 0..<4 where !bytes[index].isDigit { return false }
  return bytes[4] == UInt8(ascii: "H") && (bytes[5] == UInt8(ascii: "1") || bytes[5] == UInt8(ascii: "2"))
}

/// Six digits, as in GB/T 2260.
func isRegionCode(_ bytes: Span<UInt8>) -> Bool {
  guard bytes.count == 6 else { return false }
  for index in bytes.indices where !bytes[index].isDigit { return false }
  return true
}

/// A citizen's number of GB 11643: seventeen digits, then the check character of ISO 7064 (MOD 11-2).
@_spi(Measuring) public enum IdentityNumberCell: Equatable {
  case valid
  case malformed
  /// Digits 7 to 14 are no date.
  case impossibleBirthDate
  case wrongCheckCharacter(expected: UInt8)

  public static func parse(_ bytes: Span<UInt8>) -> IdentityNumberCell {
    guard bytes.count == 18 else { return .malformed }
    for index in 0..<17 where !bytes[index].isDigit { return .malformed }
    let last = bytes[17] == UInt8(ascii: "x") ? UInt8(ascii: "X") : bytes[17]
    guard last.isDigit || last == UInt8(ascii: "X") else { return .malformed }
    guard case .day = DateCell.parse(bytes.extracting(6..<14)) else { return .impossibleBirthDate }
    // The weight of a digit is 2 to the power of its distance from the end, modulo 11.
    var sum = 0
    var weight = 2
    for index in stride(from: 16, through: 0, by: -1) {
      sum += Int(bytes[index] & 15) * weight
      weight = weight * 2 % 11
    }
    let check = (12 - sum % 11) % 11
    let expected = check == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(check)
    return last == expected ? .valid : .wrongCheckCharacter(expected: expected)
  }
}
