public import CadreModel
import Digest
import Files
import Glibc
public import Printing

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

  /// Takes back the tables, which lie here for the workbook alone.
  func dropTables() {
    for table in files where table.name.hasSuffix(".csv") { unsafe unlink("\(path)/\(table.name)") }
    files.removeAll { $0.name.hasSuffix(".csv") }
  }

  /// Puts all files in their place at once. Files of the same report in formats that are not written now, as its
  /// `about.json` lists them, go with it: they would say what it was, not what it is.
  ///
  /// - Parameters:
  ///   - warnings: what its reader should know first.
  ///   - unprinted: why its page was not printed.
  func publish(about: About, warnings: [Label], unprinted: PrintingError? = nil) throws -> WrittenReport {
    let about = try about.with(files: files).json
    let file = try OutputFile(path: "\(path)/\(About.fileName)")
    try file.write(about)
    _ = try file.finish()
    let lock = FileLock(waitingFor: place.root)
    defer { lock.release() }
    let names = files.map(\.name) + [About.fileName]
    let former = place.listedFiles.filter { !names.contains($0) }
    if FolderSwap(place: place.folder, draft: path, own: Set(names + former)).perform() {
      isPublished = true
    } else {
      try ReportFiles(names: names, former: former, draft: path, folder: place.folder).move()
    }
    return WrittenReport(folder: place.folder, about: about, warnings: warnings, unprinted: unprinted)
  }
}

/// A report that was written.
public struct WrittenReport: Sendable {
  public let folder: String
  /// The text of its `about.json`.
  public let about: [UInt8]
  /// What its reader should know first, each city's with its name.
  public let warnings: [Label]
  /// Why its page was not printed, though that was asked for; all else was written.
  public let unprinted: PrintingError?
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

  /// Puts a file there that is no part of the report.
  func put(_ name: String, _ bytes: [UInt8]) throws(OutputError) {
    let file = try OutputFile(path: "\(path)/\(name)")
    try file.write(bytes)
    _ = try file.finish()
  }

  /// A file that another program or library has written there: made its owner's alone, put on the disk, and digested.
  func written(_ name: String) throws(OutputError) -> WrittenFile {
    let whole = "\(path)/\(name)"
    do throws(SystemError) {
      guard unsafe chmod(whole, 0o600) == 0 else { throw SystemError.last }
      let file = try OpenFile(whole, for: .reading)
      try file.synchronize()
      let digest = SHA256()
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try file.read(into: &buffer)
        guard count > 0 else { return WrittenFile(name: name, rows: nil, sha256: digest.finish()) }
        digest.update(buffer.span.extracting(0..<count))
      }
    } catch {
      throw OutputError(path: whole, reason: error)
    }
  }
}

/// One file of a report, as `about.json` lists it.
struct WrittenFile: Sendable, Hashable, Encodable {
  let name: String
  /// Without the heading; nil for a page.
  let rows: Int?
  let sha256: String
}
