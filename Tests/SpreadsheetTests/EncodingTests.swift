import Spreadsheet
import Testing

@Suite struct EncodingTests {
  /// 姓名 in GB18030.
  private let nameInGB18030: [UInt8] = [0xD0, 0xD5, 0xC3, 0xFB]

  private func detect(_ bytes: [UInt8], piece: Int = 3) throws -> DetectedText {
    var detector = EncodingDetector()
    for start in stride(from: 0, to: bytes.count, by: piece) {
      detector.consume(Array(bytes[start..<min(start + piece, bytes.count)]).span)
    }
    return try detector.finish()
  }

  private func gb18030(_ text: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    #expect(try GB18030Converter(.fromUTF8).convert(Array(text.utf8).span, appendingTo: &bytes))
    return bytes
  }

  @Test func utf8WithAndWithoutMark() throws {
    #expect(try detect(Array("姓名,a".utf8)).verdict == .known(.utf8))
    #expect(try detect(Array("姓名,a".utf8)).byteOrderMarks == 0)
    let marked = try detect(Array("\u{FEFF}姓名".utf8))
    #expect(marked.verdict == .known(.utf8))
    #expect(marked.byteOrderMarks == 1)
    #expect(try detect([0xEF, 0xBB, 0xBF] + nameInGB18030).verdict == .known(.utf8))
    #expect(try detect([]).verdict == .known(.utf8))
  }

  @Test(arguments: ["姓名", "联通", "赵一,钱二", "阿不都·买买提", "人员编号,姓名,性别\r\nP1,李\u{9FB4},男\r\n", "中共某市委员会（本级）"])
  func chineseInEitherEncodingIsKnown(text: String) throws {
    #expect(try detect(Array(text.utf8)).verdict == .known(.utf8))
    #expect(try detect(try gb18030(text)).verdict == .known(.gb18030))
  }

  /// A byte or a row that is broken does not turn the rest into something else.
  @Test func brokenPlacesDoNotDecide() throws {
    let text = "person_id,name\nP1,赵一\nP2,钱二\nP3,欧阳明\n"
    #expect(try detect(Array(text.utf8) + [0x50, 0x2C, 0xE6, 0x9D, 0x8E, 0xE4, 0xB8, 0x0A]).verdict == .known(.utf8))
    #expect(try detect(Array(text.utf8) + [0x50, 0x2C, 0xE4, 0xB8]).verdict == .known(.utf8))
    #expect(try detect(try gb18030(text) + [0x50, 0x2C, 0xC8, 0x0A]).verdict == .known(.gb18030))
    #expect(try detect(try gb18030(text) + [0xFF, 0x0A]).verdict == .known(.gb18030))
    // In no encoding is this a character: the row is lost, and nothing else is in doubt.
    #expect(try detect(Array("a,b\n1,".utf8) + [0xFF, 0xFF, 0x0A]).verdict == .known(.utf8))
  }

  /// Where both encodings fit, or neither, nobody guesses.
  @Test func doubtIsSaid() throws {
    // 茅 in GBK, é in UTF-8.
    #expect(try detect(Array("id,name\n1,Caf\u{E9}\n".utf8)).verdict == .unclear(line: 2))
    // Müller in Latin-1.
    #expect(try detect(Array("id,name\nx,y\n1,M".utf8) + [0xFC] + Array("ller\n".utf8)).verdict == .unclear(line: 3))
    // Half of it in one encoding, half in the other.
    let half = "赵一\n钱二\n孙三\n李四\n"
    #expect(try detect(Array(half.utf8) + gb18030(half)).verdict == .unclear(line: 5))
    // Rows in UTF-8 among many in GBK.
    let many = try gb18030(String(repeating: "中共某市委员会\n", count: 50))
    #expect(try detect(many + Array("赵钱孙李\n".utf8) + many).verdict == .unclear(line: 51))
  }

  @Test func aLateTurnIsNoticed() throws {
    let ascii = [UInt8](repeating: 0x61, count: 3 << 20)
    #expect(try detect(ascii + nameInGB18030, piece: 1 << 16).verdict == .known(.gb18030))
    #expect(try detect(ascii + Array("姓名".utf8), piece: 1 << 16).verdict == .known(.utf8))
  }

  @Test(arguments: [
    ("", 0), ("a", 1), ("a\n", 1), ("a\rb", 2), ("a\r\nb\r\n", 2), ("a\r\r\nb", 2), ("\n\n", 2), ("\u{FEFF}", 0),
    ("a\n\u{1A}", 1),
    ("\r\r\r\n", 2), ("一二三四五六七八\n九十", 2),
  ])
  func linesAreCounted(text: String, lines: Int) throws {
    for piece in 1...9 { #expect(try detect(Array(text.utf8), piece: piece).lines == lines) }
  }

  @Test func oneZeroIsNoBinaryFile() throws {
    let text = try detect(Array("unit_id,unit_name\nU1,a\u{0}b\n".utf8))
    #expect(text.hasZero)
    #expect(text.verdict == .known(.utf8))
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8], [0x80], [0xC3],
    ] as [[UInt8]])
  func malformedIsNotUTF8(bytes: [UInt8]) {
    let isUTF8 = UTF8Validator.accepts(bytes.span)
    #expect(!isUTF8)
  }

  @Test func otherFilesAreNamed() {
    #expect(throws: SpreadsheetError.notText(.workbook)) { try detect([0x50, 0x4B, 0x03, 0x04, 0x14]) }
    #expect(throws: SpreadsheetError.notText(.utf16)) { try detect([0xFF, 0xFE, 0x61, 0x00]) }
    #expect(throws: SpreadsheetError.notText(.binary)) { try detect([0x61, 0x62, 0x00, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66]) }
  }

  @Test func decodesGB18030() throws {
    #expect(try decode(nameInGB18030, after: "<") == "<姓名")
    // A character beyond the basic plane takes four bytes.
    #expect(try decode([0x95, 0x32, 0x90, 0x31], after: "") == "\u{20087}")
  }

  @Test(arguments: [[0xD0], [0xFF, 0x41]] as [[UInt8]])
  func malformedGB18030LeavesTheOutputAlone(bytes: [UInt8]) throws {
    #expect(try decode(bytes, after: "<") == nil)
  }

  private func decode(_ bytes: [UInt8], after start: String) throws -> String? {
    let decoder = try GB18030Converter(.toUTF8)
    var text = Array(start.utf8)
    guard decoder.convert(bytes.span, appendingTo: &text) else {
      #expect(text == Array(start.utf8))
      return nil
    }
    return String(decoding: text, as: UTF8.self)
  }

  @Test(arguments: [("utf-8", TextEncoding.utf8), ("UTF8", .utf8), ("GBK", .gb18030), ("gb18030", .gb18030)])
  func names(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
    #expect(TextEncoding(named: "latin-1") == nil)
  }
}
