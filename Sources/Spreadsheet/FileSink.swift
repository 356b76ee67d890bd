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
  private let descriptor: Int32

  /// Makes the file; what is there already, even a link to nowhere, is left alone.
  /// - Throws: `SpreadsheetError.file`.
  public init(path: String) throws(SpreadsheetError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw SpreadsheetError.file(path: path, reason: .last)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  public func write(_ bytes: [UInt8]) throws(SpreadsheetError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .file(path: path, reason: .last) }
      rest = rest.dropFirst(count)
    }
  }

  /// Takes back what was written beyond so many bytes.
  public func truncate(to count: Int) throws(SpreadsheetError) {
    guard ftruncate(descriptor, count) == 0, lseek(descriptor, off_t(count), SEEK_SET) >= 0 else {
      throw .file(path: path, reason: .last)
    }
  }

  /// Returns when the bytes are on the disk.
  public func synchronize() throws(SpreadsheetError) {
    guard fsync(descriptor) == 0 else { throw .file(path: path, reason: .last) }
  }

  /// Gives the file another name, in place of a file of that name.
  public func rename(to newPath: String) throws(SpreadsheetError) {
    guard unsafe Glibc.rename(path, newPath) == 0 else { throw .file(path: newPath, reason: .last) }
    path = newPath
  }

  /// Whether the file of that name is open as a sink somewhere, in this process or another.
  public static func isInUse(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }

  /// Takes the file away.
  public func remove() {
    _ = unsafe unlink(path)
  }
}
