import Bytes
import DataContract
import Spreadsheet
import Workbook

/// One file of a delivery, looked over once: what table it is, how it is encoded and laid out, what its digest is.
struct DeliveredFile: Sendable, Hashable {
  let table: Table
  let path: String
  let byteSize: Int
  let sha256: String
  let encoding: TextEncoding
  let layout: FileLayout
  let byteOrderMarks: Int
  /// Whether each cell has to be checked for being UTF-8: not all of the file is.
  let needsValidation: Bool
  /// Whether rows have to be looked through for bytes that are zero.
  let hasZero: Bool
  /// All lines, blank ones too, by their ends alone. The rows read later have to account for each.
  let lines: Int
  /// Where its rows came from, where they were made of files of the field's own formats.
  var origin: FieldOrigin?
  /// The sheets of a workbook that are the table's; none of a CSV file.
  var sheets: [Sheet] = []

  /// What it is called: its name without its folder.
  var name: String { origin?.name ?? fileName(path) }
  var hasByteOrderMark: Bool { byteOrderMarks > 0 }
  var isWorkbook: Bool { !sheets.isEmpty }
  /// What the rows take, as progress counts it.
  var weight: Int { isWorkbook ? sheets.reduce(0) { $0 + $1.byteSize } : byteSize }
  /// How the rows are written down, as it is remembered.
  var encodingName: String { isWorkbook ? Self.workbookEncoding : encoding.rawValue }
  static let workbookEncoding = "XLSX"

  /// Where a record begins in it.
  ///
  /// - Parameter part: of which of the sheets it is.
  func place(part: Int, line: Int, cell: Int? = nil) -> Place {
    isWorkbook ? .cell(sheet: sheets[part].name, row: line, column: cell.map { $0 + 1 }) : .line(line)
  }

  /// Reads the whole file for its digest and its encoding, then its first lines for the headings.
  /// - Throws: `ImportError.unreadable`, `ImportError.encodingUnclear`, `CancellationError`.
  static func inspect(_ path: String, as table: Table, encoding: TextEncoding?) throws -> DeliveredFile {
    do {
      var detector = EncodingDetector()
      let digest = try FileDigest(of: path) { detector.consume($0) }
      let text = try detector.finish()
      let encoding = try encoding ?? Self.encoding(text, path: path)
      return DeliveredFile(
        table: table, path: path, byteSize: digest.byteSize, sha256: digest.sha256, encoding: encoding,
        layout: try FileLayout(path: path, table: table, encoding: encoding), byteOrderMarks: text.byteOrderMarks,
        needsValidation: encoding == .utf8 && !text.isUTF8, hasZero: text.hasZero, lines: text.lines)
    } catch let error as SpreadsheetError {
      throw ImportError.unreadable(path: path, error)
    }
  }

  private static func encoding(_ text: DetectedText, path: String) throws -> TextEncoding {
    switch text.verdict {
    case .known(let encoding): return encoding
    case .unclear(let number):
      let line = try LineText(path: path, line: number)
      throw ImportError.encodingUnclear(
        path: path, line: number,
        readings: LineReadings(
          asUTF8: tellable(line.read(as: .utf8), in: nil), asGB18030: tellable(line.read(as: .gb18030), in: nil)))
    }
  }
}

extension DeliveredFile {
  /// Sheets of a workbook. Their layout is told when they are read.
  init(sheets: [Sheet], of path: String, as table: Table, _ digest: FileDigest) {
    self.init(
      table: table, path: path, byteSize: digest.byteSize, sha256: digest.sha256, encoding: .utf8, layout: FileLayout(),
      byteOrderMarks: 0, needsValidation: false, hasZero: false, lines: 0, sheets: sheets)
  }
}

/// One line of a file, to be shown.
struct LineText {
  private var bytes: [UInt8] = []
  /// No more of it is shown.
  private static let limit = 300

  /// - Parameter line: counted from 1 by line ends alone.
  init(path: String, line: Int) throws(SpreadsheetError) {
    var source = try FileSource(path: path)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var ended = 0
    var last: UInt8 = 0
    while ended < line {
      let count = try source.read(into: &buffer, from: 0)
      if count == 0 { return }
      for byte in buffer[..<count] {
        if byte == 0x0D || byte == 0x0A && last != 0x0D { ended += 1 }
        last = byte
        if ended == line { return }
        if ended == line - 1, byte != 0x0A, byte != 0x0D, bytes.count < Self.limit { bytes.append(byte) }
      }
    }
  }

  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes.prefix(Self.limit))
  }

  /// The line in that encoding; what is none of its characters stands there as bytes, `‹E4 B8›`.
  func read(as encoding: TextEncoding) -> String {
    var text = ""
    var rest = bytes[...]
    var broken: [UInt8] = []
    let converter = encoding == .gb18030 ? try? GB18030Converter(.toUTF8) : nil
    while !rest.isEmpty {
      let piece = (1...4).lazy.filter { $0 <= rest.count }.compactMap { length -> (Int, String)? in
        Self.decode(Array(rest.prefix(length)), encoding, converter).map { (length, $0) }
      }.first
      guard let (length, character) = piece else {
        broken.append(rest.removeFirst())
        continue
      }
      if !broken.isEmpty { text += "‹\(hexadecimal(broken))›" }
      broken = []
      text += shown(character)
      rest = rest.dropFirst(length)
    }
    return text + (broken.isEmpty ? "" : "‹\(hexadecimal(broken))›") + (bytes.count == Self.limit ? "…" : "")
  }

  private static func decode(_ bytes: [UInt8], _ encoding: TextEncoding, _ converter: GB18030Converter?) -> String? {
    guard encoding == .gb18030 else {
      return UTF8Validator.accepts(bytes.span) ? String(decoding: bytes, as: UTF8.self) : nil
    }
    var text: [UInt8] = []
    guard let converter, converter.convert(bytes.span, appendingTo: &text) else { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}
