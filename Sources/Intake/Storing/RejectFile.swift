import CadreModel
import DataContract
import Spreadsheet

/// Takes the rejected rows of one file: each as it came, behind a cell with the reasons.
///
/// The reasons stand in a column of their own, the first, so that even a row with too few cells or an open quote stays
/// readable; an import of the corrected file passes over that column. Written under another name until the import ends.
final class RejectFile {
  let path: String
  private let partialPath: String
  private let file: DeliveredFile
  private let header: [UInt8]
  private let language: Language
  private var buffer: [UInt8] = []
  /// Made with the first row.
  private var sink: FileSink?
  private var converter: GB18030Converter?

  init(folder: String, file: DeliveredFile, header: [UInt8], language: Language) {
    path = (folder.hasSuffix("/") ? folder : folder + "/") + file.table.name.rawValue + ".rejected.csv"
    partialPath = path + ".partial"
    self.file = file
    self.header = header
    self.language = language
  }

  var hasRows: Bool { sink != nil }

  func append(_ source: ArraySlice<UInt8>, because findings: [Finding]) throws(ImportError) {
    if sink == nil { try open() }
    appendCell(findings.map { reason($0) }.joined(separator: language(zh: "；", en: "; ")))
    append(source)
    if buffer.count > 1 << 16 { try flush() }
  }

  private func open() throws(ImportError) {
    do {
      if file.encoding == .gb18030 { converter = try GB18030Converter(.fromUTF8) }
      sink = try FileSink(path: partialPath)
    } catch {
      throw .unreadable(path: path, error)
    }
    if file.hasByteOrderMark { buffer.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    appendCell(language(zh: "拒收原因", en: "rejected_because"))
    // The header's own mark, if it had one, is not part of it.
    append(header[...])
  }

  /// The file is complete: puts it where it belongs.
  func finish() throws(ImportError) {
    try flush()
    do {
      try sink?.synchronize()
      try sink?.rename(to: path)
    } catch {
      throw .unreadable(path: path, error)
    }
  }

  /// Takes the file away, whether finished or not.
  func discard() {
    sink?.remove()
  }

  private func flush() throws(ImportError) {
    do {
      try sink?.write(buffer)
    } catch {
      throw .unreadable(path: partialPath, error)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func reason(_ finding: Finding) -> String {
    var place = language(zh: "第 \(finding.line) 行", en: "line \(finding.line)")
    if let column = finding.column { place += language(zh: " \(column.label)", en: " \(column.name)") }
    if let value = finding.value { place += language(zh: "“\(value)”", en: " \"\(value)\"") }
    return place + language(zh: "：", en: ": ") + finding.problem.text(in: language)
  }

  private func appendCell(_ text: String) {
    var writer = CSVWriter(byteOrderMark: false)
    writer.append(text)
    let bytes = writer.take()
    if let converter {
      // Whatever has no place in GB18030 came from the reasons alone.
      if !converter.convert(bytes.span, appendingTo: &buffer) { buffer.append(contentsOf: Array("\"?\"".utf8)) }
    } else {
      buffer.append(contentsOf: bytes)
    }
    buffer.append(UInt8(ascii: ","))
  }

  private func append(_ source: ArraySlice<UInt8>) {
    buffer.append(contentsOf: source)
    buffer.append(UInt8(ascii: "\r"))
    buffer.append(UInt8(ascii: "\n"))
  }
}
