import Bytes

/// Tells a file's encoding from all of its bytes, given in pieces, and counts its lines on the way.
///
/// Deciding by a sample would be wrong for a file that is plain ASCII for its first megabytes; deciding by validity alone
/// would take a whole file of UTF-8 for GB18030 for one broken byte. So the whole file is read both ways: an encoding is the
/// file's where its bytes are valid in it *and* say something. Where neither is so, or both are, nobody should guess.
/// ASCII costs little: eight bytes at a time.
public struct EncodingDetector: Sendable {
  private var head: [UInt8] = []
  private var utf8 = UTF8Reading()
  private var gb18030 = GB18030Reading()
  private var lines = LineCount()
  private var byteCount = 0
  private var zeroCount = 0
  private var firstLine = FirstLines()
  /// Both tallies where the current line began.
  private var lineBegan = (utf8: CharacterTally(), gb18030: CharacterTally())
  private var isLinePlain = true

  /// The first line of each kind that speaks for or against an encoding.
  private struct FirstLines: Sendable {
    var beyondASCII: Int?
    var brokenUTF8: Int?
    /// Chinese in UTF-8, and hardly anything in GB18030.
    var utf8Only: Int?
  }

  public init() {}

  public mutating func consume(_ bytes: Span<UInt8>) {
    byteCount += bytes.count
    var index = 0
    while head.count < 64 && index < bytes.count {
      head.append(bytes[index])
      index += 1
    }
    index = 0
    let raw = unsafe bytes.bytes
    let high: UInt64 = 0x8080_8080_8080_8080
    while index < bytes.count {
      if index + 8 <= bytes.count && utf8.isIdle && gb18030.isIdle && lines.isIdle {
        // The loop's bound keeps the eight bytes within the span.
        let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
        // Neither a byte beyond ASCII nor one below a blank.
        if (word | (word &- 0x2020_2020_2020_2020)) & high == 0 {
          lines.passText()
          index += 8
          continue
        }
      }
      step(bytes[index])
      index += 1
    }
  }

  @inline(__always)
  private mutating func step(_ byte: UInt8) {
    if byte >= 0x80 || !utf8.isIdle || !gb18030.isIdle {
      if byte >= 0x80 && isLinePlain {
        isLinePlain = false
        lineBegan = (utf8.tally, gb18030.tally)
      }
      utf8.consume(byte)
      gb18030.consume(byte)
    }
    if byte < 0x20 {
      if byte == 0 { zeroCount += 1 }
      if !isLinePlain && (byte == .lineFeed || byte == .carriageReturn) { judgeLine() }
    }
    lines.consume(byte)
  }

  private mutating func judgeLine() {
    isLinePlain = true
    let line = lines.current
    if firstLine.beyondASCII == nil { firstLine.beyondASCII = line }
    let broken = utf8.tally.broken - lineBegan.utf8.broken
    if broken > 0 {
      if firstLine.brokenUTF8 == nil { firstLine.brokenUTF8 = line }
    } else if firstLine.utf8Only == nil {
      let chinese = utf8.tally.common + utf8.tally.rare - lineBegan.utf8.common - lineBegan.utf8.rare
      let all = gb18030.tally.all - lineBegan.gb18030.all
      let common = gb18030.tally.common - lineBegan.gb18030.common
      if chinese >= 2 && common * 2 < all { firstLine.utf8Only = line }
    }
  }

  /// What the bytes so far are.
  /// - Throws: `SpreadsheetError.notText` for a workbook, UTF-16 or other binary data.
  public mutating func finish() throws(SpreadsheetError) -> DetectedText {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .notText(.workbook)
    }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { throw .notText(.utf16) }
    // A byte or two got lost in a text; where every few bytes are zero, there is none.
    if zeroCount * 16 >= byteCount && zeroCount > 0 { throw .notText(.binary) }
    utf8.finish()
    gb18030.finish()
    if !isLinePlain { judgeLine() }
    var marks = 0
    while head[(marks * byteOrderMark.count)...].starts(with: byteOrderMark) { marks += 1 }
    let verdict: EncodingVerdict = marks > 0 ? .known(.utf8) : judge()
    return DetectedText(
      verdict: verdict, byteOrderMarks: marks, isUTF8: utf8.tally.broken == 0, hasZero: zeroCount > 0,
      lines: lines.finish(leaving: marks * byteOrderMark.count))
  }

  private func judge() -> EncodingVerdict {
    let a = utf8.tally
    let b = gb18030.tally
    if a.all == 0 { return .known(.utf8) }
    let first = firstLine.beyondASCII ?? 1
    if a.broken == 0 {
      let isChinese = (a.common + a.rare) * 2 >= a.all && a.spoilt * 10 <= a.all
      // Whatever it says in UTF-8: it can be nothing else.
      return isChinese || b.broken > 0 ? .known(.utf8) : .unclear(line: first)
    }
    let utf8Fits =
      (a.common + a.rare) * 4 >= a.all * 3
      || a.broken == 1 && a.common + a.rare >= 1 && a.foreign + a.spoilt == 0
    let gb18030Fits = b.common * 5 >= b.all * 3
    switch (utf8Fits, gb18030Fits) {
    case (true, false): return .known(.utf8)
    case (false, true):
      // Rows of another file, in another encoding.
      if let line = firstLine.utf8Only { return .unclear(line: line) }
      return .known(.gb18030)
    case (false, false) where b.broken == b.all && a.broken == a.all:
      // Not a single character in either: those cells are lost, and nothing else is in doubt.
      return .known(.utf8)
    default: return .unclear(line: firstLine.brokenUTF8 ?? first)
    }
  }
}

/// In which encoding a file is, if its bytes leave no doubt.
public enum EncodingVerdict: Sendable, Hashable {
  case known(TextEncoding)
  /// Both encodings fit, or neither; the line shows it best.
  case unclear(line: Int)
}

/// What was found out about a file from all of its bytes.
public struct DetectedText: Sendable, Hashable {
  public let verdict: EncodingVerdict
  /// How many byte order marks it begins with.
  public let byteOrderMarks: Int
  /// Whether all of it is valid UTF-8.
  public let isUTF8: Bool
  /// Whether a byte of it is zero.
  public let hasZero: Bool
  /// Its lines, blank ones too: by line ends alone, whatever stands between quotes.
  public let lines: Int
}

/// Counts lines as `CSVReader` does, from the line ends alone.
struct LineCount: Sendable {
  private var ended = 0
  /// Carriage returns in a row, whose meaning the next byte tells.
  private var returns = 0
  /// Bytes since the last line end that are text: all but end marks.
  private var open = 0

  var isIdle: Bool { returns == 0 }
  /// The line that the next line end will end.
  var current: Int { ended + returns + 1 }

  /// Eight bytes of text.
  mutating func passText() {
    open += 8
  }

  mutating func consume(_ byte: UInt8) {
    if byte == .carriageReturn {
      returns += 1
      open = 0
      return
    }
    if returns > 0 {
      // Two before a line feed belong to it.
      ended += byte == .lineFeed ? max(0, returns - 2) + 1 : returns
      returns = 0
      open = 0
    } else if byte == .lineFeed {
      ended += 1
      open = 0
    }
    if byte != .lineFeed && byte != .endMark { open += 1 }
  }

  /// - Parameter marks: the bytes of the marks at the beginning, which make no line.
  func finish(leaving marks: Int) -> Int {
    let all = ended + returns
    return all + (open > (all == 0 ? marks : 0) ? 1 : 0)
  }
}
