/// The part of a cell between its leading and trailing blanks: ASCII blanks, no-break space, and U+3000.
func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
  var start = range.lowerBound
  var end = range.upperBound
  // Most cells have no blanks to trim.
  if start < end && isPlain(bytes[start]) && isPlain(bytes[end - 1]) { return range }
  while start < end {
    let width = blankWidth(bytes, at: start, before: end)
    if width == 0 { break }
    start += width
  }
  while start < end {
    if isASCIIBlank(bytes[end - 1]) {
      end -= 1
    } else if end - start >= 3 && blankWidth(bytes, at: end - 3, before: end) == 3 {
      end -= 3
    } else if end - start >= 2 && blankWidth(bytes, at: end - 2, before: end) == 2 {
      end -= 2
    } else {
      break
    }
  }
  return start..<end
}

/// ASCII, and no blank.
private func isPlain(_ byte: UInt8) -> Bool {
  byte > 0x20 && byte < 0x80
}

private func isASCIIBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

private func blankWidth(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int {
  switch bytes[index] {
  case 0x20, 0x09...0x0D: 1
  case 0xC2: index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
  case 0xE3: index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
  default: 0
  }
}

func isASCII(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  var all: UInt8 = 0
  for index in range { all |= bytes[index] }
  return all < 0x80
}

func string(_ bytes: Span<UInt8>) -> String {
  var copy: [UInt8] = []
  copy.reserveCapacity(bytes.count)
  for index in bytes.indices { copy.append(bytes[index]) }
  return String(decoding: copy, as: UTF8.self)
}

/// 1-64 characters of `A-Za-z0-9_-`, the first a letter or digit.
@_spi(Measuring) public func isID(_ bytes: Span<UInt8>) -> Bool {
  guard bytes.count >= 1 && bytes.count <= 64 else { return false }
  for index in bytes.indices {
    switch bytes[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
    case 0x5F, 0x2D: if index == 0 { return false }
    default: return false
    }
  }
  return true
}
