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
}
