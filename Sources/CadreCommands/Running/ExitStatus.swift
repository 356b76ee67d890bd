import CadreModel
import Messages

/// What the program tells its caller when it ends.
public struct ExitStatus: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int32

  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// All was done.
  public static let done = ExitStatus(rawValue: 0)
  /// The data was rejected, or a check failed.
  public static let rejected = ExitStatus(rawValue: 1)
  /// The command line cannot be understood.
  public static let usage = ExitStatus(rawValue: 2)
  /// The database cannot be reached.
  public static let unreachable = ExitStatus(rawValue: 3)

  /// A signal ended the work: 130 for Ctrl-C, 143 for `kill`, as shells count.
  static func signal(_ number: Int32) -> ExitStatus { ExitStatus(rawValue: 128 + number) }
}

/// An error that knows the exit status it leads to. All others lead to `rejected`.
protocol ExitStatusProviding: Error {
  var exitStatus: ExitStatus { get }
}

/// An error that people read in their language. All others are shown by their description.
protocol MessageProviding: Error {
  /// One line that says what is wrong, where, and what to do; further lines for what else helps.
  func message(in language: Language) -> String
}

extension MessageProviding {
  /// In both languages.
  var message: Message { Message(message(in: .chinese), message(in: .english)) }
}
