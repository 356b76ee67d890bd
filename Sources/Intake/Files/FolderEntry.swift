import Files
import Spreadsheet

/// One name in a folder.
struct FolderEntry: Sendable, Hashable {
  /// As the system has it: often, not always, UTF-8.
  let bytes: [UInt8]

  /// The name, where it is UTF-8.
  var name: String? { UTF8Validator.accepts(bytes.span) ? String(decoding: bytes, as: UTF8.self) : nil }

  /// All names in a folder but those of itself and the one above, in the order of their bytes.
  /// - Returns: nil when the folder can't be read.
  static func all(in folder: String) -> [FolderEntry]? {
    Folder.entries(in: folder)?.map(FolderEntry.init)
  }
}
