import Testing
import Workbook

/// Every file of the corpus says what stands beside it, from a path as from memory.
@Suite struct CorpusTests {
  @Test func isThere() {
    #expect(CorpusFiles.names.count >= 300)
  }

  @Test(arguments: CorpusFiles.names)
  func saysWhatIsInIt(name: String) throws {
    let expected = try CorpusFiles.expected(name)
    let found = Transcript.lines { try WorkbookFile(path: CorpusFiles.path(name)) }
    // One line says more than two long lists.
    let difference = zip(found, expected).first { $0 != $1 }
    #expect(difference == nil, "\(name): found, then expected")
    #expect(found.count == expected.count, "\(name): \(found.suffix(2)), expected \(expected.suffix(2))")
    let bytes = try CorpusFiles.bytes(name)
    #expect(Transcript.lines { try WorkbookFile(bytes: bytes) } == found, "\(name): from memory")
  }
}
