extension [UInt8] {
  /// Appends a number as its digits.
  package mutating func append(number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: number.magnitude, atLeast: 1)
  }

  /// Appends a number of which so many digits stand behind the point.
  package mutating func append(number: Int, decimals: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var unit: UInt = 1
    for _ in 0..<decimals { unit *= 10 }
    append(digits: number.magnitude / unit, atLeast: 1)
    append(UInt8(ascii: "."))
    append(digits: number.magnitude % unit, atLeast: decimals)
  }

  private mutating func append(digits number: UInt, atLeast least: Int) {
    var place: UInt = 1
    var count = 1
    while count < least || number / place > 9 {
      place *= 10
      count += 1
    }
    while place > 0 {
      append(UInt8(ascii: "0") + UInt8(number / place % 10))
      place /= 10
    }
  }
}
