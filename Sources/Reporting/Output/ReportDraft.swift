public import CadreModel
import Files
import Glibc

/// The files of a report while they are written: in a folder under a name that was drawn, put in the place of the old ones at
/// the end, so that an interrupted report leaves the old one whole.
final class ReportDraft {
  private let place: ReportPlace
  private let path: String
  private(set) var files: [WrittenFile] = []
  private var isPublished = false

  /// - Throws: `OutputError` when the folder can't be made or written to.
  init(place: ReportPlace) throws(OutputError) {
    self.place = place
    do throws(SystemError) {
      try Folder.make(place.folder)
    } catch {
      throw OutputError(path: place.folder, reason: error)
    }
    path = try Self.makeRoom(for: place)
  }

  /// Makes the folder to write in: beside the one that the user named, so that it can take the place of a folder there;
  /// inside the report's own where nothing can be made beside, or that is another disk.
  private static func makeRoom(for place: ReportPlace) throws(OutputError) -> String {
    if let root = Folder.realPath(place.root), let slash = root.lastIndex(of: "/"), root != "/" {
      let name = DrawnName.beside(String(root[root.index(after: slash)...]))
      let path = "\(root[..<slash])/\(name)"
      if unsafe mkdir(path, 0o700) == 0 {
        if let beside = FileStatus(path), FileStatus(place.folder)?.device == beside.device { return path }
        unsafe rmdir(path)
      }
    }
    let path = "\(place.folder)/\(DrawnName.beside("report"))"
    guard unsafe mkdir(path, 0o700) == 0 else { throw OutputError(path: place.folder, reason: .last) }
    return path
  }

  deinit {
    // Gone after `publish`; after an error it holds what was written.
    guard !isPublished else { return }
    for name in Folder.names(in: path) ?? [] { unsafe unlink("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  /// Where the files are written.
  var room: DraftFolder { DraftFolder(path: path) }

  /// Lists files that were written, in the order of `about.json`.
  func add(_ written: WrittenFile...) { files += written }

  /// Writes one file from memory.
  func add(_ name: String, _ bytes: [UInt8], rows: Int?) throws(OutputError) {
    let file = try OutputFile(path: "\(path)/\(name)")
    try file.write(bytes)
    add(WrittenFile(name: name, rows: rows, sha256: try file.finish()))
  }

  /// Puts all files in their place at once.
  ///
  /// - Parameter warnings: what its reader should know first.
  func publish(about: About, warnings: [Label]) throws -> WrittenReport {
    let about = try about.with(files: files).json
    let file = try OutputFile(path: "\(path)/\(About.fileName)")
    try file.write(about)
    _ = try file.finish()
    let lock = FileLock(waitingFor: place.root)
    defer { lock.release() }
    let names = files.map(\.name) + [About.fileName]
    if FolderSwap(place: place.folder, draft: path, own: Set(names)).perform() {
      isPublished = true
    } else {
      try ReportFiles(names: names, draft: path, folder: place.folder).move()
    }
    return WrittenReport(folder: place.folder, about: about, warnings: warnings)
  }
}

/// A report that was written.
public struct WrittenReport: Sendable {
  public let folder: String
  /// The text of its `about.json`.
  public let about: [UInt8]
  /// What its reader should know first, each city's with its name.
  public let warnings: [Label]
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
