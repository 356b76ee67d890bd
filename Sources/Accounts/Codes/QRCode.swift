import CQRCodeGen

/// A text as a square of dark and light, which a telephone reads.
public struct QRCode: Sendable, Hashable {
  /// How many squares a side has.
  public let size: Int
  /// Row by row.
  private let dark: [Bool]

  /// The light border that readers need.
  public static let border = 4
  /// Enough for 600 letters.
  private static let largestVersion: Int32 = 20

  /// Nil for a text that is too long.
  public init?(_ text: String) {
    let capacity = Int((Self.largestVersion * 4 + 17) * (Self.largestVersion * 4 + 17) + 7) / 8 + 1
    var work = [UInt8](repeating: 0, count: capacity)
    var code = work
    let made = unsafe qrcodegen_encodeText(
      text, &work, &code, qrcodegen_Ecc_MEDIUM, 1, Self.largestVersion, qrcodegen_Mask_AUTO, true)
    guard made else { return nil }
    let side = unsafe qrcodegen_getSize(code)
    size = Int(side)
    dark = (0..<side * side).map { unsafe qrcodegen_getModule(code, $0 % side, $0 / side) }
  }

  /// Whether a square is dark, from the upper left.
  public subscript(x: Int, y: Int) -> Bool { dark[y * size + x] }

  /// The sides of the picture with its border: `0 0 45 45` is its view box.
  public var extent: Int { size + 2 * Self.border }

  /// The dark squares as the data of a path, a stroke of one row at a time.
  public var path: String {
    var path = ""
    for y in 0..<size {
      var x = 0
      while x < size {
        let start = x
        while x < size, self[x, y] { x += 1 }
        if x > start { path += "M\(start + Self.border) \(y + Self.border)h\(x - start)v1h-\(x - start)z" }
        x += 1
      }
    }
    return path
  }

  /// As a picture of its own.
  public var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(extent) \(extent)" shape-rendering="crispEdges">\
    <rect width="\(extent)" height="\(extent)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
    """
  }
}
