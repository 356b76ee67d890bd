import Digest
import Files
public import FoundationEssentials

/// A folder that holds a backup: `about.json`, and what PostgreSQL's `pg_dump` wrote in `data`.
public struct BackupFolder: Sendable {
  public let path: String
  public let record: BackupRecord

  static let recordName = "about.json"
  static let dataName = "data"
  private static let prefix = "cadre-backup-"

  /// The name of a backup of this moment, by which backups are sorted: `cadre-backup-20250630T041500Z`.
  static func name(of moment: Date) -> String { prefix + stamp(of: moment) }

  /// A moment as names of folders and databases bear it, in UTC: `20250630T041500Z`.
  public static func stamp(of moment: Date) -> String {
    moment.formatted(
      .iso8601.year().month().day().dateSeparator(.omitted).time(includingFractionalSeconds: false).timeSeparator(.omitted))
      + "Z"
  }

  /// Reads what a folder says of itself.
  ///
  /// - Throws: `BackupError.noBackup`.
  public init(_ path: String) throws(BackupError) {
    guard let text = try? Self.bytes(of: "\(path)/\(Self.recordName)"), let record = BackupRecord(text: text) else {
      throw .noBackup(folder: path)
    }
    self.path = path
    self.record = record
  }

  /// Looks whether each file is as it was written.
  ///
  /// - Throws: `BackupError.fileChanged`.
  public func check() throws(BackupError) {
    let present = Set(Folder.names(in: "\(path)/\(Self.dataName)") ?? [])
    for file in record.files {
      guard file.path.hasPrefix(Self.dataName + "/"), present.contains(String(file.path.dropFirst(Self.dataName.count + 1))),
        let found = try? Self.file(file.path, in: path), found == file
      else { throw .fileChanged(path: "\(path)/\(file.path)") }
    }
    // A file more would be read, too.
    for name in present where !record.files.contains(where: { $0.path == "\(Self.dataName)/\(name)" }) {
      throw .fileChanged(path: "\(path)/\(Self.dataName)/\(name)")
    }
  }

  /// The SHA-256 of `about.json`, which stands for the whole: it holds the digests of all else.
  public func digest() throws(BackupError) -> String {
    let place = "\(path)/\(Self.recordName)"
    do { return SHA256.hex(of: try Self.bytes(of: place)) } catch { throw .file(path: place, error) }
  }

  /// Size and digest of a file of a backup.
  static func file(_ name: String, in folder: String) throws(SystemError) -> BackupRecord.File {
    let file = try OpenFile("\(folder)/\(name)", for: .reading)
    let digest = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var bytes = 0
    while case let count = try file.read(into: &buffer), count > 0 {
      digest.update(buffer.span.extracting(..<count))
      bytes += count
    }
    return BackupRecord.File(path: name, bytes: bytes, sha256: digest.finish())
  }

  private static func bytes(of path: String) throws(SystemError) -> [UInt8] {
    let file = try OpenFile(path, for: .reading)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = try file.read(into: &buffer), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  /// The backups in a folder, oldest first.
  public static func all(in folder: String) -> [BackupFolder] {
    let names = (Folder.names(in: folder) ?? []).filter { $0.hasPrefix(prefix) }
    return names.compactMap { try? BackupFolder("\(folder)/\($0)") }.sorted { $0.record.madeOn < $1.record.madeOn }
  }

  /// Removes the oldest backups of a folder until so many are left; what is no whole backup is left alone.
  ///
  /// - Returns: the folders that are gone.
  public static func keep(_ count: Int, in folder: String) throws(BackupError) -> [String] {
    var removed: [String] = []
    for backup in all(in: folder).dropLast(max(1, count)) {
      try backup.remove()
      removed.append(backup.path)
    }
    return removed
  }

  private func remove() throws(BackupError) {
    do { try Folder.remove(path) } catch { throw .file(path: path, error) }
  }
}
