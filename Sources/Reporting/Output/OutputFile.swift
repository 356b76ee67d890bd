import CadreModel
import Files
import Glibc

/// A file being written.
final class OutputFile {
  let path: String
  private let file: OpenFile
  private let isOnDisk: Bool
  private let digest: DigestBeside?

  /// Makes a new file, digested on the way.
  /// - Throws: `OutputError`.
  convenience init(path: String) throws(OutputError) {
    self.init(path: path, file: try Self.create(path), isOnDisk: true, digest: DigestBeside())
  }

  /// What the program prints to.
  static var standardOutput: OutputFile {
    OutputFile(path: OutputError.standardOutput, file: OpenFile(borrowing: STDOUT_FILENO), isOnDisk: false)
  }

  private init(path: String, file: OpenFile, isOnDisk: Bool, digest: DigestBeside? = nil) {
    self.path = path
    self.file = file
    self.isOnDisk = isOnDisk
    self.digest = digest
  }

  private static func create(_ path: String) throws(OutputError) -> OpenFile {
    do { return try OpenFile(path, for: .making(permissions: 0o600)) } catch { throw OutputError(path: path, reason: error) }
  }

  func write(_ bytes: [UInt8]) throws(OutputError) {
    digest?.update(bytes)
    do { try file.write(bytes) } catch { throw OutputError(path: path, reason: error) }
  }

  /// Puts the bytes on the disk and returns their SHA-256, nothing of a file that is not digested. Call it once, last.
  func finish() throws(OutputError) -> String {
    guard isOnDisk else { return "" }
    do { try file.synchronize() } catch { throw OutputError(path: path, reason: error) }
    return digest?.finish() ?? ""
  }
}

extension OutputFile {
  /// Writes a file beside the one of that path, under a name that is drawn, and puts it in its place when it is whole.
  ///
  /// - Parameter handingOut: is told its digest before anybody can see it; where it throws, nobody ever will.
  /// - Throws: `DestinationError` for a path that is no file's; what `body` and `handingOut` throw.
  static func replacing<T>(
    _ path: String, _ body: nonisolated(nonsending) (OutputFile) async throws -> T,
    handingOut: nonisolated(nonsending) (_ digest: String) async throws -> Void
  ) async throws -> T {
    try Destination.checkFile(path)
    let draft = draftPath(beside: path)
    let file = try OutputFile(path: draft)
    do {
      let value = try await body(file)
      try await handingOut(try file.finish())
      // Somebody may have put something else there while it was written.
      try Destination.checkFile(path)
      guard unsafe rename(draft, path) == 0 else { throw OutputError(path: path, reason: .last) }
      return value
    } catch {
      unsafe unlink(draft)
      throw error
    }
  }

  /// The same for a file that a library writes, which is told the path to write to.
  static func placing<T>(
    _ path: String, _ body: (String) throws -> T, handingOut: nonisolated(nonsending) (_ digest: String) async throws -> Void
  ) async throws -> T {
    try Destination.checkFile(path)
    let draft = draftPath(beside: path)
    // Made here first: it is to be its owner's alone from the beginning.
    _ = try create(draft)
    do {
      let value = try body(draft)
      let folder = DraftFolder(path: Self.folder(of: draft))
      try await handingOut(try folder.written(String(draft.dropFirst(folder.path.utf8.count + 1))).sha256)
      try Destination.checkFile(path)
      guard unsafe rename(draft, path) == 0 else { throw OutputError(path: path, reason: .last) }
      return value
    } catch {
      unsafe unlink(draft)
      throw error
    }
  }

  /// A path in the same folder under a name that is drawn.
  static func draftPath(beside path: String) -> String {
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    return "\(folder(of: path))/\(DrawnName.beside(name))"
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }
}
