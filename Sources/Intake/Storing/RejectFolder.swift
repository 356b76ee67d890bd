import CadreModel
import DataContract
import Files
import Spreadsheet

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The folder of a quarantine, and the files in it.
///
/// The rejects of an import are complete on the disk before it is committed, under names that nobody looks for, and get their own
/// names after it. So an import that fails leaves the folder as it was. Where the process is killed between the two, the next import
/// of the city into the folder finds the files, asks the database whether their import was stored, and ends the work.
final class RejectFolder {
  let path: String
  private let language: Language
  private var files: [TableName: any Rejects] = [:]
  private var formats: [TableName: RejectFormat] = [:]
  private var attempts = 0
  /// What the pending files are known by.
  private var stamp: ImportStamp?
  private(set) var notices: [FileNotice] = []

  /// - Throws: `ImportError.quarantineFolder` where the folder is not there and can't be made.
  init(path: String, language: Language) throws(ImportError) {
    self.path = path.hasSuffix("/") ? path : path + "/"
    self.language = language
    do {
      try Folder.make(path)
    } catch {
      throw .quarantineFolder(path: path, reason: error)
    }
  }

  /// Ends what earlier imports of the city left undone, and makes ready for this one.
  ///
  /// - Parameter isStored: whether the import of that stamp was stored.
  nonisolated(nonsending) func begin(
    _ stamp: ImportStamp, isStored: nonisolated(nonsending) (ImportStamp) async throws -> Int?
  ) async throws {
    self.stamp = stamp
    for entry in FolderEntry.all(in: path) ?? [] {
      guard let name = entry.name, let pending = PendingRejects(name), pending.stamp.city == stamp.city else { continue }
      let file = path + name
      guard FileStatus(file)?.kind == .file, !FileSink.isInUse(file) else { continue }
      if let number = try await isStored(pending.stamp) {
        try show(file, of: pending.table, pending.format, after: number)
      } else {
        _ = unsafe unlink(file)
      }
    }
  }

  /// The file for the rejected rows of a CSV file, new each time it is asked for; made with its first row.
  func file(for file: DeliveredFile, header: [UInt8]?) -> RejectFile {
    let made = RejectFile(path: newPath(for: file), file: file, header: header, language: language)
    files[file.table.name] = made
    return made
  }

  /// The same for those of a workbook.
  func workbook(for file: DeliveredFile) -> RejectWorkbook {
    let made = RejectWorkbook(path: newPath(for: file), language: language)
    files[file.table.name] = made
    return made
  }

  private func newPath(for file: DeliveredFile) -> String {
    files[file.table.name]?.discard()
    attempts += 1
    let format = RejectFormat(of: file)
    formats[file.table.name] = format
    let pending = PendingRejects(
      table: file.table.name, format: format, stamp: stamp ?? ImportStamp(city: "", microseconds: 0), attempt: attempts)
    return path + pending.name
  }

  /// Where a table's rejected rows will be.
  func path(for table: TableName) -> String? {
    guard let file = files[table], let format = formats[table], file.hasRows else { return nil }
    return path + Self.name(of: table, format)
  }

  /// Returns when all of them are on the disk, still under their pending names.
  func finish() throws {
    for file in files.values where file.hasRows { try file.finish() }
    synchronize()
  }

  /// The import is stored: gives the files their names. Earlier rejects of its tables make room, but are kept.
  func show(after number: Int, tables: [TableName]) throws(ImportError) {
    for table in tables {
      if let file = files[table], let format = formats[table], file.hasRows {
        try show(file.path, of: table, format, after: number)
      } else if files[table] != nil {
        for format in RejectFormat.allCases { try setAside(table, format, after: number) }
      }
    }
    synchronize()
  }

  /// Takes all pending files away.
  func discard() {
    for file in files.values { file.discard() }
  }

  private static func name(of table: TableName, _ format: RejectFormat) -> String {
    "\(table.rawValue).rejected.\(format.rawValue)"
  }

