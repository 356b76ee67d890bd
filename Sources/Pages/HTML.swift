/// A piece of HTML (or of SVG in it), as bytes.
///
/// What stands in the source as a literal goes in as it is; all else goes in by interpolation, and is escaped. There is no other way
/// in: a literal is a `StaticString`, so that text that a program run brings along does not compile as one.
///
///     let cell: HTML = "<td class=\"n\">\(name)</td>"
package struct HTML: Sendable, Hashable {
  package private(set) var bytes: [UInt8]

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Plain text.
  package init(_ plain: String) {
    bytes = []
    append(plain: plain)
  }

  package static let empty = HTML(bytes: [])

  /// The same as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package var isEmpty: Bool { bytes.isEmpty }

  /// Appends a piece.
  package static func += (left: inout HTML, right: HTML) {
    left.bytes += right.bytes
  }

  /// The pieces with something between each two: a line's end, if nothing else is said.
  package static func joined(_ pieces: some Sequence<HTML>, separator: HTML = "\n") -> HTML {
    var joined = HTML.empty
    var isFirst = true
    for piece in pieces {
      if !isFirst { joined += separator }
      joined += piece
      isFirst = false
    }
    return joined
  }

  private mutating func append(literal: StaticString) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  private mutating func append(plain: String) {
    bytes.reserveCapacity(bytes.count + plain.utf8.count)
    for byte in plain.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append(literal: "&amp;")
      case UInt8(ascii: "<"): append(literal: "&lt;")
      case UInt8(ascii: ">"): append(literal: "&gt;")
      case UInt8(ascii: "\""): append(literal: "&quot;")
      default: bytes.append(byte)
      }
    }
  }
}

extension HTML: ExpressibleByStringInterpolation {
  package init(stringLiteral value: StaticString) {
    bytes = []
    append(literal: value)
  }

  package init(stringInterpolation: Interpolation) {
    self = stringInterpolation.piece
  }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var piece = HTML.empty

    package init(literalCapacity: Int, interpolationCount: Int) {
      piece.bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      piece.append(literal: literal)
    }

    package mutating func appendInterpolation(_ plain: String) {
      piece.append(plain: plain)
    }

    package mutating func appendInterpolation(_ number: Int) {
      piece.append(plain: String(number))
    }

    package mutating func appendInterpolation(_ inner: HTML) {
      piece += inner
    }
  }
}
