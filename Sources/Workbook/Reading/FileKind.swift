/// What a file is that should have been a workbook, by its contents.
public enum FileKind: String, Equatable, Sendable, CaseIterable {
  case empty
  /// Begins with nothing but zeros: what a broken transfer or disk leaves.
  case onlyZeros
  /// Protected by a password, or by the rights management of an office.
  case encryptedWorkbook
  /// `.xls` or `.et`, the format before 2007.
  case legacyWorkbook
  /// A Word or WPS document of the format before 2007, or another file of that build.
  case compoundFile
  /// `.xlsb`.
  case binaryWorkbook
  /// `.ods`.
  case openDocument
  /// A table of Apple's Numbers.
  case numbersDocument
  case wordDocument
  case presentation
  /// An archive in which there is no workbook; it may hold one that has to be unpacked first.
  case otherArchive
  /// `.rar`, `.7z`, `.gz`.
  case otherPacking
  /// A workbook as one XML file, Excel's format of 2003.
  case spreadsheetXML
  case otherXML
  /// A web page, which many systems hand out as a workbook.
  case webPage
  /// A web page with its pictures in one file.
  case webArchive
  /// Text, most likely CSV.
  case text
  case pdf
  case picture
  case unknown
}

extension FileKind {
  /// What a file is that begins like this; nil when it is an archive of the kind that workbooks are.
  static func recognise(head: [UInt8]) -> FileKind? {
    if head.isEmpty { return .empty }
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) { return nil }
    for (magic, kind) in magics where head.starts(with: magic) { return kind }
    if head.allSatisfy({ $0 == 0 }) { return .onlyZeros }
    let text = lowercasedText(head)
    if let kind = ofMarkup(text) { return kind }
    // Workbooks before Excel 5 stand alone: a record BOF of version 2, 3 or 4.
    if head.count > 4, head[0] == 9, [0, 2, 4].contains(head[1]), head[3] == 0 { return .legacyWorkbook }
    return isText(head) ? .text : .unknown
  }

  private static let magics: [([UInt8], FileKind)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile),
    (Array("%PDF".utf8), .pdf),
    (Array("Rar!".utf8), .otherPacking),
    ([0x37, 0x7A, 0xBC, 0xAF], .otherPacking),
    ([0x1F, 0x8B], .otherPacking),
    ([0x89, 0x50, 0x4E, 0x47], .picture),
    ([0xFF, 0xD8, 0xFF], .picture),
    (Array("GIF8".utf8), .picture),
  ]

  /// The beginning as ASCII in small letters, without what a byte order mark or two-byte letters add.
  private static func lowercasedText(_ head: [UInt8]) -> String {
    let ascii = head.filter { $0 > 0 && $0 < 0x80 }
    return String(decoding: ascii.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func ofMarkup(_ text: String) -> FileKind? {
    let trimmed = text.drop(while: \.isWhitespace)
    if trimmed.hasPrefix("mime-version:") || trimmed.hasPrefix("from:") && trimmed.contains("multipart/related") {
      return .webArchive
    }
    guard trimmed.hasPrefix("<") else { return nil }
    if trimmed.contains("urn:schemas-microsoft-com:office:spreadsheet") && !trimmed.contains("<html")
      || trimmed.contains("progid=\"excel.sheet\"")
    {
      return .spreadsheetXML
    }
    let signs = ["<html", "<!doctype html", "<table", "<meta", "<head", "<body", "<div", "<style"]
    if signs.contains(where: { trimmed.contains($0) }) { return .webPage }
    return trimmed.hasPrefix("<?xml") ? .otherXML : nil
  }

  private static func isText(_ head: [UInt8]) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    let strange = head.count { $0 < 0x20 && ![0x09, 0x0A, 0x0D, 0x1A].contains($0) }
    return strange * 100 <= head.count && !head.contains(0)
  }
}

/// Names of the streams in a compound file: the little file system that `.xls`, `.doc` and encrypted workbooks are kept in.
enum CompoundFile {
  /// What the file is, by the names of its streams. Names stand in entries of 128 bytes that begin at multiples of 128.
  static func kind(of bytes: [UInt8]) -> FileKind {
    var kind = FileKind.compoundFile
    var position = 512
    while position + 128 <= bytes.count {
      let length = Int(bytes[position + 64]) | Int(bytes[position + 65]) << 8
      // The kind of the entry: a stream or the like.
      if (4...64).contains(length), length % 2 == 0, (1...5).contains(bytes[position + 66]) {
        let name = stride(from: position, to: position + length - 2, by: 2).map { index in
          bytes[index + 1] == 0 ? bytes[index] : 0
        }
        switch String(decoding: name, as: UTF8.self) {
        case "EncryptedPackage", "EncryptionInfo": return .encryptedWorkbook
        case "Workbook", "Book", "WORKBOOK", "BOOK": kind = .legacyWorkbook
        default: break
        }
      }
      position += 128
    }
    return kind
  }
}
