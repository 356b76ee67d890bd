/// A Swift type that reads a PostgreSQL value.
public protocol PostgresDecodable {
  static func decode(_ cell: PostgresCell) throws(CellError) -> Self
  /// How an array of it is read; bytes differ from the rest.
  static func decodeArray(_ cell: PostgresCell) throws(CellError) -> [Self]
}

extension PostgresDecodable {
  public static func decodeArray(_ cell: PostgresCell) throws(CellError) -> [Self] {
    guard let bytes = cell.bytes else { throw .null }
    guard let elements = arrayElements(bytes) else { throw .malformed("an array of one dimension") }
    var values: [Self] = []
    values.reserveCapacity(elements.count)
    for element in elements {
      values.append(try decode(PostgresCell(bytes: element.map { $0[...] }, type: cell.type.element)))
    }
    return values
  }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> Self {
    guard let value = Self(rawValue: try RawValue.decode(cell)) else { throw .malformed("one of the values of \(Self.self)") }
    return value
  }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> Self {
    cell.bytes == nil ? nil : try Wrapped.decode(cell)
  }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> [Element] {
    try Element.decodeArray(cell)
  }
}

/// Text, and the text form of any other type: an enum, a uuid, json.
extension String: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> String {
    guard let bytes = cell.bytes else { throw .null }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Int64: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> Int64 {
    // A sum of int8 is numeric: taken where it is whole.
    let bytes = try cell.bytes(of: .int2, .int4, .int8, .oid, .numeric)
    if let value = integer(bytes) { return value }
    guard let value = PostgresDecimal(bytes: bytes)?.integer else { throw .malformed("a whole number of 64 bits") }
    return value
  }
}

extension Int: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> Int {
    Int(try Int64.decode(cell))
  }
}

extension Int32: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> Int32 {
    guard let value = Int32(exactly: try Int64.decode(cell)) else { throw .malformed("a whole number of 32 bits") }
    return value
  }
}

extension Bool: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> Bool {
    switch try cell.bytes(of: .bool).first {
    case UInt8(ascii: "t"): true
    case UInt8(ascii: "f"): false
    default: throw .malformed("a truth value")
    }
  }
}

extension Double: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> Double {
    let bytes = try cell.bytes(of: .float4, .float8, .numeric, .int2, .int4, .int8)
    guard let value = Double(String(decoding: bytes, as: UTF8.self)) else { throw .malformed("a number") }
    return value
  }
}

extension PostgresDate: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> PostgresDate {
    guard let date = PostgresDate(iso: try cell.bytes(of: .date)) else { throw .malformed("a finite date of our era") }
    return date
  }
}

extension PostgresDecimal: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> PostgresDecimal {
    guard let value = PostgresDecimal(bytes: try cell.bytes(of: .numeric, .int2, .int4, .int8)) else {
      throw .malformed("a finite decimal number")
    }
    return value
  }
}

extension PostgresTimestamp: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> PostgresTimestamp {
    guard let value = PostgresTimestamp(iso: try cell.bytes(of: .timestamptz, .timestamp)) else {
      throw .malformed("a finite moment of our era")
    }
    return value
  }
}

/// Not a type of PostgreSQL: it stands here so that `[UInt8]` reads `bytea`.
extension UInt8: PostgresDecodable {
  public static func decode(_ cell: PostgresCell) throws(CellError) -> UInt8 {
    guard let value = UInt8(exactly: try Int64.decode(cell)) else { throw .malformed("a number from 0 to 255") }
    return value
  }

  public static func decodeArray(_ cell: PostgresCell) throws(CellError) -> [UInt8] {
    guard let bytes = hexBytes(try cell.bytes(of: .bytea)) else { throw .malformed("bytes in hexadecimal") }
    return bytes
  }
}