  /// Whether rejects of some table would lie at a path.
  static func isRejects(_ path: String, in folder: String) -> Bool {
    let own = (folder.hasSuffix("/") ? folder : folder + "/")
    let names = TableName.allCases.flatMap { table in RejectFormat.allCases.map { name(of: table, $0) } }
    return names.contains { name in
      path == own + name || fileName(path) == name && Destination.areInSameFolder(path, own + name)
    }
  }

  private func show(
    _ pending: String, of table: TableName, _ format: RejectFormat, after number: Int
  ) throws(ImportError) {
    let shown = path + Self.name(of: table, format)
    // Rejects in the other format are of an earlier import, too: of a table one file comes in again, not two.
    for other in RejectFormat.allCases where other != format || !isSame(pending, shown) {
      try setAside(table, other, after: number)
    }
    guard unsafe rename(pending, shown) == 0 else {
      throw .rejectsLeft(at: pending, wanted: shown, number: number, reason: .last)
    }
  }

  /// What lies under the name of a table's rejects is of an earlier import.
  private func setAside(_ table: TableName, _ format: RejectFormat, after number: Int) throws(ImportError) {
    let shown = path + Self.name(of: table, format)
    guard FileStatus(shown) != nil else { return }
    var copy = 1
    var aside = ""
    repeat {
      let ending = "\(copy == 1 ? "" : "-\(copy)").\(format.rawValue)"
      aside = path + table.rawValue + ".rejected.before-import-\(number)" + ending
      copy += 1
    } while FileStatus(aside) != nil
    guard unsafe rename(shown, aside) == 0 else {
      throw .rejectsLeft(at: shown, wanted: aside, number: number, reason: .last)
    }
    notices.append(FileNotice(file: Self.name(of: table, format), .earlierRejects(movedTo: aside)))
  }

  /// Whether two files hold the same: the same delivery again has the same rejects.
  private func isSame(_ first: String, _ second: String) -> Bool {
    guard FileStatus(second)?.kind == .file, var a = try? FileSource(path: first), var b = try? FileSource(path: second),
      let size = try? a.byteSize(), size == (try? b.byteSize())
    else { return false }
    var left = [UInt8](repeating: 0, count: 1 << 16)
    var right = left
    while true {
      guard let count = try? a.read(into: &left, from: 0), count == (try? b.read(into: &right, from: 0)),
        left[..<count] == right[..<count]
      else { return false }
      if count == 0 { return true }
    }
  }

  /// Returns when the names are on the disk, too.
  private func synchronize() {
    Folder.synchronize(path)
  }
}

/// What an import is known by before it is stored: its city, and the time at which its transaction began.
struct ImportStamp: Sendable, Hashable {
  let city: String
  /// Since 1970.
  let microseconds: Int64
}

/// The name of a file of rejects whose import is not over: `.persons.rejected.csv.quzhou-1764312345678901-1`.
struct PendingRejects: Sendable, Hashable {
  let table: TableName
  let format: RejectFormat
  let stamp: ImportStamp
  let attempt: Int

  init(table: TableName, format: RejectFormat, stamp: ImportStamp, attempt: Int) {
    self.table = table
    self.format = format
    self.stamp = stamp
    self.attempt = attempt
  }

  init?(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[2] == "rejected",
      let format = RejectFormat(rawValue: String(parts[3])), let table = TableName(rawValue: String(parts[1]))
    else { return nil }
    let numbers = parts[4].split(separator: "-")
    guard numbers.count == 3, let microseconds = Int64(numbers[1]), let attempt = Int(numbers[2]) else { return nil }
    self.init(
      table: table, format: format, stamp: ImportStamp(city: String(numbers[0]), microseconds: microseconds),
      attempt: attempt)
  }

  var name: String {
    ".\(table.rawValue).rejected.\(format.rawValue).\(stamp.city)-\(stamp.microseconds)-\(attempt)"
  }
}
