import Files
import FoundationEssentials
import Glibc

/// The files of a report while they are written: in a folder beside the old ones, moved in place at the end, so that an
/// interrupted report leaves the old one whole.
final class ReportDraft {
  let folder: String
  private let draft: Draft
  private(set) var files: [WrittenFile] = []

  /// - Throws: `OutputError` when the folder can't be made or written to.
  init(folder: String) throws(OutputError) {
    self.folder = folder
    draft = try Draft.make(in: folder, prefix: Self.prefix) { path throws(OutputError) in
      do throws(SystemError) {
        try Folder.make(path)
      } catch {
        throw OutputError(path: folder, reason: error)
      }
      let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw OutputError(path: path, reason: .last) }
      return descriptor
    }
  }

  /// What the names of drafts begin with.
  static let prefix = ".draft-"

  deinit {
    // Empty and gone after `publish`; full after an error.
    try? FileManager.default.removeItem(atPath: draft.path)
    close(draft.descriptor)
  }

  /// Where the files are written.
  var room: DraftFolder { DraftFolder(path: draft.path) }

  /// Lists files that were written, in the order of `about.json`.
  func add(_ written: WrittenFile...) { files += written }

  /// Writes one file from memory.
  func add(_ name: String, _ bytes: [UInt8], rows: Int?) throws(OutputError) {
    let file = try OutputFile(path: "\(draft.path)/\(name)")
    try file.write(bytes)
    add(WrittenFile(name: name, rows: rows, sha256: try file.finish()))
  }

  /// Moves all files in place, `about.json` last; returns its text.
  func publish(about: About) throws -> [UInt8] {
    let about = try about.with(files: files).json
    let file = try OutputFile(path: "\(draft.path)/\(About.fileName)")
    try file.write(about)
    _ = try file.finish()
    for name in files.map(\.name) + [About.fileName] {
      guard unsafe rename("\(draft.path)/\(name)", "\(folder)/\(name)") == 0 else {
        throw OutputError(path: "\(folder)/\(name)", reason: .last)
      }
    }
    return about
  }
}

/// The folder of a draft: files of it can be written at the same time.
struct DraftFolder: Sendable {
  let path: String

  /// Writes one file.
  ///
  /// - Parameter body: returns the number of rows, and what else it knows by then.
  func write<T>(
    _ name: String, _ body: nonisolated(nonsending) (OutputFile) async throws -> (rows: Int, T)
  ) async throws -> (WrittenFile, T) {
    let file = try OutputFile(path: "\(path)/\(name)")
    let (rows, value) = try await body(file)
    return (WrittenFile(name: name, rows: rows, sha256: try file.finish()), value)
  }
}

/// One file of a report, as `about.json` lists it.
struct WrittenFile: Sendable, Hashable, Encodable {
  let name: String
  /// Without the heading; nil for a page.
  let rows: Int?
  let sha256: String
}
