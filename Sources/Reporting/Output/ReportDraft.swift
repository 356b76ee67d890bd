import Audit
public import CadreModel
import Digest
import Files
import Glibc
public import Printing

/// The files of a report while they are written: in a folder under a name that was drawn, put in the place of the old ones at
/// the end, so that an interrupted report leaves the old one whole.
final class ReportDraft {
  private let owned: OwnedFolder
  private(set) var files: [WrittenFile] = []

  /// - Throws: `OutputError` when the folder can't be made or written to.
  init(place: ReportPlace) throws(OutputError) {
    owned = try OwnedFolder(for: place)
  }

  /// Where the files are written.
  var room: DraftFolder { DraftFolder(path: owned.path) }

  /// Lists files that were written, in the order of `about.json`.
  func add(_ written: WrittenFile...) { files += written }

  /// Writes one file from memory.
  func add(_ name: String, _ bytes: [UInt8], rows: Int?) throws(OutputError) {
    let file = try OutputFile(path: "\(owned.path)/\(name)")
    try file.write(bytes)
    add(WrittenFile(name: name, rows: rows, sha256: try file.finish()))
  }

  /// Takes back the tables, which lie here for the workbook alone.
  func dropTables() {
    for table in files where table.name.hasSuffix(".csv") { unsafe unlink("\(owned.path)/\(table.name)") }
    files.removeAll { $0.name.hasSuffix(".csv") }
  }

  /// Writes `about.json`, the last file: the report is ready to be handed out.
  ///
  /// - Parameters:
  ///   - cities: which cities it is on.
  ///   - policy: of a report under one policy, its code.
  ///   - warnings: what its reader should know first.
  ///   - unprinted: why its page was not printed.
  func finish(
    about: About, cities: [City], policy: String = "", warnings: [Label], unprinted: PrintingError? = nil
  ) throws -> FinishedReport {
    let whole = about.with(files: files)
    let json = try whole.json
    let file = try OutputFile(path: "\(owned.path)/\(About.fileName)")
    try file.write(json)
    _ = try file.finish()
    var entry = AuditEntry(.report, cities: cities.map(\.code), asOf: Day(about.asOf))
    entry.policy = policy
    // It lists the digests of all others.
    entry.contentDigest = SHA256.hex(of: json)
    entry.details = files.map(\.name).joined(separator: ",")
    return FinishedReport(
      owned: owned, names: files.map(\.name) + [About.fileName], about: json, entry: entry, warnings: warnings,
      unprinted: unprinted)
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
  nonisolated(nonsending) func write<T>(
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
