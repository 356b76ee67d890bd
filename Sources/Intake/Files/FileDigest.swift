import Digest
import Spreadsheet

/// How long a file is, and the digest of its bytes.
struct FileDigest: Sendable, Hashable {
  let byteSize: Int
  let sha256: String

  /// - Parameter look: gets the file's bytes, piece by piece.
  /// - Throws: `ImportError.unreadable`, `CancellationError`.
  init(of path: String, _ look: (Span<UInt8>) -> Void = { _ in }) throws {
    do {
      var source = try FileSource(path: path)
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      let digest = SHA256()
      var size = 0
      while true {
        let count = try source.read(into: &buffer, from: 0)
        if count == 0 { break }
        try Task.checkCancellation()
        let piece = buffer.span.extracting(0..<count)
        digest.update(piece)
        look(piece)
        size += count
      }
      byteSize = size
      sha256 = digest.finish()
    } catch let error as SpreadsheetError {
      throw ImportError.unreadable(path: path, error)
    }
  }
}
