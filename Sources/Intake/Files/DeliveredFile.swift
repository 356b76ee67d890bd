import DataContract
import Digest
import Spreadsheet

/// One file of a delivery, looked over once: what table it is, how it is encoded, what its digest is.
struct DeliveredFile: Sendable, Hashable {
  let table: Table
  let path: String
  let byteSize: Int
  let sha256: String
  let encoding: TextEncoding
  let hasByteOrderMark: Bool
  /// Whether each cell has to be checked for being UTF-8: the user said it is, the bytes say otherwise.
  let needsValidation: Bool

  /// The file's name without its folder.
  var name: String { fileName(path) }

  /// Reads the whole file for its digest and its encoding.
  /// - Throws: `ImportError.unreadable`, `CancellationError`.
  static func inspect(_ path: String, as table: Table, encoding: TextEncoding?) throws -> DeliveredFile {
    do {
      var source = try FileSource(path: path)
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      var detector = EncodingDetector()
      let digest = SHA256()
      var size = 0
      while true {
        let count = try source.read(into: &buffer, from: 0)
        if count == 0 { break }
        try Task.checkCancellation()
        let piece = buffer.span.extracting(0..<count)
        digest.update(piece)
        detector.consume(piece)
        size += count
      }
      let detected = try detector.finish()
      return DeliveredFile(
        table: table, path: path, byteSize: size, sha256: digest.finish(), encoding: encoding ?? detected.encoding,
        hasByteOrderMark: detected.hasByteOrderMark,
        needsValidation: encoding == .utf8 && detected.encoding != .utf8 || detected.hasByteOrderMark)
    } catch let error as SpreadsheetError {
      throw ImportError.unreadable(path: path, error)
    }
  }
}

func fileName(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}
