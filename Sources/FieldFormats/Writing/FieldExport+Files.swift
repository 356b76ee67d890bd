import Files
import Spreadsheet

extension FieldExport {
  /// Writes `Table/A01.xml` and the others into a folder, each for its owner's eyes alone.
  /// - Throws: `FieldFormatError.unreadable` where a file is there already, or cannot be written.
  public func writeExchange(to folder: String) throws(FieldFormatError) {
    try write(exchange.map { ("Table/" + $0.name, Array($0.text.utf8)) }, to: folder)
  }

  /// Writes a form `.lrmx` of each person, named after the person's id.
  /// - Throws: as `writeExchange`.
  public func writeForms(to folder: String) throws(FieldFormatError) {
    try write(forms.map { ($0.file, Array($0.xml.utf8)) }, to: folder)
  }

  private func write(_ files: [(name: String, bytes: [UInt8])], to folder: String) throws(FieldFormatError) {
    for (name, bytes) in files {
      let path = folder + "/" + name
      do {
        try Folder.make(path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
      } catch {
        throw .unreadable(path: path, .file(path: path, reason: error))
      }
      do {
        let sink = try FileSink(path: path)
        try sink.write(bytes)
        try sink.synchronize()
      } catch {
        throw .unreadable(path: path, error)
      }
    }
  }
}
