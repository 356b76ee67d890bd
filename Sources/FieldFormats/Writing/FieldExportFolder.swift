import Files
public import Spreadsheet

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What persons are written as.
public enum FieldExportFormat: String, Sendable, Hashable, CaseIterable {
  /// An appointment form a person.
  case lrmx
  /// `Table/A01.xml`, `A02.xml`, `A15.xml`, `B01.xml`.
  case exchange
}

/// A folder in which persons are written in one of the field's own formats, some at a time; each file for its owner's eyes alone.
///
/// Files that are there already stay: somebody may be at work on them. Forms are named after persons' ids, never after their names.
public final class FieldExportFolder {
  private let folder: String
  private let format: FieldExportFormat
  /// The tables of an exchange, open until the end.
  private var tables: [ExchangeTable: FileSink] = [:]
  private var written: [String] = []

  /// - Throws: `SpreadsheetError` where the folder cannot be made, or has files of an exchange already.
  public init(_ folder: String, _ format: FieldExportFormat) throws(SpreadsheetError) {
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    self.format = format
    do {
      try Folder.make(folder)
      if format == .exchange { try Folder.make(self.folder + "Table") }
    } catch {
      throw .file(path: folder, reason: error)
    }
    guard format == .exchange else { return }
    for table in ExchangeTable.allCases {
      let sink = try newFile("Table/" + table.fileName)
      try sink.write(Array(ExchangeText.beginning.utf8))
      tables[table] = sink
    }
  }

  /// How many files there are.
  public var fileCount: Int { written.count }

  /// Writes persons with what belongs to them, and units.
  public func append(_ rows: FieldExport) throws(SpreadsheetError) {
    switch format {
    case .lrmx:
      for form in rows.forms {
        let sink = try newFile(form.file)
        try sink.write(Array(form.xml.utf8))
      }
    case .exchange:
      for table in ExchangeTable.allCases {
        let text = ExchangeText.rows(rows.exchangeRows(of: table))
        if !text.isEmpty { try tables[table]?.write(Array(text.utf8)) }
      }
    }
  }

  /// All is written: ends the tables, and returns when they are on the disk.
  public func finish() throws(SpreadsheetError) {
    for sink in tables.values {
      try sink.write(Array(ExchangeText.end.utf8))
      try sink.synchronize()
    }
    Folder.synchronize(folder)
  }

  /// Takes away what was written.
  public func discard() {
    for path in written { _ = unsafe unlink(path) }
  }

  private func newFile(_ name: String) throws(SpreadsheetError) -> FileSink {
    let sink: FileSink
    do {
      sink = try FileSink(path: folder + name)
    } catch {
      discard()
      throw error
    }
    written.append(sink.path)
    return sink
  }
}
