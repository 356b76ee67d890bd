import Files
import Spreadsheet
import Testing

@Suite struct CSVReaderTests {
  /// All records of a text as strings, read with a batch that small.
  private func read(_ text: String, capacity: Int = 1 << 16) throws -> [[String]] {
    try records(text, capacity: capacity).map(\.cells)
  }

  private func records(
    _ text: String, capacity: Int = 1 << 16
  ) throws -> [(cells: [String], line: Int, fault: RecordFault?, source: String)] {
    var reader = CSVReader(source: MemorySource(text))
    var batch = RecordBatch(capacity: capacity)
    var found: [(cells: [String], line: Int, fault: RecordFault?, source: String)] = []
    while try reader.read(into: &batch) {
      for record in batch.records {
        let cells = (0..<record.cellCount).map { String(decoding: batch.cell($0, of: record), as: UTF8.self) }
        found.append((cells, record.line, record.fault, String(decoding: batch.source(of: record), as: UTF8.self)))
      }
    }
    return found
  }

  @Test(arguments: [
    "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\n1,2", "\u{FEFF}a,b\r\n1,2", "a,b\n\n1,2\n\r\n", "a,b\r1,2\r", "a,b\r1,2",
    "a,b\r\n1,2\r",
    "a,b\r\r\n1,2\r\r\n", "a,b\r\r1,2", "\u{FEFF}\u{FEFF}a,b\n1,2\n", "a,b\n1,2\n\u{1A}", "a,b\n1,2\u{1A}\u{1A}",
    "\r\n\ra,b\n1,2\r\r\n",
  ])
  func lineEndsAndByteOrderMark(text: String) throws {
    #expect(try read(text) == [["a", "b"], ["1", "2"]])
  }

  @Test func quotesCommasAndLineEndsInCells() throws {
    let text = "\"a,1\",\"say \"\"hi\"\"\"\r\n\"two\r\nlines\",\"\"\n,\n"
    #expect(try read(text) == [["a,1", "say \"hi\""], ["two\r\nlines", ""], ["", ""]])
  }

  @Test func linesCountEmbeddedLineEnds() throws {
    let found = try records("h\n\"x\ny\"\n\nlast\n")
    #expect(found.map(\.line) == [1, 2, 5])
    #expect(found[1].source == "\"x\ny\"")
  }

  @Test(arguments: [1, 2, 3, 5, 7, 16, 64])
  func batchSizeDoesNotMatter(capacity: Int) throws {
    let text = "\u{FEFF}id,名称\r\n1,\"a\"\"b\"\r\n\r\n2,\"x\r\ny\"\r\n3,一二三四五六七八九十\r\n4,"
    let expected = [["id", "名称"], ["1", "a\"b"], ["2", "x\r\ny"], ["3", "一二三四五六七八九十"], ["4", ""]]
    #expect(try read(text, capacity: capacity) == expected)
    #expect(try records(text, capacity: capacity).map(\.line) == [1, 2, 4, 6, 7])
  }

  @Test(arguments: [1, 2, 3, 5, 64])
  func everyKindOfLineEndCountsOneLine(capacity: Int) throws {
    let text = "a\rb\r\r\nc\r\nd\n\n\"x\ry\r\r\nz\",e\r\rf"
    let found = try records(text, capacity: capacity)
    #expect(found.map(\.cells) == [["a"], ["b"], ["c"], ["d"], ["x\ry\r\r\nz", "e"], ["f"]])
    #expect(found.map(\.line) == [1, 2, 3, 4, 6, 10])
  }

  @Test(arguments: [(Separator.semicolon, ";"), (.tab, "\t")])
  func otherSeparators(separator: Separator, mark: String) throws {
    var reader = CSVReader(
      source: MemorySource("a\(mark)\"b\(mark)\"\(mark)c,d\n\(mark)\(mark)\n"), separator: separator)
    var batch = RecordBatch()
    var cells: [[String]] = []
    while try reader.read(into: &batch) {
      cells += batch.records.map { record in
        (0..<record.cellCount).map { String(decoding: batch.cell($0, of: record), as: UTF8.self) }
      }
    }
    #expect(cells == [["a", "b" + mark, "c,d"], ["", "", ""]])
  }

  @Test(arguments: [("a\nb", true), ("a\nb\n", false), ("a\nb\r", false), ("a\n\"b\"", true), ("a\n\u{1A}", false), ("", false)])
  func tellsWhetherTheLastRowWasEnded(text: String, endsOpen: Bool) throws {
    var reader = CSVReader(source: MemorySource(text))
    var batch = RecordBatch(capacity: 4)
    while try reader.read(into: &batch) {}
    #expect(reader.endsOpen == endsOpen)
  }

  @Test func faultsAreTheRecordsOwn() throws {
    let found = try records("a,b\n\"x\"y,1\nx\"y,2\nz,3\n\"open,4\nmore")
    #expect(found.map(\.fault) == [nil, .textAfterQuote, .strayQuote, nil, .unterminatedQuote])
    #expect(found[4].line == 5)
    #expect(found[4].source == "\"open,4\nmore")
  }

  @Test func aRecordPastTheLimitIsAnError() throws {
    var reader = CSVReader(source: MemorySource("h\n\"" + String(repeating: "x\n", count: 5_000)), recordLimit: 1_000)
    var batch = RecordBatch(capacity: 64)
    #expect(throws: SpreadsheetError.recordTooLong(line: 2, limit: 1_000)) {
      while try reader.read(into: &batch) {}
    }
  }

  @Test func aMissingFileIsNamed() throws {
    #expect(throws: SpreadsheetError.file(path: "/nowhere/units.csv", reason: SystemError(code: 2))) {
      try FileSource(path: "/nowhere/units.csv")
    }
  }
}
