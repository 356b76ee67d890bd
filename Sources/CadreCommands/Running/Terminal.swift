import Glibc

/// Standard output and standard error.
enum Terminal {
  /// Whether a person watches standard error: only then is progress shown.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }
  /// Whether a person can answer a question.
  static var canAnswer: Bool { isatty(STDIN_FILENO) == 1 && isWatched }

  /// Writes a line to standard output.
  static func print(_ line: String) {
    write(line + "\n", to: STDOUT_FILENO)
  }

  /// Writes a line to standard error.
  static func report(_ line: String) {
    write(line + "\n", to: STDERR_FILENO)
  }

  /// Shows what is going on, if anybody watches.
  static func show(_ line: String) {
    if isWatched { report(line) }
  }

  /// Puts a line in place of the one shown last, if anybody watches.
  static func rewrite(_ line: String) {
    if isWatched { write("\r\u{1B}[K" + line, to: STDERR_FILENO) }
  }

  /// Writes bytes to standard output as they are.
  static func printRaw(_ bytes: [UInt8]) {
    write(bytes, to: STDOUT_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
