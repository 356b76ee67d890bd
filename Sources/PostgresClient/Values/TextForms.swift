/// A whole number in decimal digits; nil when it is none or does not fit.
func integer(_ bytes: ArraySlice<UInt8>) -> Int64? {
  let negative = bytes.first == UInt8(ascii: "-")
  let digits = negative ? bytes.dropFirst() : bytes
  guard !digits.isEmpty else { return nil }
  // Counted downwards: the lowest number has no positive twin.
  var value: Int64 = 0
  for byte in digits {
    guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    let (difference, overflow2) = product.subtractingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
    if overflow || overflow2 { return nil }
    value = difference
  }
  if negative { return value }
  return value == .min ? nil : -value
}

/// The bytes that `\x0a1b` stands for.
func hexBytes(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
  guard bytes.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "x")]), bytes.count % 2 == 0 else { return nil }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count / 2 - 1)
  var index = bytes.startIndex + 2
  while index < bytes.endIndex {
    guard let high = hexDigit(bytes[index]), let low = hexDigit(bytes[index + 1]) else { return nil }
    result.append(high << 4 | low)
    index += 2
  }
  return result
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  default: nil
  }
}

/// The elements of `{a,"b c",NULL}`, nil for NULL. Nil as a whole for more than one dimension or other bounds.
func arrayElements(_ bytes: ArraySlice<UInt8>) -> [[UInt8]?]? {
  guard bytes.count >= 2, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else { return nil }
  let end = bytes.endIndex - 1
  var index = bytes.startIndex + 1
  var elements: [[UInt8]?] = []
  if index == end { return elements }
  while true {
    var element: [UInt8] = []
    let quoted = index < end && bytes[index] == UInt8(ascii: "\"")
    if quoted { index += 1 }
    while index < end {
      var byte = bytes[index]
      if quoted ? byte == UInt8(ascii: "\"") : byte == UInt8(ascii: ",") { break }
      if byte == UInt8(ascii: "{"), !quoted { return nil }
      if byte == UInt8(ascii: "\\") {
        index += 1
        guard index < end else { return nil }
        byte = bytes[index]
      }
      element.append(byte)
      index += 1
    }
    if quoted {
      guard index < end else { return nil }
      index += 1
    }
    elements.append(!quoted && element.elementsEqual("NULL".utf8) ? nil : element)
    if index == end { return elements }
    guard bytes[index] == UInt8(ascii: ",") else { return nil }
    index += 1
  }
}
