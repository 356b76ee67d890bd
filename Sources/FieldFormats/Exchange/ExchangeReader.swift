import ZippedXML

/// Reads a table of an exchange: `<xml><data><row A0000="…" …/></data></xml>`.
final class ExchangeReader: FieldHandler {
  private let limits: FieldLimits
  private var rows: [ExchangeRow] = []

  private init(file: String, limits: FieldLimits) {
    self.limits = limits
    super.init(file: file)
  }

  static func read(_ bytes: [UInt8], file: String, limits: FieldLimits) throws(FieldFormatError) -> [ExchangeRow] {
    let reader = ExchangeReader(file: file, limits: limits)
    try FieldDocument.read(bytes, telling: reader, limits: limits)
    return reader.rows
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let (root, name) = (name.wholeText, name.wholeText.lowercased())
    if depth == 1, name != "xml" { return fail(.unexpectedRoot(file: file, root: root, expected: "xml")) }
    guard depth == 3, name == "row" else { return }
    guard rows.count < limits.rows else { return fail(.overLimit(.rows, file: file, allowed: limits.rows)) }
    var cells: [String: String] = [:]
    for (name, value) in attributes.given { cells[name.uppercased()] = value }
    rows.append(ExchangeRow(cells: cells, place: FieldPlace(file: file, line: rows.count + 1)))
  }
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
