import Spreadsheet
import Testing

@Suite struct CSVWriterTests {
  private func written(_ cells: [String], mark: Bool = false) -> String {
    var writer = CSVWriter(byteOrderMark: mark)
    writer.appendRecord(cells)
    return String(decoding: writer.take(), as: UTF8.self)
  }

  @Test func quotesOnlyWhereNeeded() {
    #expect(written(["a", "b,c", "say \"hi\"", "two\nlines", ""]) == "a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n")
  }

  @Test func byteOrderMarkOnRequest() {
    #expect(written(["a"], mark: true) == "\u{FEFF}a\r\n")
  }

  @Test(arguments: ["=1+1", "@sum", "\tx", "\rx", "+a", "-a", "-", "1-", "-1.2.3", "+1 2"])
  func formulasAreGuarded(cell: String) {
    let isGuarded = cell.first != "1"
    #expect(written([cell]).hasPrefix(isGuarded ? (cell.contains("\r") ? "\"'" : "'") : "1"))
  }

  @Test(arguments: ["=1+1", "@sum", "-a", "a", "'a", "-1", ""])
  func marksAreTakenOffAgain(cell: String) throws {
    var reader = CSVReader(source: MemorySource(written([cell, "x"])))
    var batch = RecordBatch()
    #expect(try reader.read(into: &batch))
    #expect(FormulaGuard.text(of: batch.cell(0, of: try #require(batch.records.first))) == cell)
  }

  @Test(arguments: ["-1", "+1", "-0.25", "12"])
  func plainNumbersAreNot(cell: String) {
    #expect(written([cell]) == cell + "\r\n")
  }

  @Test func whatIsWrittenReadsBack() throws {
    let cells = ["一", "a\"b", ",", "\r\n", "x"]
    var writer = CSVWriter(byteOrderMark: true, guardsFormulas: false)
    writer.appendRecord(cells)
    var reader = CSVReader(source: MemorySource(writer.take()))
    var batch = RecordBatch()
    #expect(try reader.read(into: &batch))
    let record = try #require(batch.records.first)
    #expect((0..<record.cellCount).map { String(decoding: batch.cell($0, of: record), as: UTF8.self) } == cells)
  }
}
