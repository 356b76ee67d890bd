import Spreadsheet
import Testing

@Suite struct EncodingTests {
  /// 姓名 in GB18030.
  private let nameInGB18030: [UInt8] = [0xD0, 0xD5, 0xC3, 0xFB]

  private func detect(_ bytes: [UInt8], piece: Int = 3) throws -> DetectedEncoding {
    var detector = EncodingDetector()
    for start in stride(from: 0, to: bytes.count, by: piece) {
      detector.consume(Array(bytes[start..<min(start + piece, bytes.count)]).span)
    }
    return try detector.finish()
  }

  @Test func utf8WithAndWithoutMark() throws {
    #expect(try detect(Array("姓名,a".utf8)) == DetectedEncoding(encoding: .utf8, hasByteOrderMark: false))
    #expect(try detect(Array("\u{FEFF}姓名".utf8)) == DetectedEncoding(encoding: .utf8, hasByteOrderMark: true))
    #expect(try detect([]).encoding == .utf8)
  }

  @Test func everythingElseIsGB18030() throws {
    #expect(try detect(nameInGB18030).encoding == .gb18030)
  }

  @Test func aLateTurnIsNoticed() throws {
    let ascii = [UInt8](repeating: 0x61, count: 3 << 20)
    #expect(try detect(ascii + nameInGB18030, piece: 1 << 16).encoding == .gb18030)
    #expect(try detect(ascii + Array("姓".utf8).prefix(2), piece: 1 << 16).encoding == .gb18030)
  }

  @Test(arguments: [
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
