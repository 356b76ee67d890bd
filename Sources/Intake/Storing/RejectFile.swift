import CadreModel
import DataContract
import Messages
import Spreadsheet

/// Takes the rejected rows of one CSV file: each as it came, behind a cell with the reasons.
///
/// The reasons stand in a column of their own, the first, so that even a row with too few cells or an open quote stays
/// readable; an import of the corrected file passes over that column. Its place is the folder's matter.
final class RejectFile: Rejects {
  let path: String
  private let file: DeliveredFile
  private let header: [UInt8]?
  private let language: Language
  private var buffer: [UInt8] = []
  /// Made with the first row.
  private var sink: FileSink?
  private var converter: GB18030Converter?

  /// - Parameter header: the row of headings as it came; nil where it is itself what is rejected, with all that stands in it. The reasons are
  ///   then a line above, so that the rest, mended, can come in again.
  init(path: String, file: DeliveredFile, header: [UInt8]?, language: Language) {
    self.path = path
    self.file = file
    self.header = header
    self.language = language
  }

  var hasRows: Bool { sink != nil }

  func append(_ source: ArraySlice<UInt8>, because findings: [Finding]) throws(ImportError) {
    if sink == nil { try open() }
    appendCell(findings.map(\.rejectReason).joined(by: Punctuation.semicolon).text(in: language))
    if header == nil { append([]) } else { buffer.append(file.layout.separator.byte) }
    append(source)
    if buffer.count > 1 << 16 { try flush() }
  }

  private func open() throws(ImportError) {
    do {
      if file.encoding == .gb18030 { converter = try GB18030Converter(.fromUTF8) }
      sink = try FileSink(path: path)
    } catch {
      throw .unreadable(path: path, error)
    }
    if file.hasByteOrderMark { buffer.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    guard let header else { return }
    appendCell(Heading.reasons.text(in: language))
    buffer.append(file.layout.separator.byte)
    // The header's own mark, if it had one, is not part of it.
    append(header[...])
  }

  func finish() throws(ImportError) {
    try flush()
    do {
      try sink?.synchronize()
    } catch {
      throw .unreadable(path: path, error)
    }
  }

  func discard() {
    sink?.remove()
    sink = nil
  }

  private func flush() throws(ImportError) {
    do {
      try sink?.write(buffer)
    } catch {
      throw .unreadable(path: path, error)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func appendCell(_ text: String) {
    var writer = CSVWriter(byteOrderMark: false, separator: file.layout.separator)
    writer.append(text)
    let bytes = writer.take()
    if let converter {
      // Whatever has no place in GB18030 came from the reasons alone.
      if !converter.convert(bytes.span, appendingTo: &buffer) { buffer.append(contentsOf: Array("\"?\"".utf8)) }
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  private func append(_ source: ArraySlice<UInt8>) {
    buffer.append(contentsOf: source)
    buffer.append(UInt8(ascii: "\r"))
    buffer.append(UInt8(ascii: "\n"))
  }
}
