import Foundation
import Testing
import WorkbookTesting

@testable import Workbook

/// Sheets read on threads of their own give what they give when they are simply read.
struct ReadAheadTests {
  private let folder: TemporaryFolder
  private let workbook: WorkbookFile

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.path + "/long.xlsx"
    let writer = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 1))
    for name in ["one", "two"] {
      let sheet = try writer.addSheet(try SheetName(name))
      // Some thirty batches, and texts that both sheets share.
      for row in 0..<15_000 { try sheet.append([.text("\(name) \(row)"), .number(Double(row)), .text("shared \(row % 7)")]) }
    }
    _ = try writer.close()
    workbook = try WorkbookFile(path: path)
  }

  private func texts(_ batch: RowBatch) -> [String] {
    batch.rows.map { row in batch.cells[row.cells].map { batch.string(of: $0) }.joined(separator: "|") }
  }

  private func simply(_ sheet: Sheet) throws -> [String] {
    let reader = try workbook.reader(of: sheet)
    var batch = RowBatch()
    var rows: [String] = []
    while try reader.read(into: &batch) { rows += texts(batch) }
    return rows
  }

  @Test func theRowsAreTheSame() throws {
    for sheet in workbook.sheets {
      let reader = try workbook.readAhead(of: sheet)
      var batch = RowBatch()
      var rows: [String] = []
      while try reader.read(into: &batch) { rows += texts(batch) }
      #expect(batch.rows.isEmpty)
      // Once at the end it stays there.
      #expect(try !reader.read(into: &batch))
      #expect(rows.count == 15_000)
      #expect(try rows == simply(sheet))
      #expect(reader.bytesRead == sheet.byteSize)
    }
  }

  @Test func twoSheetsOfAWorkbookAreReadAtOnce() throws {
    let readers = try workbook.sheets.map { try workbook.readAhead(of: $0) }
    var rows = [[String]](repeating: [], count: 2)
    var batch = RowBatch()
    var areLeft = [true, true]
    while areLeft.contains(true) {
      for index in readers.indices where areLeft[index] {
        areLeft[index] = try readers[index].read(into: &batch)
        if areLeft[index] { rows[index] += texts(batch) }
      }
    }
    #expect(try rows == workbook.sheets.map(simply))
  }

  @Test func oneThatIsLetGoStops() throws {
    for _ in 0..<50 {
      let reader = try workbook.readAhead(of: workbook.sheets[0])
      var batch = RowBatch()
      #expect(try reader.read(into: &batch))
    }
    // The workbook is still readable, while threads of those may be on their last batch.
    #expect(try simply(workbook.sheets[1]).count == 15_000)
  }

  /// Rows before a fault come first, then the fault, as often as it is asked for.
  @Test func aFaultComesInItsPlace() throws {
    let rows = (1...2_000).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined() + "<row r=\"1\"/>"
    var parts = try StoredZip.parts(of: CorpusFiles.bytes("text-shared"))
    for index in parts.indices where parts[index].name == "xl/worksheets/sheet1.xml" {
      parts[index].data = Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8)
    }
    let file = try WorkbookFile(bytes: StoredZip.archive(parts))
    let reader = try file.readAhead(of: file.sheets[0])
    var batch = RowBatch()
    var read = 0
    #expect(throws: WorkbookReadingError.self) {
      while try reader.read(into: &batch) { read += batch.rows.count }
    }
    #expect(read == 2_000)
    #expect(throws: WorkbookReadingError.self) { try reader.read(into: &batch) }
  }
}
