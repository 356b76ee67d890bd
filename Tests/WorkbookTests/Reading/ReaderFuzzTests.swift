import Testing
import WorkbookTesting

@testable import Workbook

/// Thousands of spoilt workbooks: whatever the bytes, the reader ends, with cells or with an error that says what and where.
@Suite struct ReaderFuzzTests {
  private static let bases = CorpusFiles.names.filter { !$0.hasPrefix("damaged-ratio") && $0 != "text-long" }

  private static let pieces: [[UInt8]] = [
    "<", ">", "\"", "</c>", "<c>", "<row>", "</row>", "<v>", "r=\"A1\"", "r=\"XFD1048577\"", "t=\"s\"", "t=\"b\"", "<!DOCTYPE a>",
    "&a;", "]]>", "_xD800_", "1E999",
    "99999999999999999999", "-", "\u{0}",
  ].map { Array($0.utf8) }

  private func spoil(_ bytes: inout [UInt8], _ random: inout Dice) {
    for _ in 0...random.below(3) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      switch random.below(5) {
      case 0: bytes[place] = UInt8(random.below(256))
      case 1: bytes[place] ^= 1 << UInt8(random.below(8))
      case 2: bytes.insert(contentsOf: Self.pieces[random.below(Self.pieces.count)], at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(20)))
      default: bytes.removeLast(random.below(bytes.count) / 4)
      }
    }
  }

  /// Lines that no typed error made.
  private func read(_ bytes: [UInt8]) -> Int {
    var limits = ReadingLimits()
    limits.entrySize = 8 << 20
    limits.totalSize = 16 << 20
    let lines = Transcript.lines { try WorkbookFile(bytes: bytes, limits: limits) }
    return lines.count { $0.hasPrefix("!") && !$0.contains("\t") }
  }

  @Test(arguments: 0..<4)
  func spoiltArchives(seed: UInt64) throws {
    var random = Dice(state: seed)
    for _ in 0..<250 {
      var bytes = try CorpusFiles.bytes(Self.bases[random.below(Self.bases.count)])
      spoil(&bytes, &random)
      #expect(read(bytes) == 0)
    }
  }

  @Test(arguments: 4..<8)
  func spoiltParts(seed: UInt64) throws {
    var random = Dice(state: seed)
    var tried = 0
    while tried < 250 {
      let name = Self.bases[random.below(Self.bases.count)]
      guard var parts = try? StoredZip.parts(of: CorpusFiles.bytes(name)), !parts.isEmpty else { continue }
      tried += 1
      spoil(&parts[random.below(parts.count)].data, &random)
      #expect(read(StoredZip.archive(parts)) == 0)
    }
  }

  @Test func untouchedPartsSayTheSame() throws {
    for name in ["text-pinyin", "openpyxl-special", "libreoffice-persons"] {
      let bytes = StoredZip.archive(try StoredZip.parts(of: CorpusFiles.bytes(name)))
      #expect(Transcript.lines { try WorkbookFile(bytes: bytes) } == (try CorpusFiles.expected(name)))
    }
  }
}

/// Random numbers that are the same every time.
struct Dice {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
