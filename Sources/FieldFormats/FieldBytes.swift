import Spreadsheet

/// The bytes of a file, all of them, within the limits.
enum FieldBytes {
  static func read(_ path: String, limits: FieldLimits) throws(FieldFormatError) -> [UInt8] {
    let size: Int
    var source: FileSource
    do {
      source = try FileSource(path: path)
      size = try source.byteSize()
    } catch {
      throw .unreadable(path: path, error)
    }
    guard size <= limits.fileSize else { throw .overLimit(.fileSize, file: path, allowed: limits.fileSize) }
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count: Int
      do {
        count = try source.read(into: &bytes, from: filled)
      } catch {
        throw .unreadable(path: path, error)
      }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(size - filled)
    return bytes
  }
}
