import DataContract
import Spreadsheet

/// A file of a delivery that waits for its turn, while it is looked over.
struct WaitingFile: Sendable {
  let table: Table
  let byteSize: Int
  private let inspection: Task<DeliveredFile, any Error>

  /// All files of a delivery in the order of their loading; begins to look them over in that order, two at a time.
  ///
  /// - Throws: `ImportError.unreadable`.
  /// - Parameter spool: files made of the field's own formats, to be read beside those that were delivered.
  static func line(
    _ delivered: DeliveredPaths, and spool: FieldSpool? = nil, encoding: TextEncoding?
  ) throws(ImportError) -> [WaitingFile] {
    var files: [LoadOrder.Entry] = []
    for (table, path) in delivered.files {
      files.append(LoadOrder.Entry(table: Table[table], path: path, byteSize: try size(of: path)))
    }
    var origins: [TableName: FieldOrigin] = [:]
    for file in spool?.files ?? [] {
      if let other = delivered.files.first(where: { $0.table == file.table }) {
        throw .twoFiles(file.table, [other.path, file.origin.name])
      }
      files.append(LoadOrder.Entry(table: Table[file.table], path: file.path, byteSize: try size(of: file.path)))
      origins[file.table] = file.origin
    }
    var line: [WaitingFile] = []
    for file in LoadOrder.sort(files) {
      let lastButOne = line.dropLast().last?.inspection
      let origin = origins[file.table.name]
      // Below whoever stores: of a few processors these two would take all.
      let inspection = Task(priority: .utility) {
        _ = await lastButOne?.result
        guard let origin else { return try DeliveredFile.inspect(file.path, as: file.table, encoding: encoding) }
        var spooled = try DeliveredFile.inspect(file.path, as: file.table, encoding: .utf8)
        spooled.origin = origin
        return spooled
      }
      line.append(WaitingFile(table: file.table, byteSize: file.byteSize, inspection: inspection))
    }
    return line
  }

  private static func size(of path: String) throws(ImportError) -> Int {
    do {
      return try FileSource(path: path).byteSize()
    } catch {
      throw .unreadable(path: path, error)
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
  }
}
