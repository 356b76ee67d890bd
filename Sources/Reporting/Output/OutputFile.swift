import Digest
import Glibc

/// A file being written, digested on the way.
final class OutputFile {
  let path: String
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let digest: SHA256?

  /// Makes a new file.
  /// - Throws: `OutputError`.
  init(path: String) throws(OutputError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    ownsDescriptor = true
    digest = SHA256()
    guard descriptor >= 0 else { throw OutputError(path: path, reason: systemReason()) }
  }

  /// What the program prints to.
  static var standardOutput: OutputFile { OutputFile(path: "standard output", descriptor: STDOUT_FILENO) }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
    ownsDescriptor = false
    digest = nil
  }

  deinit {
    if ownsDescriptor, descriptor >= 0 { close(descriptor) }
  }

  func write(_ bytes: [UInt8]) throws(OutputError) {
    digest?.update(bytes.span)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, unsafe buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw OutputError(path: path, reason: systemReason()) }
      done += count
    }
  }

  /// Puts the bytes on the disk and returns their SHA-256. Call it once, last.
  func finish() throws(OutputError) -> String {
    guard ownsDescriptor else { return "" }
    guard fsync(descriptor) == 0 else { throw OutputError(path: path, reason: systemReason()) }
    return digest?.finish() ?? ""
  }
}

/// What the system says of its last error.
func systemReason() -> String {
  unsafe String(cString: strerror(errno))
}

extension OutputFile {
  /// Writes a file beside the one of that path, and puts it in its place when it is whole.
  static func replacing<T>(
    _ path: String, _ body: nonisolated(nonsending) (OutputFile) async throws -> T
  ) async throws -> T {
    let draft = "\(path).draft-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
    let file = try OutputFile(path: draft)
    do {
      let value = try await body(file)
      _ = try file.finish()
      guard unsafe rename(draft, path) == 0 else { throw OutputError(path: path, reason: systemReason()) }
      return value
    } catch {
      unsafe unlink(draft)
      throw error
    }
  }
}
