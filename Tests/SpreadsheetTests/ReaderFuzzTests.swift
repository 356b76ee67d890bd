import Spreadsheet
import Testing

/// Thousands of made-up files: whatever the bytes, the reader ends, and its records account for every line and every byte.
@Suite struct ReaderFuzzTests {
  private static let pieces: [[UInt8]] =
    [
      ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "\r\r\n", "a", "1980-05-06", "姓名", "\u{FEFF}", "\u{1A}", "\u{0}",
      "\u{2028}", " ", "''",
      "\u{85}", ",,,", "sep=;\n",
    ].map { Array($0.utf8) } + [[0xD0, 0xD5], [0xE4, 0xB8], [0xFF], [0x81, 0x30], [0xB0]]

  private func text(_ random: inout Dice) -> [UInt8] {
    (0..<random.below(40)).flatMap { _ in
      random.below(8) == 0 ? [UInt8(random.below(256))] : Self.pieces[random.below(Self.pieces.count)]
    }
  }

  @Test(arguments: 0..<8)
  func theAccountBalances(seed: UInt64) throws {
    var random = Dice(state: seed)
    for _ in 0..<2_000 {
      let bytes = text(&random)
      var detector = EncodingDetector()
      var position = 0
      while position < bytes.count {
        let end = min(bytes.count, position + 1 + random.below(20))
        detector.consume(Array(bytes[position..<end]).span)
        position = end
      }
      // Workbooks and the like are none of the reader's business.
      guard let detected = try? detector.finish() else { continue }
      let separator = Separator.allCases[random.below(3)]
      var reader = CSVReader(source: MemorySource(bytes), separator: separator)
      var batch = RecordBatch(capacity: 1 + random.below(64))
      var lines = 0
      var next = 1
      while try reader.read(into: &batch) {
        for record in batch.records {
          #expect(record.line >= next, "a line twice in \(bytes)")
          next = record.line + record.lineCount
          lines += record.lineCount
          for cell in 0..<record.cellCount { _ = batch.cell(cell, of: record) }
        }
      }
      #expect(reader.bytesRead == bytes.count)
      #expect(lines + reader.blankLines == detected.lines, "lines of \(bytes)")
    }
  }

  /// The same records, whatever is read at a time.
  @Test(arguments: 8..<12)
  func batchesChangeNothing(seed: UInt64) throws {
    var random = Dice(state: seed)
    for _ in 0..<500 {
      let bytes = text(&random)
      var found: Set<[[UInt8]]> = []
      for capacity in [4, 5, 7, 16, 1 << 12] {
        var reader = CSVReader(source: MemorySource(bytes))
        var batch = RecordBatch(capacity: capacity)
        var records: [[UInt8]] = []
        while try reader.read(into: &batch) {
          for record in batch.records {
            records.append(
              (0..<record.cellCount).flatMap { Array(batch.cell($0, of: record)) + [0xFE] } + Array("\(record.line)".utf8))
          }
        }
        found.insert(records)
      }
      #expect(found.count == 1, "\(bytes)")
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
