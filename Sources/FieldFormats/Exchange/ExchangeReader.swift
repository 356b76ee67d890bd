/// Reads a table of an exchange: `<xml><data><row A0000="…" …/></data></xml>`.
final class ExchangeReader: XMLListener {
  private let file: String
  private let limits: FieldLimits
  private var rows: [ExchangeRow] = []
  private var depth = 0

  private init(file: String, limits: FieldLimits) {
    self.file = file
    self.limits = limits
  }

  static func read(_ bytes: [UInt8], file: String, limits: FieldLimits) throws(FieldFormatError) -> [ExchangeRow] {
    let reader = ExchangeReader(file: file, limits: limits)
    try XMLReader.read(bytes, file: file, limits: limits, to: reader)
    return reader.rows
  }

  func start(_ name: String, attributes: [String: String], line: Int) throws(FieldFormatError) {
    depth += 1
    if depth == 1, name.lowercased() != "xml" { throw .unexpectedRoot(file: file, root: name, expected: "xml") }
    guard depth == 3, name.lowercased() == "row" else { return }
    guard rows.count < limits.rows else { throw .overLimit(.rows, file: file, allowed: limits.rows) }
    var cells: [String: String] = [:]
    for (name, value) in attributes { cells[name.uppercased()] = value }
    rows.append(ExchangeRow(cells: cells, place: FieldPlace(file: file, line: rows.count + 1)))
  }

  func end(_ name: String) {
    depth -= 1
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Writes a table of an exchange.
enum ExchangeText {
  static let beginning = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml>\n<data>\n"
  static let end = "</data>\n</xml>\n"

  /// - Parameter rows: attributes in the order in which they are written.
  static func rows(_ rows: [[(name: String, value: String)]]) -> String {
    var text = ""
    for row in rows {
      text += "<row"
      for (name, value) in row { text += " \(name)=\"\(XMLText.escaped(value))\"" }
      text += "/>\n"
    }
    return text
  }
}
