import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file being written, by its maker alone. Closes itself.
///
/// While it is open it is locked, so that others know it from one that a killed process left behind.
public final class FileSink {
  public private(set) var path: String
  private let file: OpenFile

  /// Makes the file; what is there already, even a link to nowhere, is left alone.
  /// - Throws: `SpreadsheetError.file`.
  public init(path: String) throws(SpreadsheetError) {
    self.path = path
    do {
      file = try OpenFile(path, for: .making(permissions: 0o600))
      try file.lock(waits: false)
    } catch {
      throw .file(path: path, reason: error)
    }
  }

  public func write(_ bytes: [UInt8]) throws(SpreadsheetError) {
    do { try file.write(bytes) } catch { throw .file(path: path, reason: error) }
  }

  /// Takes back what was written beyond so many bytes.
  public func truncate(to count: Int) throws(SpreadsheetError) {
    do { try file.truncate(to: count) } catch { throw .file(path: path, reason: error) }
  }

  /// Returns when the bytes are on the disk.
  public func synchronize() throws(SpreadsheetError) {
    do { try file.synchronize() } catch { throw .file(path: path, reason: error) }
  }

  /// Gives the file another name, in place of a file of that name.
  public func rename(to newPath: String) throws(SpreadsheetError) {
    guard unsafe Glibc.rename(path, newPath) == 0 else { throw .file(path: newPath, reason: .last) }
    path = newPath
  }

  /// Whether the file of that name is open as a sink somewhere, in this process or another.
  public static func isInUse(_ path: String) -> Bool {
    FileLock.isHeld(path)
  }

  /// Takes the file away.
  public func remove() {
    _ = unsafe unlink(path)
  }
}
