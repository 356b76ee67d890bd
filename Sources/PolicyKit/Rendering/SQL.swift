/// Lists of codes as SQL, on a line of their own each where one line does not hold them.
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

  /// One text of several pieces, as many a line as asked: texts with a line's end between them are one.
  static func text(_ pieces: [String], perLine: Int) -> String {
    stride(from: 0, to: pieces.count, by: perLine)
      .map { pieces[$0..<min($0 + perLine, pieces.count)].joined().sqlLiteral }
      .joined(separator: "\n")
  }
}

extension DefaultStringInterpolation {
  /// SQL of several lines, each as far in as the line that it begins in.
  public mutating func appendInterpolation(hanging sql: String) {
    appendLiteral(Fragment.hanging(sql, under: description))
  }
}
