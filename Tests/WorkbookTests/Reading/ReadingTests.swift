import Foundation
import Testing
import WorkbookTesting

@testable import Workbook

/// What the corpus cannot say: bounds, long sheets, strings on disk, paths.
@Suite struct ReadingTests {
  private func workbook(rows: String, strings: String? = nil) throws -> [UInt8] {
    var parts = try StoredZip.parts(of: CorpusFiles.bytes("text-shared"))
    for index in parts.indices {
      if parts[index].name == "xl/worksheets/sheet1.xml" {
        parts[index].data = Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8)
      } else if parts[index].name == "xl/sharedStrings.xml", let strings {
        parts[index].data = Array("<sst>\(strings)</sst>".utf8)
      }
    }
    return StoredZip.archive(parts)
  }

  @Test func longSheetsComeInBatches() throws {
    let rows = (1...5_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c><c r=\"B\($0)\" t=\"s\"><v>1</v></c></row>" }
    let file = try WorkbookFile(bytes: try workbook(rows: rows.joined()))
    let reader = try file.reader(of: try #require(file.sheets.first))
    var batch = RowBatch()
    var next = 1
    var largest = 0
    while try reader.read(into: &batch) {
      largest = max(largest, batch.rows.count)
      for row in batch.rows {
        #expect(row.number == next)
        #expect(batch.cells[row.cells].map { batch.string(of: $0) } == ["\(next)", "乙"])
        next += 1
      }
    }
    #expect(next == 5_001)
    #expect(largest == 512)
    #expect(batch.rows.isEmpty && batch.cells.isEmpty)
    #expect(try !reader.read(into: &batch))
  }

  @Test func stringsBeyondMemoryLieOnDisk() throws {
    let count = 20_000
    let rows = (0..<count).map { "<row><c t=\"s\"><v>\((($0) * 7_919) % count)</v></c></row>" }
    let strings = (0..<count).map { "<si><t>字符串\($0)号</t></si>" }
    var limits = ReadingLimits()
    limits.stringsInMemory = 100_000
    let file = try WorkbookFile(bytes: try workbook(rows: rows.joined(), strings: strings.joined()), limits: limits)
    let reader = try file.reader(of: try #require(file.sheets.first))
    var batch = RowBatch()
    var read = 0
    while try reader.read(into: &batch) {
      for cell in batch.cells {
        #expect(batch.string(of: cell) == "字符串\((read * 7_919) % count)号")
        read += 1
      }
    }
    #expect(read == count)
  }

  @Test func rowsBeforeAFaultComeFirst() throws {
    let file = try WorkbookFile(bytes: try workbook(rows: "<row><c><v>1</v></c></row><row><c><v>x</v></c></row>"))
    let reader = try file.reader(of: try #require(file.sheets.first))
    var batch = RowBatch()
    #expect(try reader.read(into: &batch))
    #expect(batch.rows.map(\.number) == [1])
    let fault = WorkbookReadingError.badCell(
      .number, part: "xl/worksheets/sheet1.xml", at: WorkbookPlace(sheet: "Sheet1", row: 2, column: 1))
    #expect(throws: fault) { try reader.read(into: &batch) }
    #expect(throws: fault) { try reader.read(into: &batch) }
  }

  @Test func boundsHold() throws {
    let bytes = try CorpusFiles.bytes("text-shared")
    var limits = ReadingLimits()
    limits.entries = 3
    #expect(throws: WorkbookReadingError.overLimit(.entries, part: nil, allowed: 3)) {
      try WorkbookFile(bytes: bytes, limits: limits)
    }
    limits = ReadingLimits()
    limits.totalSize = 500
    #expect(throws: WorkbookReadingError.overLimit(.totalSize, part: nil, allowed: 500)) {
      try WorkbookFile(bytes: bytes, limits: limits)
    }
    limits = ReadingLimits()
    limits.cellText = 2
    #expect(throws: WorkbookReadingError.overLimit(.cellText, part: "xl/sharedStrings.xml", allowed: 2)) {
      let file = try WorkbookFile(bytes: bytes, limits: limits)
      _ = try file.reader(of: try #require(file.sheets.first))
    }
  }

  @Test func saysWhyAPathCannotBeOpened() {
    #expect(throws: WorkbookReadingError.cannotOpen(path: "/nowhere.xlsx", code: ENOENT)) {
      try WorkbookFile(path: "/nowhere.xlsx")
    }
    #expect(throws: WorkbookReadingError.notAFile(path: "/")) { try WorkbookFile(path: "/") }
  }

  @Test func columnsHaveNames() {
    #expect([1, 26, 27, 702, 703, 16_384].map(CellReference.columnName) == ["A", "Z", "AA", "ZZ", "AAA", "XFD"])
    #expect(WorkbookPlace(sheet: "a", row: 7, column: 2).cell == "B7")
  }

  /// Every day that a spreadsheet has follows the one before, as the calendar says.
  @Test func everySerialIsTheNextDay() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let start = try #require(calendar.date(from: DateComponents(year: 1899, month: 12, day: 30)))
    for serial in stride(from: 61, to: 2_958_466, by: 97) {
      let date = start.addingTimeInterval(Double(serial) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let moment = try #require(CivilMoment(serial: Double(serial), system: .from1900))
      #expect(moment.year == parts.year && moment.month == parts.month && moment.day == parts.day)
    }
  }
}
