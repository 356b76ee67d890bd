import Bytes
import CadreModel
import DataContract
import Testing

@_spi(Measuring) @testable import Intake

@Suite struct CellTests {
  private func date(_ text: String) -> DateCell {
    let bytes = Array(text.utf8)
    return DateCell.parse(bytes.span)
  }

  @Test func days() {
    #expect(date("2000-01-01") == .day(0))
    #expect(date("1999-12-31") == .day(-1))
    #expect(date("20240229") == .day(8825))
    #expect(date("1900-01-01") == .day(-36524))
    #expect(date("2100-12-31") == .day(36889))
    #expect(date("19000229") == .impossible)
    #expect(date("2100/2/29") == .impossible)
    #expect(date("2000年2月29日") == .day(59))
  }

  @Test(arguments: [-36524, -1, 0, 59, 60, 365, 366, 8825, 36889])
  func isoDatesAreTheSameDays(day: Int32) {
    #expect(date(Gregorian.text(of: Int(day))) == .day(day))
  }

  @Test func everyDayOfTwoCenturiesInOrder() {
    var expected: Int32 = -36524
    for year in 1900...2100 {
      for month in 1...12 {
        for day in 1...Gregorian.length(ofMonth: month, year: year) {
          let found = Gregorian.number(year: year, month: month, day: day)
          guard found == Int(expected) else {
            Issue.record("\(year)-\(month)-\(day) is \(found), not \(expected)")
            return
          }
          expected += 1
        }
      }
    }
    #expect(expected == 36890)
  }

  @Test func likeness() {
    #expect(NearMiss.distance("kitten", "sitting") == 3)
    #expect(NearMiss.distance("党效", "党校") == 1)
    #expect(NearMiss.nearest("person", in: ["persons", "posts", "units"]) == ["persons"])
  }

  @Test func idsInASet() {
    var set = IDSet()
    let ids = (0..<5_000).map { "P\($0)" }
    for id in ids {
      let isNew = set.insert(Array(id.utf8).span)
      #expect(isNew)
    }
    let isNew = set.insert(Array("P77".utf8).span)
    #expect(!isNew)
    #expect(set.count == 5_000)
    #expect(set.strings == ids)
    for id in ["P0", "P4999"] {
      let isThere = set.contains(Array(id.utf8).span)
      #expect(isThere)
    }
    let isThere = set.contains(Array("P5000".utf8).span)
    #expect(!isThere)
  }

  @Test func keysThatComeTwice() {
    var log = KeyLog()
    func record(_ key: String, _ line: Int) -> KeyLog.Answer { log.record(Array(key.utf8), line: line) }
    #expect(record("b", 2) == .new)
    #expect(record("a", 3) == .new)
    #expect(record("c", 4) == .new)
    #expect(record("a", 5) == .duplicate(firstLine: 3))
    #expect(record("b", 6) == .duplicate(firstLine: 2))
  }

  /// Rising keys are not kept for ever; the first that does not rise asks for a second reading.
  @Test func longRisingFilesKeepNoKeys() {
    var log = KeyLog()
    var last: KeyLog.Answer = .new
    for number in 0...KeyLog.patience + 10 {
      last = log.record(Array(String(10_000_000 + number).utf8), line: number + 2)
    }
    #expect(last == .new)
    #expect(
      log.record(Array(String(10_000_000 + KeyLog.patience + 10).utf8), line: 9) == .duplicate(firstLine: KeyLog.patience + 12))
    #expect(log.record(Array("1".utf8), line: 10) == .restart)
    var second = KeyLog(keepsAll: true)
    #expect(second.record(Array("1".utf8), line: 2) == .new)
    #expect(second.record(Array("1".utf8), line: 3) == .duplicate(firstLine: 2))
  }
}
