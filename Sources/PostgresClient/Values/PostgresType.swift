/// The server's number for a data type.
public struct PostgresType: RawRepresentable, Sendable, Hashable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Not known: the server or the decoder finds out.
  public static let unknown = PostgresType(rawValue: 0)
  public static let bool = PostgresType(rawValue: 16)
  public static let bytea = PostgresType(rawValue: 17)
  public static let name = PostgresType(rawValue: 19)
  public static let int8 = PostgresType(rawValue: 20)
  public static let int2 = PostgresType(rawValue: 21)
  public static let int4 = PostgresType(rawValue: 23)
  public static let text = PostgresType(rawValue: 25)
  public static let oid = PostgresType(rawValue: 26)
  public static let float4 = PostgresType(rawValue: 700)
  public static let float8 = PostgresType(rawValue: 701)
  public static let boolArray = PostgresType(rawValue: 1000)
  public static let int2Array = PostgresType(rawValue: 1005)
  public static let int4Array = PostgresType(rawValue: 1007)
  public static let textArray = PostgresType(rawValue: 1009)
  public static let int8Array = PostgresType(rawValue: 1016)
  public static let float8Array = PostgresType(rawValue: 1022)
  public static let date = PostgresType(rawValue: 1082)
  public static let timestamp = PostgresType(rawValue: 1114)
  public static let dateArray = PostgresType(rawValue: 1182)
  public static let timestamptz = PostgresType(rawValue: 1184)
  public static let numericArray = PostgresType(rawValue: 1231)
  public static let numeric = PostgresType(rawValue: 1700)

  /// The type of an array's elements, for the arrays whose elements are not read as text.
  var element: PostgresType {
    switch self {
    case .boolArray: .bool
    case .int2Array: .int2
    case .int4Array: .int4
    case .int8Array: .int8
    case .float8Array: .float8
    case .dateArray: .date
    case .numericArray: .numeric
    default: .unknown
    }
  }
}
