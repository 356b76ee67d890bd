public import DataContract
import Journal
import PostgresClient
public import Spreadsheet

/// What an import did, table by table.
public struct ImportReport: Sendable {
  public enum Outcome: String, Sendable {
    /// Rows were stored.
    case stored
    /// Everything was there already.
    case unchanged
    /// A dry run found nothing wrong.
    case checked
    /// Rows are wrong: nothing was stored.
    case rejected
  }

  public let city: String
  public let outcome: Outcome
  /// The import's number in the city; nil where nothing was recorded.
  public let number: Int?
  /// What the city's data are known by after the import; nil where nothing was recorded.
  public let watermark: String?
  /// In the contract's order.
  public let tables: [TableReport]
  /// The first of what is wrong.
  public internal(set) var findings: [Finding]
  /// How much is wrong in all.
  public let findingCount: Int
  /// All that is wrong, counted by kind and column.
  public internal(set) var summary: [FindingSummary]
  public internal(set) var warnings: [HeadingWarning]
  /// Cells that were read though they are not written as they should be.
  public internal(set) var cellNotices: [CellNotice]
  /// What was read though it is not as it should be, or left out.
  public internal(set) var notices: [FileNotice]
  /// What lies in the delivery's folders and was not imported, each with the reason.
  public let passedOver: [PassedOver]
  /// What contradicts itself in the city's data after the import, in the order of the kinds.
  public let contradictions: [ContradictionsStored]
  /// The workbook in which a wrong delivery was handed back, where one was asked for.
  public let returned: ReturnedFile?
  /// The rows that were withdrawn, by table.
  public internal(set) var withdrawals: [WithdrawnKeys]
  public let isDryRun: Bool
  /// Whether the answer to the commit was lost, and the database asked anew whether the import was stored: it was.
  public let wasAnswerLost: Bool
  public let elapsed: Duration

  /// Sums over all tables.
  public var rows: RowCounts { tables.reduce(RowCounts()) { $0 + $1.rows } }
}

/// What became of one table's file.
public struct TableReport: Sendable {
  public let table: TableName
  public let file: String
  public let encoding: TextEncoding
  public let hasByteOrderMark: Bool
  /// The sheets of a workbook that its rows are in; none of a CSV file.
  public let sheets: [String]
  public let byteSize: Int
  public let sha256: String
  public internal(set) var rows: RowCounts
  /// Whether the file is the one imported last, so that no row had to be looked at.
  public let isKnown: Bool
  /// Of which of persons and units those that the changed rows name are listed.
  var listed: Set<TableName>
  /// The latest day that a new or changed row is dated.
  let newestOn: PostgresDate?
  /// How the journal tells of its changes.
  var journal: JournalForm = .none
  /// Whether the city counts as having handed the table in.
  var isReceived = true
  /// Where the rejected rows are.
  public let rejectFile: String?
  public let elapsed: Duration

  /// How the rows are written down: the encoding of a CSV file, `XLSX` of a workbook.
  public var encodingName: String { sheets.isEmpty ? encoding.rawValue : DeliveredFile.workbookEncoding }
}

/// Rows by what became of them.
public struct RowCounts: Sendable, Hashable {
  public var inserted = 0
  public var updated = 0
  public var unchanged = 0
  public var rejected = 0
  /// Stored rows that went.
  public var withdrawn = 0

  public init(inserted: Int = 0, updated: Int = 0, unchanged: Int = 0, rejected: Int = 0, withdrawn: Int = 0) {
    self.inserted = inserted
    self.updated = updated
    self.unchanged = unchanged
    self.rejected = rejected
    self.withdrawn = withdrawn
  }

  /// How many of the stored rows are others than before.
  var changed: Int { inserted + updated + withdrawn }

  /// The rows that came.
  public var total: Int { inserted + updated + unchanged + rejected }

  public static func + (left: RowCounts, right: RowCounts) -> RowCounts {
    RowCounts(
      inserted: left.inserted + right.inserted, updated: left.updated + right.updated,
      unchanged: left.unchanged + right.unchanged, rejected: left.rejected + right.rejected,
      withdrawn: left.withdrawn + right.withdrawn)
  }
}

/// How far an import is.
public struct ImportProgress: Sendable, Hashable {
  public let table: TableName
  public let bytesDone: Int
  public let bytesTotal: Int
  public let rowsDone: Int
}
