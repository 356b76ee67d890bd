import CadreModel
import Files
import Glibc

/// A file being written.
final class OutputFile {
  let path: String
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let digest: DigestBeside?

  /// Makes a new file, digested on the way.
  /// - Throws: `OutputError`.
  convenience init(path: String) throws(OutputError) {
    self.init(path: path, descriptor: try Self.create(path), ownsDescriptor: true, digest: DigestBeside())
  }

  /// What the program prints to.
  static var standardOutput: OutputFile {
    OutputFile(path: OutputError.standardOutput, descriptor: STDOUT_FILENO, ownsDescriptor: false)
  }

  private init(path: String, descriptor: Int32, ownsDescriptor: Bool, digest: DigestBeside? = nil) {
    self.path = path
    self.descriptor = descriptor
    self.ownsDescriptor = ownsDescriptor
    self.digest = digest
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  private static func create(_ path: String) throws(OutputError) -> Int32 {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OutputError(path: path, reason: .last) }
    return descriptor
  }

  func write(_ bytes: [UInt8]) throws(OutputError) {
    digest?.update(bytes)
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, unsafe buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw OutputError(path: path, reason: .last) }
      done += count
    }
  }

  /// Puts the bytes on the disk and returns their SHA-256, nothing of a file that is not digested. Call it once, last.
  func finish() throws(OutputError) -> String {
    guard ownsDescriptor else { return "" }
    guard fsync(descriptor) == 0 else { throw OutputError(path: path, reason: .last) }
    return digest?.finish() ?? ""
  }
}

extension OutputFile {
  /// Writes a file beside the one of that path, under a name that is drawn, and puts it in its place when it is whole.
  ///
  /// - Throws: `DestinationError` for a path that is no file's.
  static func replacing<T>(
    _ path: String, _ body: nonisolated(nonsending) (OutputFile) async throws -> T
  ) async throws -> T {
    try Destination.checkFile(path)
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let draft = "\(folder)/\(DrawnName.beside(name))"
    let file = OutputFile(path: draft, descriptor: try create(draft), ownsDescriptor: true)
    do {
      let value = try await body(file)
      _ = try file.finish()
      // Somebody may have put something else there while it was written.
      try Destination.checkFile(path)
      guard unsafe rename(draft, path) == 0 else { throw OutputError(path: path, reason: .last) }
      return value
    } catch {
      unsafe unlink(draft)
      throw error
    }
  }
}
