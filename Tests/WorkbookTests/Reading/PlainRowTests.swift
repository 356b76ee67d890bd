import Testing
import WorkbookTesting

@testable import Workbook

/// Rows and strings that are read as they are say what expat says of them, and where expat finds a fault, they are left to it.
@Suite struct PlainRowTests {
  /// What is in a workbook, with every word of its error.
  private func lines(_ bytes: [UInt8], takesPlain: Bool) -> [String] {
    var limits = ReadingLimits()
    limits.entrySize = 8 << 20
    limits.totalSize = 16 << 20
    var lines: [String] = []
    do {
      let file = try WorkbookFile(bytes: bytes, limits: limits)
      file.takesPlain = takesPlain
      lines += Transcript.lines { file }
      for sheet in file.sheets where sheet.kind == .cells {
        let reader = try file.reader(of: sheet)
        var batch = RowBatch()
        while try reader.read(into: &batch) { lines.append("\(batch.rows.map(\.number)) \(batch.cells.map(\.value))") }
        lines.append("\(reader.bytesRead)")
      }
    } catch {
      lines.append("\(error)")
    }
    return lines
  }

  private func saysTheSame(_ bytes: [UInt8], _ name: Comment) {
    let plain = lines(bytes, takesPlain: true)
    let byExpat = lines(bytes, takesPlain: false)
    let difference = zip(plain, byExpat).first { $0 != $1 }
    #expect(difference == nil, name)
    #expect(plain.count == byExpat.count, name)
  }

  private func workbook(_ sheet: some Sequence<UInt8>, strings: [UInt8]? = nil) throws -> [UInt8] {
    var parts = try StoredZip.parts(of: CorpusFiles.bytes("text-shared"))
    for index in parts.indices {
      if parts[index].name == "xl/worksheets/sheet1.xml" { parts[index].data = Array(sheet) }
      if parts[index].name == "xl/sharedStrings.xml", let strings { parts[index].data = strings }
    }
    return StoredZip.archive(parts)
  }

  private func workbook(rows: String) throws -> [UInt8] {
    try workbook("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>0</v></c></row>\(rows)</sheetData></worksheet>".utf8)
  }

  /// How far the rows are taken without expat.
  private func taken(_ rows: String) -> Int {
    var position = 0
    let bytes = Array(rows.utf8)
    let handler = SheetHandler(
      sheet: "s", maker: CellMaker(styles: .none, strings: nil, system: .from1900), limits: ReadingLimits())
    while position < bytes.count, let next = handler.takePlain(bytes.span, from: position) { position = next }
    return position
  }

  private static let plain = [
    "<row r=\"2\" spans=\"1:8\" ht=\"12.8\" x14ac:dyDescent=\"0.25\" hidden=\"1\"><c r=\"A2\" s=\"1\" t=\"str\"><v>a b</v></c></row>",
    "<row r=\"2\" customFormat=\"false\" ht=\"12.8\" hidden=\"false\" customHeight=\"false\" outlineLevel=\"0\" collapsed=\"false\"></row>",
    "<row r=\"2\" s=\"1\" thickTop=\"1\" thickBot=\"1\" ph=\"1\"/>",
    "<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> 张三（测）Ａ~ </t></is></c><c s=\"3\"/><c t=\"b\"><v>1</v></c></row>",
    "<row r=\"9\"><c r=\"C9\"><v>-1.50</v></c><c r=\"A9\" t=\"n\"><v>1E5</v></c><c r=\"XFD9\"></c></row>",
  ]

  @Test(arguments: plain)
  func rowsAsProgramsWriteThemNeedNoExpat(row: String) throws {
    #expect(taken(row) == row.utf8.count)
    saysTheSame(try workbook(rows: row), "\(row)")
  }

