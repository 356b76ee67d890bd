public import Spreadsheet

/// Why a file of the field's own formats cannot be read: what, where, and by which measure. Carries nothing of its contents.
public enum FieldFormatError: Error, Sendable, Hashable {
  case unreadable(path: String, SpreadsheetError)
  /// No well-formed XML; `detail` is what expat says.
  case malformedXML(file: String, line: Int, detail: String)
  /// It declares a document type, which no personnel system writes and which may draw in other files.
  case documentType(file: String)
  /// In an encoding other than UTF-8, UTF-16 and GB18030.
  case unknownEncoding(file: String)
  /// Another kind of document.
  case unexpectedRoot(file: String, root: String, expected: String)
  /// `detail` is what libzip says.
  case damagedArchive(path: String, detail: String)
  case encryptedArchive(path: String)
  case overLimit(FieldLimit, file: String, allowed: Int)
  /// The bytes are no text in GB18030.
  case notText(file: String)
  /// An old form has at least 33 fields.
  case tooFewFields(file: String, found: Int)
  /// Neither tables of an exchange nor appointment forms are in it.
  case nothingKnown(path: String)
}

/// A bound that a file has gone over.
public enum FieldLimit: Sendable, Hashable, CaseIterable {
  /// Bytes of one file, unpacked.
  case fileSize
  /// Bytes of all files of an archive, unpacked.
  case totalSize
  /// How many bytes one packed byte becomes.
  case ratio
  /// Files of an archive.
  case entries
  /// Elements within each other.
  case depth
  /// Rows of one table.
  case rows
}

/// How much is read of one delivery: more than any city has, and less than a machine.
public struct FieldLimits: Sendable, Hashable {
  public var fileSize = 256 << 20
  public var totalSize = 1 << 30
  /// Looked at from this many bytes on: a short text may well pack a thousandfold.
  public var ratioFrom = 1 << 20
  public var ratio = 200
  public var entries = 20_000
  public var depth = 16
  public var rows = 2_000_000

  public init() {}
}
