import CadreModel
import PolicyKit
import Testing

@testable import Results

/// Cells as the server copies them out, and as files have them.
@Suite struct CellBytesTests {
  private func copied(_ text: String) -> String {
    let chunk = Array((text + "\n").utf8)
    var rows = CopiedRows(columns: 1)
    var cells = CellBytes()
    while rows.next(in: chunk.span) { cells.append(rows.cells[0], of: chunk.span) }
    return String(decoding: cells.take(), as: UTF8.self)
  }

  private func written(_ text: String) -> String {
    var cells = CellBytes()
    cells.append(Array("before".utf8).span)
    let start = cells.count
    cells.append(Array(text.utf8).span)
    cells.endText(from: start)
    return String(String(decoding: cells.take(), as: UTF8.self).dropFirst("before".count))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@x", "'@x"), ("\t1", "'\t1"), ("+1-2", "'+1-2"), ("-x", "'-x"), ("-", "'-"), ("+", "'+"),
    ("-1", "-1"), ("+1.5", "+1.5"), ("-1.2.3", "'-1.2.3"), ("a=1", "a=1"), ("1", "1"), ("'=1", "'=1"),
  ])
  func cellsThatWouldRunAreGuarded(cell: String, expected: String) {
    #expect(copied(cell) == expected)
    #expect(written(cell) == expected)
  }

  @Test(arguments: [
    ("=a,b", "\"'=a,b\""), ("-1,2", "\"'-1,2\""), ("a,=b", "\"a,=b\""), ("\r=x", "\"'\r=x\""),
    ("a \"b\"\n", "\"a \"\"b\"\"\n\""), ("\"", "\"\"\"\""),
  ])
  func quotedCellsAreGuardedInside(text: String, expected: String) {
    #expect(written(text) == expected)
    // The server quotes alike, without the guard.
    #expect(copied(expected.replacing("\"'", with: "\"")) == expected)
  }

  @Test func nothingAndAnEmptyTextAreToldApart() {
    #expect(copied("") == "")
    #expect(copied("\"\"") == "\"\"")
    #expect(written("") == "\"\"")
  }
}

@Suite struct CopiedRowsTests {
  private func rows(_ text: String, columns: Int) -> [[String]] {
    let chunk = Array(text.utf8)
    var rows = CopiedRows(columns: columns)
    var found: [[String]] = []
    while rows.next(in: chunk.span) {
      found.append(
        rows.cells.map { cell in
          var text = CellBytes()
          text.append(textOf: cell, of: chunk.span)
          return cell.isNull ? "nothing" : String(decoding: text.take(), as: UTF8.self)
        })
    }
    return found
  }

  @Test func commasAndLinesWithinQuotesBelongToTheCell() {
    #expect(rows("a,\"b\nc\"\n,\"\"\n", columns: 2) == [["a", "b\nc"], ["nothing", ""]])
    #expect(rows("\"a \"\"b\"\"\n\",\"x,y\"\n", columns: 2) == [["a \"b\"\n", "x,y"]])
    #expect(rows("\"\"\"\",\"\"\"\"\"\"\n", columns: 2) == [["\"", "\"\""]])
  }

  @Test func aNextChunkIsReadFromItsBeginning() {
    var rows = CopiedRows(columns: 1)
    var count = 0
    for chunk in ["a\nb\n", "c\n"].map({ Array($0.utf8) }) {
      while rows.next(in: chunk.span) { count += 1 }
    }
    #expect(count == 3)
  }
}

@Suite struct NameTableTests {
  private func name(_ id: String, in table: inout NameTable) -> String? {
    var cells = CellBytes()
    guard table.append(nameOf: Array(id.utf8).span, to: &cells) else {
      #expect(cells.count == 0)
      return nil
    }
    return String(decoding: cells.take(), as: UTF8.self)
  }

  /// More than its first size, asked for in another order than they came in.
  @Test func everyIdHasItsName() {
    var table = NameTable()
    for start in stride(from: 0, to: 5000, by: 500) {
      table.add(Array((start..<start + 500).map { "P\($0),\"名, \($0)\"\n" }.joined().utf8))
    }
    #expect(table.count == 5000)
    for number in (0..<5000).reversed() {
      #expect(name("P\(number)", in: &table) == "名, \(number)")
    }
    for unknown in ["", "P", "P5000", "P01", "p1"] { #expect(name(unknown, in: &table) == nil) }
    var empty = NameTable()
    #expect(name("P1", in: &empty) == nil)
  }
}

@Suite struct ReasonSentenceTests {
  private func sentence(
    _ reason: Reason, _ measure: MeasureUnit, _ values: [ReasonSentence.Slot: String] = [:],
    _ form: SentenceForm = .plain, alternative: MeasureUnit? = nil
  ) -> String {
    var text = CellBytes()
    ReasonSentence(reason, measure: measure, alternative: alternative, language: .english).write(
      form, to: &text, isOne: { values[$0] == "1" },
      { slot, text in text.append(Array((values[slot] ?? "").utf8).span) })
    return String(decoding: text.take(), as: UTF8.self)
  }

  @Test func slotsTakeTheResultsValues() {
    #expect(
      sentence(.shortSoFar, .hours, [.observed: "5", .required: "90", .dueOn: "2025-12-31"])
        == "5 hours so far; 90 required by 2025-12-31")
    #expect(
      sentence(.shortSoFar, .times, [.observed: "1", .required: "2", .dueOn: "2025-12-31"])
        == "1 time so far; 2 required by 2025-12-31")
    #expect(
      sentence(.short, .times, [.observed: "0", .required: "1"], .nothing)
        == "the period ended with none; 1 time required")
    #expect(
      sentence(
        .reachedByOther, .hours, [.observed: "82.25", .required: "90", .item(0): "13", .item(1): "12"], .alternative,
        alternative: .days)
        == "decided by days: 13 days, 12 required; only 82.25 hours, 90 required (either is enough)")
    // A measure without a name leaves no blank behind.
    #expect(sentence(.short, .none, [.observed: "1", .required: "2"]) == "the period ended with 1; 2 required")
    #expect(sentence(.short, .share, [.observed: "0.25", .required: "0.5"]) == "the period ended with 0.25; 0.5 required")
    #expect(sentence(.attestedDone, .none) == "attested as done")
  }
}
