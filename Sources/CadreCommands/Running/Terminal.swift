import CadreModel
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
    clearLine()
    write(line.withoutControls + "\n", to: STDOUT_FILENO)
  }

  /// Writes a line to standard error.
  static func report(_ line: String) {
    clearLine()
    write(line.withoutControls + "\n", to: STDERR_FILENO)
  }

  /// Shows what is going on, if anybody watches.
  static func show(_ line: String) {
    if isWatched { report(line) }
  }

  /// Puts a line in place of the one shown last, if anybody watches.
  static func rewrite(_ line: String) {
    guard isWatched else { return }
    shown.withLock { shown in
      shown.isThere = !line.isEmpty
      shown.isReminder = false
      shown.at = .now
      write("\r\u{1B}[K" + line.withoutControls, to: STDERR_FILENO)
    }
  }

  /// Puts a line there, if anybody watches and nothing has been shown for a while.
  static func remind(_ line: String) {
    guard isWatched, shown.withLock({ $0.at.duration(to: .now) > .milliseconds(1500) || $0.isReminder }) else { return }
    rewrite(line)
    shown.withLock { $0.isReminder = true }
  }

  /// The line that is rewritten, which what is printed next must not run into.
  private struct Shown {
    var isThere = false
    var isReminder = false
    var at = ContinuousClock.now
  }

  private static let shown = Mutex(Shown())

  /// Takes the line away before something else is printed.
  private static func clearLine() {
    let isThere = shown.withLock { shown in
      defer { shown.isThere = false }
      return shown.isThere
    }
    if isThere { write("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  /// Writes a JSON value and a line's end to standard output, as it is made.
  static func print(_ json: JSON) throws {
    var waiting: [UInt8] = []
    try json.write { piece in
      waiting += piece.utf8
      if waiting.count > 1 << 16 {
        printRaw(waiting)
        waiting.removeAll(keepingCapacity: true)
      }
    }
    printRaw(waiting + [UInt8(ascii: "\n")])
  }

  /// Writes bytes to standard output as they are.
  static func printRaw(_ bytes: [UInt8]) {
    clearLine()
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
    do {
      try OpenFile(borrowing: descriptor).write(bytes)
    } catch {
      if isOutput { failure.withLock { $0 = error } }
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

extension Terminal {
  /// How wide standard output is: the terminal's width, within what reads well; 80 where it is no terminal.
  static var columns: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return min(max(Int(size.ws_col), 50), 120)
  }
}

extension String {
  /// The text with every character named that a terminal would obey rather than show: what files, headings and paths are
  /// called is not the program's to choose. Line ends and tabs stay.
  var withoutControls: String {
    guard unicodeScalars.contains(where: \.isObeyed) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isObeyed {
        text += "‹\(scalar.codePoint)›"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether a terminal does something at this character instead of showing it.
  var isObeyed: Bool {
    switch value {
    case 0x09, 0x0A, 0x20...0x7E, 0x3000...0xD7FF: false
    default:
      switch properties.generalCategory {
      // C0 and C1; marks that turn the direction of what follows, and others that nobody sees; what ends lines elsewhere.
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}
