/// The encodings a delivery may come in.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  /// GB18030, and GBK, which is a part of it.
  case gb18030 = "GB18030"

  /// The encoding of that name, however it is written (`utf-8`, `UTF8`, `gbk`, `gb2312`).
  public init?(named name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8", "utf8bom", "utf8sig": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    default: return nil
    }
  }
}

/// Tells a file's encoding from all of its bytes, given in pieces.
///
/// Deciding by a sample would be wrong for a file that is plain ASCII for its first megabytes. The whole is looked at,
/// which costs little: eight ASCII bytes at a time.
public struct EncodingDetector: Sendable {
  private var head: [UInt8] = []
  private var validator = UTF8Validator()

  public init() {}

  public mutating func consume(_ bytes: Span<UInt8>) {
    var index = 0
    while head.count < 4 && index < bytes.count {
      head.append(bytes[index])
      index += 1
    }
    validator.consume(bytes)
  }

  /// What the bytes so far are.
  /// - Throws: `SpreadsheetError.notText` for a workbook, UTF-16 or other binary data.
  public func finish() throws(SpreadsheetError) -> DetectedEncoding {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .notText(.workbook)
    }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { throw .notText(.utf16) }
    if validator.hasZero { throw .notText(.binary) }
    if head.starts(with: byteOrderMark) { return DetectedEncoding(encoding: .utf8, hasByteOrderMark: true) }
    return DetectedEncoding(encoding: validator.isComplete ? .utf8 : .gb18030, hasByteOrderMark: false)
  }
}

/// A file's encoding, and whether it begins with a byte order mark.
public struct DetectedEncoding: Sendable, Hashable {
  public let encoding: TextEncoding
  public let hasByteOrderMark: Bool

  public init(encoding: TextEncoding, hasByteOrderMark: Bool) {
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
  }
}
