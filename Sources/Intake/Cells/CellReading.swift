public import CadreModel
public import DataContract
import Messages

/// How a cell was read that is not written as it should be, where its meaning is clear.
public enum CellReading: String, Sendable, Hashable, CaseIterable {
  /// `/`, `—`, `N/A`, `待补充` in a column that may be empty.
  case placeholder
  /// Characters that nobody sees, left out.
  case invisible
  /// Full-width letters, digits or marks outside text.
  case fullWidth = "full_width"
  /// A `'` before it, by which spreadsheets keep a number as text.
  case apostrophe
  /// `2025.3.1`.
  case dottedDate = "dotted_date"
  /// `2025-03-01 00:00:00`.
  case timestamp
  /// `1` for `01`.
  case lostZeros = "lost_zeros"
  /// Tags separated by `,`, `，` or `、`.
  case tagSeparator = "tag_separator"
  /// Characters of other kinds that nobody sees, such as marks of direction within a line, kept as they are.
  case unseenKept = "unseen_kept"
  /// `#N/A`, what a spreadsheet shows where a formula failed, in text: kept as it is.
  case errorValue = "error_value"
  /// A character that only the fonts of one system show, kept as it is.
  case privateUse = "private_use"
  /// A cell of a workbook that shows 95% and holds 0.95, in a column that counts to 100.
  case percent

  /// What stands there and what was done; the Chinese as the end of a sentence that begins with how many cells.
  public func text(in language: Language) -> String {
    message.text(in: language)
  }

  var message: Message {
    switch self {
    case .placeholder: CellReadingMessages.placeholder
    case .invisible: CellReadingMessages.invisible
    case .fullWidth: CellReadingMessages.fullWidth
    case .apostrophe: CellReadingMessages.apostrophe
    case .dottedDate: CellReadingMessages.dottedDate
    case .timestamp: CellReadingMessages.timestamp
    case .lostZeros: CellReadingMessages.lostZeros
    case .tagSeparator: CellReadingMessages.tagSeparator
    case .unseenKept: CellReadingMessages.unseenKept
    case .errorValue: CellReadingMessages.errorValue
    case .privateUse: CellReadingMessages.privateUse
    case .percent: CellReadingMessages.percent
    }
  }
}

/// So many cells of a file's column were read in one way.
public struct CellNotice: Sendable, Hashable {
  public let file: String
  public let column: Column
  public let reading: CellReading
  public let count: Int
  /// Where the first of them is, and what it holds, as it may be shown; nil where it is not to be shown.
  public let place: Place
  public let value: String?

  /// The line or row of the first of them.
  public var line: Int { place.line }
}

/// How many cells of each column were read so, and the first of them.
struct ReadingTally: Sendable {
  struct Entry: Sendable, Hashable {
    var count = 0
    /// The place and the cell of the first.
    var place = Place.line(0)
    var value = ""
  }

  private static let kinds = CellReading.allCases.count
  private var entries: [Entry] = []

  private static func ordinal(_ reading: CellReading) -> Int {
    CellReading.allCases.firstIndex(of: reading) ?? 0
  }

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(
    _ reading: CellReading, column: Int, columns: Int, place: Place, value: Span<UInt8>, of contract: Column
  ) {
    if entries.isEmpty { entries = Array(repeating: Entry(), count: columns * Self.kinds) }
    let entry = column * Self.kinds + Self.ordinal(reading)
    entries[entry].count += 1
    guard entries[entry].count == 1 else { return }
    entries[entry].place = place
    entries[entry].value = shown(tellable(string(value), in: contract), limit: 60)
  }

  /// In the order of the kinds, then of the columns.
  var all: [(reading: CellReading, column: Int, entry: Entry)] {
    CellReading.allCases.flatMap { reading in
      stride(from: Self.ordinal(reading), to: entries.count, by: Self.kinds).compactMap { place in
        entries[place].count == 0 ? nil : (reading, place / Self.kinds, entries[place])
      }
    }
  }
}
