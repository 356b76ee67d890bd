/// The types whose binary form has parts.
extension BinaryCopyEncoder {
  /// A `numeric`: `unscaled` divided by ten to the power of `scale`, which must not be negative.
  public mutating func numeric(unscaled: Int64, scale: Int) {
    precondition(scale >= 0 && scale <= 16383, "numeric takes a scale of 0 to 16383")
    // Digits of base 10000, lowest first; the fraction is filled up to whole ones.
    let fractionDigits = (scale + 3) / 4
    var rest = unscaled.magnitude
    var digits: InlineArray<6, Int16> = .init(repeating: 0)
    var count = 1
    switch fractionDigits * 4 - scale {
    case 1: (digits[0], rest) = (Int16(rest % 1000 * 10), rest / 1000)
    case 2: (digits[0], rest) = (Int16(rest % 100 * 100), rest / 100)
    case 3: (digits[0], rest) = (Int16(rest % 10 * 1000), rest / 10)
    default: count = 0
    }
    while rest > 0 {
      digits[count] = Int16(rest % 10_000)
      rest /= 10_000
      count += 1
    }
    while count > 0, digits[count - 1] == 0 { count -= 1 }
    var lowest = 0
    while lowest < count, digits[lowest] == 0 { lowest += 1 }

    put(Int32(8 + 2 * (count - lowest)))
    // How many digits, the power of 10000 of the first, the sign, the scale.
    putFour(
      Int16(count - lowest), Int16(count == 0 ? 0 : count - 1 - fractionDigits), unscaled < 0 ? 0x4000 : 0, Int16(scale))
    var index = count
    while index > lowest {
      index -= 1
      put(digits[index])
    }
  }

  /// A `numeric` of any length.
  public mutating func numeric(_ value: PostgresDecimal) {
    let fractionDigits = (value.scale + 3) / 4
    let filling = fractionDigits * 4 - value.scale
    var digits = value.digits + [UInt8](repeating: 0, count: value.digits.isEmpty ? 0 : filling)
    digits.insert(contentsOf: repeatElement(0, count: (4 - digits.count % 4) % 4), at: 0)
    var groups = stride(from: 0, to: digits.count, by: 4).map { start in
      digits[start..<start + 4].reduce(Int16(0)) { $0 * 10 + Int16($1) }
    }
    let weight = groups.count - 1 - fractionDigits
    while groups.last == 0 { groups.removeLast() }
    put(Int32(8 + 2 * groups.count))
    put(Int16(groups.count))
    put(Int16(groups.isEmpty ? 0 : weight))
    put(UInt16(value.isNegative ? 0x4000 : 0))
    put(Int16(value.scale))
    for group in groups { put(group) }
  }

  /// A `text[]` without NULLs.
  public mutating func textArray(_ elements: [String]) {
    let array = beginTextArray(count: elements.count)
    for element in elements { text(element) }
    endTextArray(array)
  }

  /// Begins a `text[]`: that many calls of `text` (or `null`) follow, then `endTextArray` with what is returned here.
  public mutating func beginTextArray(count: Int) -> Int {
    let start = used
    put(Int32(0))
    // Dimensions, whether there may be NULLs, the elements' type, then size and first index of the one dimension.
    put(Int32(count == 0 ? 0 : 1))
    put(Int32(0))
    put(PostgresType.text.rawValue)
    if count > 0 {
      put(Int32(count))
      put(Int32(1))
    }
    return start
  }

  /// Ends the array begun at `start`.
  public mutating func endTextArray(_ start: Int) {
    overwrite(Int32(used - start - 4), at: start)
  }

  /// Four small numbers at once.
  private mutating func putFour(_ a: Int16, _ b: Int16, _ c: Int16, _ d: Int16) {
    func bits(_ number: Int16) -> UInt64 { UInt64(UInt16(bitPattern: number)) }
    put(bits(a) << 48 | bits(b) << 32 | bits(c) << 16 | bits(d))
  }
}