  private static let other = [
    // Right, but not plain.
    "<row r='2'/>", "<row  r=\"2\"/>", "<row r=\"2\">\n<c/></row>", "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c></row>",
    "<row r=\"2\"><c t=\"str\"><v>a&amp;b</v></c></row>", "<row r=\"2\"><c t=\"str\"><v>a>b</v></c></row>",
    "<row r=\"2\"><!-- --></row>", "<row r=\"2\"><c t=\"str\"><v><![CDATA[<]]></v></c></row>",
    "<row r=\"2\"><c t=\"str\"><v>\u{20BB7}\u{FEFF}\u{E000}</v></c></row>", "<row r=\"2\"><x:c r=\"A2\"><v>1</v></x:c></row>",
    "<row r=\"2\"><c><is><t>a</t><rPh sb=\"0\" eb=\"1\"><t>b</t></rPh></is></c></row>", "<row r=\"a2\"/>", "<row r=\"\"/>",
    // Wrong.
    "<row r=\"2\" r=\"2\"/>", "<row r=\"2\"><c r=\"A2\" r=\"A2\"/></row>", "<row r=\"2\"><c r=\"A3\"/></row>",
    "<row r=\"2\"><c r=\"2\"/></row>", "<row r=\"2\"><c r=\"A2\"><v>1</c></row>",
    "<row r=\"2\"><c t=\"str\"><v>]]></v></c></row>", "<row r=\"2\"><c t=\"x\"><v>1</v></c></row>",
    "<row r=\"2\"><c t=\"str\"><v>\u{1}</v></c></row>", "<row r=\"2\"><c t=\"str\"><v>\u{FFFE}</v></c></row>", "<row r=\"2\"><c",
    "<row r=\"2\" hidden=\"<\"/>", "<row r=\"2\" a:=\"1\"/>", "<rowr=\"2\"/>", "<row r=\"2\"><cr=\"A2\"/></row>",
    "<row r=\"2\"s=\"1\"/>",
    "<row r=\"2\" spa></row>", "<row r=\"2\" spa/>",
    "<row r=\"1234567890\"/>", "<row r=\"2\"><c s=\"\"/></row>", "<row r=\"2\"><c r=\"A2\"><v>1</v><v>2</v></c></row>",
  ]

  @Test(arguments: other)
  func allOthersAreLeftToExpat(row: String) throws {
    #expect(taken(row) == 0)
    saysTheSame(try workbook(rows: row), "\(row)")
    // Beside plain ones.
    let before = "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
    let moved = row.replacing("\"2\"", with: "\"3\"").replacing("A2\"", with: "A3\"")
    saysTheSame(try workbook(rows: before + moved + "<row r=\"7\"><c r=\"B7\"><v>1</v></c></row>"), "\(moved)")
  }

  /// Faults of a cell or row that is well-formed are told as they are of any row.
  @Test(arguments: [
    "<row r=\"0\"/>", "<row r=\"1\"/>", "<row r=\"1048577\"/>", "<row r=\"2\"><c><v>x</v></c></row>",
    "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"B2\"><v>1</v></c></row>", "<row r=\"2\"><c t=\"s\"><v>99</v></c></row>",
    "<row r=\"2\"><c t=\"b\"><v>7</v></c></row>", "<row r=\"2\"><c r=\"XFE2\"/></row>",
  ])
  func faultsAreTheSame(row: String) throws {
    saysTheSame(try workbook(rows: row), "\(row)")
    saysTheSame(try workbook(rows: "<row r=\"1\"/>" + row), "\(row)")
  }

