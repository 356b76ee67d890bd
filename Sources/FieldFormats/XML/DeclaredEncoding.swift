import Spreadsheet

/// What a document says of its encoding in its first line, as far as expat cannot be left with it.
enum DeclaredEncoding {
  case gb18030
  /// UTF-8, UTF-16, or something that expat refuses.
  case other

  init(_ bytes: [UInt8]) {
    let first = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    let declaration = first.prefix { $0 != ">" }
    let isChinese = ["gb2312", "gbk", "gb18030"].contains { declaration.contains($0) }
    self = declaration.hasPrefix("<?xml") && isChinese ? .gb18030 : .other
  }
}

/// Text of the older systems: GB2312, and what grew out of it.
enum GB18030Text {
  /// The text in UTF-8.
  static func decode(_ bytes: [UInt8], file: String) throws(FieldFormatError) -> [UInt8] {
    let converter: GB18030Converter
    do {
      converter = try GB18030Converter(.toUTF8)
    } catch {
      throw .unreadable(path: file, error)
    }
    var text: [UInt8] = []
    guard converter.convert(bytes.span, appendingTo: &text) else { throw .notText(file: file) }
    return text
  }

  static func encode(_ text: String, file: String) throws(FieldFormatError) -> [UInt8] {
    let converter: GB18030Converter
    do {
      converter = try GB18030Converter(.fromUTF8)
    } catch {
      throw .unreadable(path: file, error)
    }
    var bytes: [UInt8] = []
    guard converter.convert(Array(text.utf8).span, appendingTo: &bytes) else { throw .notText(file: file) }
    return bytes
  }
}
