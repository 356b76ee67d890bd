/// One value as the server sent it: its text form, and its type.
public struct PostgresCell: Sendable {
  /// Nil for NULL.
  public let bytes: ArraySlice<UInt8>?
  public let type: PostgresType

  public init(bytes: ArraySlice<UInt8>?, type: PostgresType) {
    self.bytes = bytes
    self.type = type
  }

  /// The value's text form; nil for NULL.
  public var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  /// The value, if it is of that type.
  public func decode<T: PostgresDecodable>(as type: T.Type = T.self) throws(CellError) -> T {
    try T.decode(self)
  }

  /// The bytes of a value whose type is one of these, or is not known.
  func bytes(of types: PostgresType...) throws(CellError) -> ArraySlice<UInt8> {
    guard let bytes else { throw .null }
    guard type == .unknown || types.contains(type) else { throw .wrongType }
    return bytes
  }
}

/// Why a cell is not of the type wanted. Never holds the value.
public enum CellError: Error, Sendable, Hashable, CustomStringConvertible {
  case null
  case wrongType
  case malformed(String)

  public var description: String {
    switch self {
    case .null: "the value is NULL, and the type wanted takes no NULL"
    case .wrongType: "the column has another type"
    case .malformed(let expected): "the value is not \(expected)"
    }
  }
}