  @Test func encodingsOtherThanUTF8AreLeftToExpat() throws {
    let rows = (1...3).map { "<row r=\"\($0)\"><c t=\"str\"><v>\u{C3}\u{A9}</v></c></row>" }.joined()
    let document = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet><sheetData>\(rows)</sheetData></worksheet>"
    let bytes = document.unicodeScalars.map { UInt8($0.value) }
    let file = try WorkbookFile(bytes: try workbook(bytes))
    var batch = RowBatch()
    #expect(try file.reader(of: file.sheets[0]).read(into: &batch))
    #expect(batch.cells.map { batch.string(of: $0) } == ["\u{C3}\u{A9}", "\u{C3}\u{A9}", "\u{C3}\u{A9}"])
    saysTheSame(try workbook(bytes), "ISO-8859-1")
    saysTheSame(
      try workbook(
        [0xFF, 0xFE] + document.replacing("ISO-8859-1", with: "UTF-16").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      "UTF-16")
  }

  @Test(arguments: CorpusFiles.names)
  func theCorpusSaysTheSame(name: String) throws {
    saysTheSame(try CorpusFiles.bytes(name), "\(name)")
  }

  /// Rows of all lengths, so that pieces end anywhere in them; among them a row longer than what is read at a time, and rows that expat
  /// reads.
  @Test func longSheetsSayTheSame() throws {
    var rows = ""
    for row in 2...3_000 {
      let text = String(repeating: "汉", count: row % 97)
      rows +=
        "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"str\"><v>\(text)\(row % 500 == 0 ? "&lt;" : "")</v></c><c r=\"B\(row)\"><v>\(row)</v></c></row>"
    }
    let long = (1...9_000).map { "<c><v>\($0)</v></c>" }.joined()
    rows += "<row r=\"3001\">\(long)\(String(repeating: "<c/>", count: 7_000))</row><row r=\"3002\"><c><v>1</v></c></row>"
    saysTheSame(try workbook(rows: rows), "long")
    let cut = try workbook(rows: rows)
    for length in [100_000, 300_001, 400_002] { saysTheSame(Array(cut.prefix(length)), "cut at \(length)") }
  }

  // MARK: Shared strings

  private func workbook(strings: [UInt8]) throws -> [UInt8] {
    let rows = (1...30).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>\($0 - 1)</v></c></row>" }
    return try workbook("<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>".utf8, strings: strings)
  }

  private static let strings = (0..<30).map { number in
    number % 7 == 3 ? "<si><t xml:space=\"preserve\"> 李四 _x000D_\(number) </t></si>" : "<si><t>张三\(number)</t></si>"
  }

  @Test func stringsInOnePieceNeedNoExpat() throws {
    let handler = SharedStringsHandler(limits: ReadingLimits())
    let bytes = Array(Self.strings.joined().utf8)
    var position = 0
    while position < bytes.count, let next = handler.takePlain(bytes.span, from: position) { position = next }
    #expect(position == bytes.count)
    #expect(handler.strings.count == 30)
    for other in [
      "<si><r><t>a</t></r></si>", "<si/>", "<si><t/></si>", "<si><t>&lt;</t></si>", "<si><t>a</t><rPh><t>b</t></rPh></si>",
      "<si><t>a</t>",
    ] {
      #expect(handler.takePlain(Array(other.utf8).span, from: 0) == nil, "\(other)")
    }
    #expect(handler.strings.count == 30)
  }

  @Test(arguments: [
    "<si><r><t>a</t></r><r><t>b</t></r></si>", "<si/>", "<si><t/></si>", "<si><t>&lt;</t></si>",
    "<si><t>a</t><rPh><t>b</t></rPh></si>",
    "<si><t>a</t>", "<si><t>\u{1}</t></si>", "</sst>", "<si><t>a</t></si></si>", "<!--<si><t>a</t></si>-->",
  ])
  func otherStringsAreLeftToExpat(other: String) throws {
    for place in [0, 1, 15, 30] {
      var strings = Self.strings
      strings.insert(other, at: place)
      saysTheSame(try workbook(strings: Array("<sst>\(strings.joined())</sst>".utf8)), "\(other) at \(place)")
    }
  }

  @Test func longStringsAreRefusedAsByExpat() throws {
    var limits = ReadingLimits()
    limits.cellText = 20
    for takesPlain in [true, false] {
      let strings = Self.strings + ["<si><t>\(String(repeating: "x", count: 21))</t></si>"]
      let file = try WorkbookFile(bytes: try workbook(strings: Array("<sst>\(strings.joined())</sst>".utf8)), limits: limits)
      file.takesPlain = takesPlain
      #expect(throws: WorkbookReadingError.overLimit(.cellText, part: "xl/sharedStrings.xml", allowed: 20)) {
        _ = try file.reader(of: file.sheets[0])
      }
    }
  }

  // MARK: Spoilt

  private static let pieces: [[UInt8]] =
    [
      "<", ">", "\"", "&amp;", "]]>", "<c/>", "</c>", "<c>", "<row/>", "</row>", "<row>", "<v>", "</v>", " r=\"A1\"", " r=\"3\"",
      " t=\"s\"", " ",
      "\n", "\r", "<!--", "-->", "<![CDATA[", "_x000D_", "1E9", "-", "<f/>", "<is><t>", "</t></is>", "'", "é", "\u{FFFF}",
    ].map { Array($0.utf8) } + [[0], [0x80], [0xC3], [0xE4, 0xBD], [0xED, 0xA0, 0x80], [0xF0, 0x9F]]

  /// Sheets of plain rows and plain strings, spoilt: whatever was done to them, both ways say the same.
  @Test(arguments: 0..<8)
  func spoiltRowsSayTheSame(seed: UInt64) throws {
    var random = Dice(state: seed)
    let rows = (2...30).map { row in
      "<row r=\"\(row)\" spans=\"1:3\"><c r=\"A\(row)\" t=\"s\"><v>1</v></c><c r=\"B\(row)\" s=\"1\"><v>4\(row).5</v></c>"
        + "<c r=\"C\(row)\" t=\"inlineStr\"><is><t>张三\(row)</t></is></c></row>"
    }
    let sheet = Array("<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>".utf8)
    let strings = Array("<sst>\(Self.strings.joined())</sst>".utf8)
    for round in 0..<150 {
      if round % 3 == 0 {
        saysTheSame(try workbook(strings: spoilt(strings, &random)), "strings, \(seed), \(round)")
      } else {
        saysTheSame(try workbook(spoilt(sheet, &random)), "\(seed), \(round)")
      }
    }
  }

  private func spoilt(_ whole: [UInt8], _ random: inout Dice) -> [UInt8] {
    var bytes = whole
    for _ in 0...random.below(2) {
      let place = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes[place] = UInt8(random.below(256))
      case 1: bytes.insert(contentsOf: Self.pieces[random.below(Self.pieces.count)], at: place)
      case 2: bytes.replaceSubrange(place..<place + 1, with: Self.pieces[random.below(Self.pieces.count)])
      default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(12)))
      }
    }
    return bytes
  }
}
