/// How much one file may be, before and while it is unpacked.
public struct ReadingLimits: Equatable, Sendable {
  /// Entries of the archive. A workbook has a few per sheet and one per picture.
  public var entries = 10_000
  /// Bytes of one entry, unpacked. A full sheet of a million rows of thirty columns stays below.
  public var entrySize = 4 << 30
  /// Bytes of all entries, unpacked.
  public var totalSize = 8 << 30
  /// How many bytes one packed byte may become. Packing never exceeds 1,032; sheets of the same row over and over reach some hundred.
  public var ratio = 600
  /// The ratio is asked of entries from this size on: small ones do no harm.
  public var ratioFrom = 32 << 20
  /// Bytes of one cell's text. Spreadsheets end at 32,767 characters.
  public var cellText = 1 << 20
  /// Bytes of one tag.
  public var tag = 4 << 20
  /// Elements within each other.
  public var depth = 200
  /// Entries of a list that is kept: sheets, styles, number formats, merged ranges.
  public var listEntries = 200_000
  /// Shared strings up to this many bytes are kept in memory, those beyond on disk.
  public var stringsInMemory = 64 << 20

  public init() {}
}
