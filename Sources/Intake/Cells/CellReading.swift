public import CadreModel
public import DataContract

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

  /// What stands there and what was done; the Chinese as the end of a sentence that begins with how many cells.
  public func text(in language: Language) -> String {
    switch self {
    case .placeholder: language(zh: "是“/”“—”“待补充”一类占位内容，按空白读取", en: "nothing but a placeholder such as / or N/A, read as empty")
    case .invisible: language(zh: "含有看不见的字符，已去掉", en: "characters that nobody sees, left out")
    case .fullWidth: language(zh: "是全角字符，按半角读取", en: "full-width characters, read as ASCII")
    case .apostrophe: language(zh: "前有单引号（'），已去掉", en: "an apostrophe in front, left out")
    case .dottedDate: language(zh: "的日期以“.”分隔，已按日期读取", en: "a date written with points, read so")
    case .timestamp: language(zh: "的日期带有零点时间，按当天读取", en: "a date with a time of midnight, read as the day")
    case .lostZeros: language(zh: "的代码少了前面的 0，已补上", en: "a code that lost its leading zeros, read with them")
    case .tagSeparator: language(zh: "以逗号或顿号分隔多项，已分开读取", en: "several codes separated by commas, read apart")
    case .unseenKept:
      language(
        zh: "含有看不见的字符（如 U+2028、U+2066），按原文保存，请核对", en: "characters that nobody sees (such as U+2028, U+2066), kept: look at them")
    case .errorValue:
      language(zh: "是表格软件的错误值（如 #N/A），按原文保存，请核对", en: "an error value of a spreadsheet such as #N/A, kept as it is: look at it")
    case .privateUse:
      language(zh: "含有自造字（专用区字符），别的电脑上可能显示不出，请核对", en: "private-use characters, which other systems may not show: look at them")
    }
  }
}

/// So many cells of a file's column were read in one way.
public struct CellNotice: Sendable, Hashable {
  public let file: String
  public let column: Column
  public let reading: CellReading
  public let count: Int
  /// The line of the first of them, and what it holds, as it may be shown; nil where it is not to be shown.
  public let line: Int
  public let value: String?
}

/// How many cells of each column were read so, and the first of them.
struct ReadingTally: Sendable {
  struct Entry: Sendable, Hashable {
    var count = 0
    /// The line and the cell of the first.
    var line = 0
    var value = ""
  }

  private static let kinds = CellReading.allCases.count
  private var entries: [Entry] = []

  private static func ordinal(_ reading: CellReading) -> Int {
    CellReading.allCases.firstIndex(of: reading) ?? 0
  }

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ reading: CellReading, column: Int, columns: Int, line: Int, value: Span<UInt8>) {
    if entries.isEmpty { entries = Array(repeating: Entry(), count: columns * Self.kinds) }
    let place = column * Self.kinds + Self.ordinal(reading)
    entries[place].count += 1
    guard entries[place].count == 1 else { return }
    entries[place].line = line
    entries[place].value = shown(string(value), limit: 60)
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
