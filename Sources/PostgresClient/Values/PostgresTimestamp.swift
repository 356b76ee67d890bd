import Bytes

/// A moment, to the microsecond, in UTC. Stands for `timestamptz`; a `timestamp` is read as if it were UTC.
public struct PostgresTimestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Microseconds since 1 January 2000, 00:00 UTC, PostgreSQL's own count.
  public let microsecondsSince2000: Int64

  /// From 1 January 1970 to 1 January 2000.
  private static let epochOffset: Int64 = 946_684_800_000_000
  private static let microsecondsADay: Int64 = 86_400_000_000

  public init(microsecondsSince2000 microseconds: Int64) {
    microsecondsSince2000 = microseconds
  }

  public init(microsecondsSince1970 microseconds: Int64) {
    microsecondsSince2000 = microseconds - Self.epochOffset
  }

  /// Microseconds since 1 January 1970, 00:00 UTC.
  public var microsecondsSince1970: Int64 { microsecondsSince2000 + Self.epochOffset }

  /// The day in UTC.
  public var date: PostgresDate { PostgresDate(daysSince2000: Int(dayAndRest.day)) }

  /// `2025-03-01T12:34:56.123456Z`; no fraction where it is zero.
  public var description: String {
    let (day, rest) = dayAndRest
    let (seconds, fraction) = (Int(rest / 1_000_000), Int(rest % 1_000_000))
    let time = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    return "\(PostgresDate(daysSince2000: Int(day)))T\(time)\(fraction == 0 ? "" : ".\(padded(fraction, 6))")Z"
  }

  /// `2025-03-01 20:34:56 +08:00`: to the second, on clocks so many hours ahead of UTC.
  public func text(hoursAhead hours: Int) -> String {
    let local = PostgresTimestamp(microsecondsSince2000: microsecondsSince2000 + Int64(hours) * 3_600_000_000)
    let (day, rest) = local.dayAndRest
    let seconds = Int(rest / 1_000_000)
    let time = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    return "\(PostgresDate(daysSince2000: Int(day))) \(time) \(hours < 0 ? "-" : "+")\(padded(abs(hours), 2)):00"
  }

  public static func < (a: Self, b: Self) -> Bool {
    a.microsecondsSince2000 < b.microsecondsSince2000
  }

  private var dayAndRest: (day: Int64, rest: Int64) {
    let (day, rest) = microsecondsSince2000.quotientAndRemainder(dividingBy: Self.microsecondsADay)
    return rest < 0 ? (day - 1, rest + Self.microsecondsADay) : (day, rest)
  }

  /// Reads the server's ISO form: `2025-03-01 12:34:56.123456+08:30`.
  init?(iso bytes: ArraySlice<UInt8>) {
    guard let blank = bytes.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }),
      let date = PostgresDate(iso: bytes[..<blank])
    else { return nil }
    let rest = bytes[(blank + 1)...]
    let zone = rest.firstIndex { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "Z") }
    guard let time = Self.microseconds(rest[..<(zone ?? rest.endIndex)]) else { return nil }
    var offset: Int64 = 0
    if let zone, rest[zone] != UInt8(ascii: "Z") {
      guard let size = Self.microseconds(rest[(zone + 1)...]) else { return nil }
      offset = rest[zone] == UInt8(ascii: "-") ? -size : size
    }
    microsecondsSince2000 = Int64(date.daysSince2000) * Self.microsecondsADay + time - offset
  }

  /// `hh`, `hh:mm`, `hh:mm:ss` or `hh:mm:ss.ffffff`.
  private static func microseconds(_ bytes: ArraySlice<UInt8>) -> Int64? {
    var total: Int64 = 0
    var field: Int64 = 0
    var unit: Int64 = 3_600_000_000
    var inFraction = false
    guard !bytes.isEmpty else { return nil }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int64(byte - UInt8(ascii: "0"))
        if inFraction {
          unit /= 10
          total += digit * unit
        } else {
          field = field * 10 + digit
          guard field < 100 else { return nil }
        }
      case UInt8(ascii: ":"):
        guard !inFraction, unit > 1_000_000 else { return nil }
        total += field * unit
        field = 0
        unit /= 60
      case UInt8(ascii: "."):
        guard unit == 1_000_000, !inFraction else { return nil }
        total += field * unit
        inFraction = true
      default: return nil
      }
    }
    return inFraction ? total : total + field * unit
  }
}
