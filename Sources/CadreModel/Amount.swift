/// An exact decimal of up to four fractional digits, as policies state them: 550, 0.7, 1.2.
public struct Amount: Sendable, Hashable, Comparable {
  /// Ten-thousandths.
  public let scaled: Int

  public init(scaled: Int) {
    self.scaled = scaled
  }

  public init(_ whole: Int) {
    scaled = whole * 10_000
  }

  /// Reads `90`, `0.7`, `-1.25`; nil for anything else, or more than four fractional digits.
  public init?(_ text: String) {
    var digits = text[...]
    let sign = digits.first == "-" ? -1 : 1
    if sign < 0 { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy(
        { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts[0].count <= 14, let whole = Int(parts[0])
    else { return nil }
    var fraction = 0
    if parts.count == 2 {
      guard parts[1].count <= 4, let value = Int(parts[1]) else { return nil }
      fraction = value
      for _ in parts[1].count..<4 { fraction *= 10 }
    }
    scaled = sign * (whole * 10_000 + fraction)
  }

  /// The whole number, where it is one.
  public var whole: Int? {
    scaled % 10_000 == 0 ? scaled / 10_000 : nil
  }

  public static func < (left: Amount, right: Amount) -> Bool {
    left.scaled < right.scaled
  }
}

extension Amount: CustomStringConvertible {
  /// A plain decimal without trailing zeros.
  public var description: String {
    let magnitude = scaled.magnitude
    let whole = String(magnitude / 10_000)
    let sign = scaled < 0 ? "-" : ""
    guard magnitude % 10_000 != 0 else { return sign + whole }
    var fraction = String(10_000 + magnitude % 10_000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return sign + whole + "." + fraction
  }
}
