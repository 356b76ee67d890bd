import CadreModel
import DataContract
import Files

/// The folder of a quarantine, and the files in it.
final class RejectFolder {
  private let path: String
  private let language: Language
  private var files: [TableName: RejectFile] = [:]

  /// - Throws: `ImportError.quarantineFolder` where the folder is not there and can't be made.
  init(path: String, language: Language) throws(ImportError) {
    self.path = path
    self.language = language
    do {
      try Folder.make(path)
    } catch {
      throw .quarantineFolder(path: path, reason: error)
    }
  }

  /// The file for a table's rejected rows, new each time it is asked for; made with its first row.
  func file(for file: DeliveredFile, header: [UInt8]) -> RejectFile {
    let made = RejectFile(folder: path, file: file, header: header, language: language)
    files[file.table.name] = made
    return made
  }

  func path(for table: TableName) -> String? {
    guard let file = files[table], file.hasRows else { return nil }
    return file.path
  }

  /// Puts all files where they belong.
  func finish() throws(ImportError) {
    for file in files.values where file.hasRows { try file.finish() }
  }

  /// Takes all files away.
  func discard() {
    for file in files.values { file.discard() }
  }
}
