import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Bytes that wait on the disk until they are wanted, in a file without a name: it is gone with the process.
final class SpillFile {
  private let descriptor: Int32
  private let folder: String

  /// In the folder for temporary files, `TMPDIR`.
  init() throws(ImportError) {
    folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/cadre-spill-XXXXXX".utf8CString)
    descriptor = unsafe template.withUnsafeMutableBufferPointer { name in
      guard let start = name.baseAddress else { return -1 }
      let descriptor = unsafe mkstemp(start)
      if descriptor >= 0 { unsafe unlink(start) }
      return descriptor
    }
    guard descriptor >= 0 else { throw failure() }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  private func failure() -> ImportError {
    .spillFile(folder: folder, reason: .last)
  }

  func write(_ bytes: [UInt8]) throws(ImportError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure() }
      rest = rest.dropFirst(count)
    }
  }

  /// Takes back what lies beyond that many bytes; what is written next follows them.
  func truncate(to size: Int) throws(ImportError) {
    guard ftruncate(descriptor, off_t(size)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else { throw failure() }
  }

  /// Goes back to the first byte.
  func rewind() throws(ImportError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw failure() }
  }

  /// The next bytes; nil at the end.
  func read() throws(ImportError) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure() }
      if count == 0 { return nil }
      buffer.removeLast(buffer.count - count)
      return buffer
    }
  }
}
