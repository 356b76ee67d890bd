import Audit
import CadreModel
import Files
import Glibc
import PostgresClient
import Printing
import Synchronization

/// A report whose files are all written and that nobody can see yet.
struct FinishedReport: Sendable {
  let owned: OwnedFolder
  /// Of its files, `about.json` last.
  let names: [String]
  /// The text of its `about.json`.
  let about: [UInt8]
  /// What the log will say of it.
  let entry: AuditEntry
  let warnings: [Label]
  let unprinted: PrintingError?

  /// Enters in the log that the report leaves the database, then puts its files in their place.
  ///
  /// - Throws: `AuditError.notAppended`, and nothing is handed out; `OutputError`.
  nonisolated(nonsending) func handOut(
    by author: AuditAuthor, on connection: PostgresConnection
  ) async throws -> WrittenReport {
    try await AuditLog(author: author).append(entry, on: connection)
    return try publish()
  }

  /// Puts all files in their place at once. Files of the same report in formats that are not written now, as its
  /// `about.json` lists them, go with it: they would say what it was, not what it is.
  @discardableResult
  func publish() throws -> WrittenReport {
    let place = owned.place
    let lock = FileLock(waitingFor: place.root)
    defer { lock.release() }
    let former = place.listedFiles.filter { !names.contains($0) }
    if FolderSwap(place: place.folder, draft: owned.path, own: Set(names + former)).perform() {
      owned.isGone()
    } else {
      try ReportFiles(names: names, former: former, draft: owned.path, folder: place.folder).move()
    }
    return WrittenReport(folder: place.folder, about: about, warnings: warnings, unprinted: unprinted)
  }
}

/// The folder in which a report is written; removed when nobody needs it any more, with what lies in it.
final class OwnedFolder: Sendable {
  let place: ReportPlace
  let path: String
  private let hasGone = Mutex(false)

  /// - Throws: `OutputError` when the folder can't be made or written to.
  init(for place: ReportPlace) throws(OutputError) {
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

  /// Its files have been given their place, and the folder with them.
  func isGone() { hasGone.withLock { $0 = true } }

  deinit {
    // After an error it holds what was written.
    guard !hasGone.withLock({ $0 }) else { return }
    for name in Folder.names(in: path) ?? [] { unsafe unlink("\(path)/\(name)") }
    unsafe rmdir(path)
  }
}
