/// A number with at least so many digits, zeros before it: `7` is `07`, `-7` is `-07`.
public func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
  return (number < 0 ? "-" : "") + zeros + digits
}

/// How many digits a number has.
@inlinable func digitCount(_ number: UInt) -> Int {
  var count = 1
  var rest = number
  while rest > 9 {
    count += 1
    rest /= 10
  }
  return count
}

extension MutableSpan<UInt8> {
  /// Writes the last digits of a number from that place on: as many as `width` says, zeros before it.
  @inlinable mutating func write(digits number: UInt, width: Int, at start: Int) {
    var rest = number
    var index = start + width
    while index > start {
      index -= 1
      self[index] = .zeroDigit + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}

extension [UInt8] {
  /// Appends a number as its digits.
  public mutating func append(number: Int) {
    if number < 0 { append(.hyphen) }
    append(digits: number.magnitude, atLeast: 1)
  }

  /// Appends a number of which so many digits stand behind the point.
  public mutating func append(number: Int, decimals: Int) {
    if number < 0 { append(.hyphen) }
    var unit: UInt = 1
    for _ in 0..<decimals { unit *= 10 }
    append(digits: number.magnitude / unit, atLeast: 1)
    append(.point)
    append(digits: number.magnitude % unit, atLeast: decimals)
  }

  private mutating func append(digits number: UInt, atLeast least: Int) {
    let start = count
    let width = Swift.max(least, digitCount(number))
    append(contentsOf: repeatElement(.zeroDigit, count: width))
    var span = mutableSpan
    span.write(digits: number, width: width, at: start)
  }
}
