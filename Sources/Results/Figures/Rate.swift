import Bytes

/// A rate of four decimal digits, rounded half up; but never to all or nothing where something is left or there.
public struct Rate: Sendable, Hashable, Comparable {
  /// 0.8333 is 8333.
  public let tenThousandths: Int

  public init(tenThousandths: Int) {
    self.tenThousandths = tenThousandths
  }

  /// Nil for an empty whole: no rate, never 0 or 1.
  public init?(_ part: Int, of whole: Int) {
    guard whole > 0 else { return nil }
    let rounded = (2 * part * 10_000 + whole) / (2 * whole)
    // Of a hundred thousand that one is left of, 100.00 % would say that none is.
    tenThousandths = part > 0 && rounded == 0 ? 1 : part < whole && rounded == 10_000 ? 9_999 : rounded
  }

  public static func < (left: Rate, right: Rate) -> Bool {
    left.tenThousandths < right.tenThousandths
  }

  /// The difference of two rates as they are printed, so that a reader who subtracts gets the same.
  public static func - (left: Rate, right: Rate) -> Rate {
    Rate(tenThousandths: left.tenThousandths - right.tenThousandths)
  }
}

extension Rate: CustomStringConvertible {
  /// `0.8333`, `-0.0500`.
  public var description: String {
    Self.fixed(tenThousandths, digits: 4)
  }

  /// `83.33%`.
  public var percent: String {
    Self.fixed(tenThousandths, digits: 2) + "%"
  }

  /// Appends the rate with its four digits.
  package func append(to bytes: inout [UInt8]) {
    bytes.append(number: tenThousandths, decimals: 4)
  }

  private static func fixed(_ value: Int, digits: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(number: value, decimals: digits)
    return String(decoding: bytes, as: UTF8.self)
  }
}
