/// Why a workbook, or a part of it, cannot be read: what, where, and by which measure. Carries no contents of cells.
public enum WorkbookReadingError: Error, Hashable, Sendable {
  /// The file cannot be opened or read; `code` is the system's error number.
  case cannotOpen(path: String, code: Int32)
  /// There is something of that name that is no file: a folder, a pipe, a device, a link.
  case notAFile(path: String)
  /// The file is something else, whatever its name says.
  case notAWorkbook(FileKind)
  /// The archive around the workbook is damaged; `detail` is what libzip says. Copy or download it again, or save it again.
  case damagedArchive(detail: String)
  /// One part of the archive cannot be unpacked; `detail` is what libzip says.
  case damagedPart(part: String, at: WorkbookPlace, detail: String)
  /// One part is no well-formed XML; `detail` is what expat says, `line` counts lines of the XML.
  case malformedXML(part: String, at: WorkbookPlace, line: Int, detail: String)
  /// One part declares a document type, which no spreadsheet program writes and which may draw in other files.
  case documentType(part: String)
  /// One part is in an encoding that cannot be read; UTF-8 and UTF-16 can.
  case unknownEncoding(part: String)
  /// A part that the workbook names is not in the archive.
  case missingPart(part: String)
  /// A part has another kind of contents than the workbook says.
  case unexpectedPart(part: String, root: String)
  /// More than is read from one file.
  case overLimit(ReadingLimit, part: String?, allowed: Int)
  /// A cell that no spreadsheet program writes.
  case badCell(CellFault, part: String, at: WorkbookPlace)
  /// There is nowhere to put strings that do not fit into memory; `code` is the system's error number.
  case noScratchFile(code: Int32)
}

/// A bound that a file has gone over.
public enum ReadingLimit: Hashable, Sendable {
  /// Entries of the archive.
  case entries
  /// Bytes of one entry, unpacked.
  case entrySize
  /// Bytes of all entries, unpacked.
  case totalSize
  /// How many bytes one packed byte becomes.
  case ratio
  /// Bytes of one cell's text.
  case cellText
  /// Bytes of one tag.
  case tag
  /// Elements within each other.
  case depth
  /// Styles, number formats, sheets: entries of one list.
  case listEntries
}

/// What is wrong with a cell or a row.
public enum CellFault: Hashable, Sendable {
  /// The reference of a cell or row is none, or lies outside a sheet.
  case reference
  /// Rows have to follow in order.
  case rowOrder
  /// The same cell twice in a row.
  case twice
  /// The cell belongs to another row than the one it stands in.
  case otherRow
  /// The type of a cell is unknown.
  case type
  /// A shared string that is not in the workbook.
  case sharedString
  /// No number where one has to be.
  case number
  /// Neither true nor false.
  case boolean
  /// No date where one has to be.
  case date
}

/// Where in a workbook: a sheet, and in it a row or a cell, as far as known. The last one read before something broke.
public struct WorkbookPlace: Hashable, Sendable {
  public let sheet: String?
  /// From 1.
  public let row: Int?
  /// From 1, which is A.
  public let column: Int?

  public init(sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// As in the spreadsheet: `B7`.
  public var cell: String? {
    guard let row, let column else { return nil }
    return CellReference(row: row, column: column).text
  }
}
