import ZippedXML

/// What the styles of a workbook say about numbers: for each style the format.
struct CellStyles {
  /// By a cell's style; a cell beyond them has none.
  private(set) var formats: [NumberFormatCode] = []
  /// What each format means whatever the number, by itself: asked for every cell.
  private(set) var uniform: [FormatMeaning?] = []

  static let none = CellStyles()

  fileprivate mutating func append(_ format: NumberFormatCode) {
    formats.append(format)
    uniform.append(format.uniform)
  }
}

/// Reads `styles.xml`.
final class StylesHandler: PartHandler {
  private let listLimit: Int
  private var own: [Int: NumberFormatCode] = [:]
  private var builtIn: [Int: NumberFormatCode] = [:]
  private var isInCellFormats = false
  private(set) var styles = CellStyles()

  init(listLimit: Int) {
    self.listLimit = listLimit
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("numFmt") {
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else { return }
      guard own.count < listLimit else { return fail(.overLimit(.listEntries, part: nil, allowed: listLimit)) }
      // Differential formats, further down, may give a number again: theirs are for conditional colours.
      if own[id] == nil { own[id] = NumberFormatCode(code) }
    } else if name.is("cellXfs") {
      isInCellFormats = true
    } else if isInCellFormats, name.is("xf") {
      guard styles.formats.count < listLimit else { return fail(.overLimit(.listEntries, part: nil, allowed: listLimit)) }
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      // What the workbook itself declares goes before what the number means elsewhere.
      styles.append(own[id] ?? format(builtIn: id))
    }
  }

  override func end(_ name: XMLName) {
    if name.is("cellXfs") { isInCellFormats = false }
  }

  private func format(builtIn id: Int) -> NumberFormatCode {
    if let known = builtIn[id] { return known }
    let format = BuiltInFormats.code(id).map { NumberFormatCode($0) } ?? .general
    builtIn[id] = format
    return format
  }
}
