/// Lists of codes as SQL: on one line, or one code a line where they do not fit.
public enum SQL {
  /// `array['a', 'b']`
  public static func array(_ codes: [String]) -> String {
    "array[\(list(codes))]"
  }

  /// `'a', 'b'`, for `in (..)`.
  public static func list(_ codes: [String]) -> String {
    let literals = codes.map(\.sqlLiteral)
    let line = literals.joined(separator: ", ")
    return line.utf8.count <= 60 ? line : "\n  " + literals.joined(separator: ",\n  ") + "\n"
  }

  /// One SQL text literal written as several pieces, `perLine` on a line: SQL joins literals that stand on lines of their
  /// own.
  static func text(_ pieces: [String], perLine: Int) -> String {
    stride(from: 0, to: pieces.count, by: perLine)
      .map { pieces[$0..<min($0 + perLine, pieces.count)].joined().sqlLiteral }
      .joined(separator: "\n")
  }
}

extension DefaultStringInterpolation {
  /// Puts in SQL of several lines: each is indented like the line that the interpolation stands in.
  public mutating func appendInterpolation(hanging sql: String) {
    appendLiteral(Fragment.hanging(sql, under: description))
  }
}
