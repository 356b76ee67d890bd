import Files
import Glibc
import Synchronization

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

  /// Why standard output did not take everything; told when the command has done its work.
  static var outputFailure: SystemError? { failure.withLock { $0 } }

  private static let failure = Mutex<SystemError?>(nil)

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    let isOutput = descriptor == STDOUT_FILENO
    // What follows a piece that is missing would be read as if nothing was.
    if isOutput, outputFailure != nil { return }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = SystemError.last
        if isOutput { failure.withLock { $0 = error } }
        return
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Prepares standard input, output and error before anything is opened.
  static func prepare() {
    // A reader that has seen enough (`cadre catalogue | head`) must not end a command in the middle of its work.
    _ = signal(SIGPIPE, SIG_IGN)
    // A closed one would be the number of the next file or connection that is opened, and what is printed would go
    // there. Opened for reading only, writing to it stays the error that it is.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }
}
