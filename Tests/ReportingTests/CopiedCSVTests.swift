import Testing

@testable import Reporting

@Suite struct CopiedCSVTests {
  private func translate(_ text: String) -> String {
    var csv = CopiedCSV()
    return String(decoding: csv.translated(Array(text.utf8)), as: UTF8.self)
  }

  @Test func linesEndWithCRLFButNotInsideQuotes() {
    #expect(translate("a,\"b\nc\"\n,,\n") == "a,\"b\nc\"\r\n,,\r\n")
    #expect(translate("\"a \"\"b\"\"\n\",1\n") == "\"a \"\"b\"\"\n\",1\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@x", "'@x"), ("\t1", "'\t1"), ("+1-2", "'+1-2"), ("-x", "'-x"), ("-", "'-"), ("+", "'+"),
    ("-1", "-1"), ("+1.5", "+1.5"), ("-1.2.3", "'-1.2.3"), ("a=1", "a=1"), ("", ""), ("1", "1"), ("'=1", "'=1"),
  ])
  func cellsThatWouldRunAreGuarded(cell: String, expected: String) {
    #expect(translate("\(cell),x\n") == "\(expected),x\r\n")
    #expect(translate("x,\(cell)\n") == "x,\(expected)\r\n")
  }

  @Test func quotedCellsAreGuardedInside() {
    #expect(translate("\"=a,b\",\"-1,2\",\"a,=b\"\n") == "\"'=a,b\",\"'-1,2\",\"a,=b\"\r\n")
    #expect(translate("\"\r=x\"\n") == "\"'\r=x\"\r\n")
  }

  @Test func rowsAreCountedAcrossChunks() {
    var csv = CopiedCSV()
    _ = csv.translated(Array("a,\"\n\"\nb,c\n".utf8))
    _ = csv.translated(Array("d,e\n".utf8))
    #expect(csv.rows == 3)
  }
}
