/// A value that goes to the server beside the statement's text, never inside it.
public enum Parameter: Sendable, Hashable {
  case null
  /// The server takes the type from where the parameter stands.
  case text(String)
  case int(Int64)
  case bool(Bool)
  case double(Double)
  case date(PostgresDate)
  case decimal(PostgresDecimal)
  case timestamp(PostgresTimestamp)
  case textArray([String])
  case intArray([Int64])
  case bytes([UInt8])

  public init(_ value: some ParameterConvertible) {
    self = value.postgresParameter
  }
}

/// A Swift value that can be a statement's parameter.
public protocol ParameterConvertible {
  var postgresParameter: Parameter { get }
}

extension Parameter: ParameterConvertible {
  public var postgresParameter: Parameter { self }
}
extension Int: ParameterConvertible {
  public var postgresParameter: Parameter { .int(Int64(self)) }
}
extension Int64: ParameterConvertible {
  public var postgresParameter: Parameter { .int(self) }
}
extension Int32: ParameterConvertible {
  public var postgresParameter: Parameter { .int(Int64(self)) }
}
extension Bool: ParameterConvertible {
  public var postgresParameter: Parameter { .bool(self) }
}
extension Double: ParameterConvertible {
  public var postgresParameter: Parameter { .double(self) }
}
extension String: ParameterConvertible {
  public var postgresParameter: Parameter { .text(self) }
}
extension Substring: ParameterConvertible {
  public var postgresParameter: Parameter { .text(String(self)) }
}
extension PostgresDate: ParameterConvertible {
  public var postgresParameter: Parameter { .date(self) }
}
extension PostgresDecimal: ParameterConvertible {
  public var postgresParameter: Parameter { .decimal(self) }
}
extension PostgresTimestamp: ParameterConvertible {
  public var postgresParameter: Parameter { .timestamp(self) }
}
extension Optional: ParameterConvertible where Wrapped: ParameterConvertible {
  public var postgresParameter: Parameter { self?.postgresParameter ?? .null }
}
extension ParameterConvertible where Self: RawRepresentable, RawValue: ParameterConvertible {
  public var postgresParameter: Parameter { rawValue.postgresParameter }
}

/// An element that knows how an array of it is sent.
public protocol ArrayParameterConvertible {
  static func arrayParameter(_ elements: [Self]) -> Parameter
}

extension Array: ParameterConvertible where Element: ArrayParameterConvertible {
  public var postgresParameter: Parameter { Element.arrayParameter(self) }
}
extension String: ArrayParameterConvertible {
  public static func arrayParameter(_ elements: [String]) -> Parameter { .textArray(elements) }
}
extension Int: ArrayParameterConvertible {
  public static func arrayParameter(_ elements: [Int]) -> Parameter { .intArray(elements.map(Int64.init)) }
}
extension UInt8: ArrayParameterConvertible {
  public static func arrayParameter(_ elements: [UInt8]) -> Parameter { .bytes(elements) }
}

extension Parameter: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(arrayLiteral elements: String...) { self = .textArray(elements) }
}

extension Parameter {
  /// The type sent with the value; `unknown` lets the server find it.
  var type: PostgresType {
    switch self {
    case .null, .text: .unknown
    // The narrower type where it fits: `date + $1` takes an int4 and no int8.
    case .int(let value): Int32(exactly: value) == nil ? .int8 : .int4
    case .bool: .bool
    case .double: .float8
    case .date: .date
    case .decimal: .numeric
    case .timestamp: .timestamptz
    case .textArray: .textArray
    case .intArray: .int8Array
    case .bytes: .bytea
    }
  }

  /// The value in the server's text form; nil for NULL and for bytes, which go as they are.
  var text: String? {
    switch self {
    case .null, .bytes: nil
    case .text(let value): value
    case .int(let value): String(value)
    case .bool(let value): value ? "t" : "f"
    case .double(let value): value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-Infinity" : "Infinity") : "\(value)"
    case .date(let value): value.description
    case .decimal(let value): value.description
    case .timestamp(let value): value.description
    case .textArray(let values): arrayLiteral(values)
    case .intArray(let values): "{" + values.map(String.init).joined(separator: ",") + "}"
    }
  }

  /// The texts of this value that a message of the server could quote.
  var texts: [String] {
    switch self {
    case .textArray(let values): values
    default: text.map { [$0] } ?? []
    }
  }
}

/// `{"a","b \"c\""}`: every element quoted, so that none is taken for NULL or a separator.
private func arrayLiteral(_ values: [String]) -> String {
  var text = "{"
  for (index, value) in values.enumerated() {
    text += index == 0 ? "\"" : ",\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }
  return text + "}"
}
