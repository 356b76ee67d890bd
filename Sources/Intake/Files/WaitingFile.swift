import DataContract
import Spreadsheet
import Workbook

/// A file of a delivery that waits for its turn, while it is looked over.
struct WaitingFile: Sendable {
  let table: Table
  /// How many bytes its rows take: for a workbook those of its sheets, unpacked.
  let byteSize: Int
  private let inspection: Task<DeliveredFile, any Error>
  /// Of a workbook, shared by its tables.
  private let digest: Task<FileDigest, any Error>?

  /// All files of a delivery in the order of their loading; begins to look them over in that order, two at a time.
  ///
  /// - Throws: `ImportError.unreadable`.
  /// - Parameter spool: files made of the field's own formats, to be read beside those that were delivered.
  static func line(
    _ delivered: DeliveredPaths, and spool: FieldSpool? = nil, encoding: TextEncoding?
  ) throws(ImportError) -> [WaitingFile] {
    var files: [LoadOrder.Entry] = []
    for file in delivered.files {
      files.append(LoadOrder.Entry(table: Table[file.table], delivered: file, byteSize: try size(of: file)))
    }
    var origins: [TableName: FieldOrigin] = [:]
    for file in spool?.files ?? [] {
      if let other = delivered.files.first(where: { $0.table == file.table }) {
        throw .twoFiles(file.table, [other.path, file.origin.name])
      }
      let spooled = DeliveredTable(table: file.table, path: file.path)
      files.append(LoadOrder.Entry(table: Table[file.table], delivered: spooled, byteSize: try size(of: spooled)))
      origins[file.table] = file.origin
    }
    var line: [WaitingFile] = []
    // Of a workbook with many tables the bytes are gone through once.
    var digests: [String: Task<FileDigest, any Error>] = [:]
    for file in LoadOrder.sort(files) {
      let lastButOne = line.dropLast().last?.inspection
      let path = file.delivered.path
      if !file.delivered.sheets.isEmpty && digests[path] == nil {
        digests[path] = Task(priority: .utility) { try FileDigest(of: path) }
      }
      let digest = digests[path]
      let origin = origins[file.table.name]
      // Below whoever stores: of a few processors these two would take all.
      let inspection = Task(priority: .utility) {
        _ = await lastButOne?.result
        if let digest { return DeliveredFile(sheets: file.delivered.sheets, of: path, as: file.table, try await digest.value) }
        guard let origin else { return try DeliveredFile.inspect(path, as: file.table, encoding: encoding) }
        var spooled = try DeliveredFile.inspect(path, as: file.table, encoding: .utf8)
        spooled.origin = origin
        return spooled
      }
      line.append(WaitingFile(table: file.table, byteSize: file.byteSize, inspection: inspection, digest: digest))
    }
    return line
  }

  private static func size(of file: DeliveredTable) throws(ImportError) -> Int {
    if !file.sheets.isEmpty { return file.sheets.reduce(0) { $0 + $1.byteSize } }
    do {
      return try FileSource(path: file.path).byteSize()
    } catch {
      throw .unreadable(path: file.path, error)
    }
  }

  /// What the looking-over told.
  ///
  /// - Throws: `ImportError.unreadable`, `CancellationError`.
  func inspected() async throws -> DeliveredFile {
    try await inspection.value
  }

  /// Stops looking: nobody waits any more.
  func leave() {
    inspection.cancel()
    digest?.cancel()
  }
}
