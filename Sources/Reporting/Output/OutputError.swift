import CadreModel
public import Files
import Messages

/// A file or folder that could not be written: where, and what the system says.
public struct OutputError: Error, Sendable, Hashable, CustomStringConvertible {
  public let path: String
  public let reason: SystemError

  /// Stands in place of a path where the program prints.
  public static let standardOutput = "standard output"

  public init(path: String, reason: SystemError) {
    self.path = path
    self.reason = reason
  }

  public var description: String {
    ResultMessages.unwritable(path, reason: Message(reason.chinese, reason.english)).english
  }
}
