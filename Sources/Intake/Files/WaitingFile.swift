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
  static func line(_ delivered: DeliveredPaths, encoding: TextEncoding?) throws(ImportError) -> [WaitingFile] {
    var files: [LoadOrder.Entry] = []
    for (table, path) in delivered.files {
      files.append(LoadOrder.Entry(table: Table[table], path: path, byteSize: try size(of: path)))
    }
    var line: [WaitingFile] = []
    for file in LoadOrder.sort(files) {
      let lastButOne = line.dropLast().last?.inspection
      // Below whoever stores: of a few processors these two would take all.
      let inspection = Task(priority: .utility) {
        _ = await lastButOne?.result
        return try DeliveredFile.inspect(file.path, as: file.table, encoding: encoding)
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
