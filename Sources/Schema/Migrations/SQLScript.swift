/// A script of SQL cut into its statements.
struct SQLScript: Sendable {
  struct Part: Sendable, Hashable {
    /// The statement without the semicolon that ends it.
    let text: String
    /// The line that it begins on, from 1.
    let line: Int
  }

  let statements: [Part]

  /// Cuts at the semicolons that lie outside quotes, dollar quotes and comments.
  init(_ text: String) {
    var cutter = Cutter(Array(text.utf8))
    statements = cutter.cut()
  }
}

private struct Cutter {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func cut() -> [SQLScript.Part] {
    var parts: [SQLScript.Part] = []
    var start: (offset: Int, line: Int)?
    while position < bytes.count {
      let byte = bytes[position]
      if isBlank(byte) {
        advance()
      } else if starts(with: "--") {
        skipLineComment()
      } else if starts(with: "/*") {
        skipBlockComment()
      } else if byte == UInt8(ascii: ";") {
        if let begun = start { parts.append(part(from: begun.offset, line: begun.line)) }
        start = nil
        advance()
      } else {
        start = start ?? (position, line)
        skipToken()
      }
    }
    if let begun = start { parts.append(part(from: begun.offset, line: begun.line)) }
    return parts
  }

  private func part(from offset: Int, line: Int) -> SQLScript.Part {
    var end = position
    while end > offset && isBlank(bytes[end - 1]) { end -= 1 }
    return SQLScript.Part(text: String(decoding: bytes[offset..<end], as: UTF8.self), line: line)
  }

  private mutating func skipToken() {
    let byte = bytes[position]
    if byte == UInt8(ascii: "'") {
      let before = position > 0 ? bytes[position - 1] : 0
      let beforeThat = position > 1 ? bytes[position - 2] : 0
      let isEscapeString = (before == UInt8(ascii: "e") || before == UInt8(ascii: "E")) && !isWord(beforeThat)
      skipQuoted(by: byte, backslashEscapes: isEscapeString)
    } else if byte == UInt8(ascii: "\"") {
      skipQuoted(by: byte, backslashEscapes: false)
    } else if byte == UInt8(ascii: "$"), let tag = dollarTag() {
      skipDollarQuoted(tag)
    } else {
      advance()
    }
  }

  private mutating func skipQuoted(by quote: UInt8, backslashEscapes: Bool) {
    advance()
    while position < bytes.count {
      let byte = bytes[position]
      advance()
      if backslashEscapes && byte == UInt8(ascii: "\\") && position < bytes.count {
        advance()
      } else if byte == quote {
        guard position < bytes.count && bytes[position] == quote else { return }
        advance()
      }
    }
  }

  /// The tag at the position (`$$`, `$body$`), unless the dollar belongs to a name or a parameter.
  private func dollarTag() -> ArraySlice<UInt8>? {
    if position > 0 && isWord(bytes[position - 1]) { return nil }
    var end = position + 1
    while end < bytes.count && isWord(bytes[end]) && bytes[end] != UInt8(ascii: "$") {
      if end == position + 1 && (0x30...0x39).contains(bytes[end]) { return nil }
      end += 1
    }
    guard end < bytes.count && bytes[end] == UInt8(ascii: "$") else { return nil }
    return bytes[position...end]
  }

  private mutating func skipDollarQuoted(_ tag: ArraySlice<UInt8>) {
    for _ in tag { advance() }
    while position < bytes.count {
      if bytes[position...].starts(with: tag) {
        for _ in tag { advance() }
        return
      }
      advance()
    }
  }

  private mutating func skipLineComment() {
    while position < bytes.count && bytes[position] != UInt8(ascii: "\n") { advance() }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    while position < bytes.count {
      if starts(with: "/*") {
        depth += 1
        advance()
      } else if starts(with: "*/") {
        depth -= 1
        advance()
      }
      advance()
      if depth == 0 { return }
    }
  }

  private mutating func advance() {
    if position < bytes.count && bytes[position] == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  private func starts(with text: StaticString) -> Bool {
    bytes[position...].starts(with: text.description.utf8)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// A character of a name: letters, digits, `_`, `$`, and all beyond ASCII.
  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x80...: true
    default: false
    }
  }
}
