import CadreModel
public import Files
import Messages

/// Why something about the server's files or programs did not work, in both languages.
public struct ServerReason: Hashable, Sendable {
  public let chinese: String
  public let english: String

  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  public init(_ error: SystemError) {
    self.init(error.chinese, error.english)
  }

  init(_ message: Message) {
    self.init(message.chinese, message.english)
  }

  /// A reason of its own for what did not work because of this one.
  func explaining(_ what: Message) -> ServerReason {
    ServerReason(ServerReasonMessages.because(what, Message(chinese, english)))
  }
}

extension ServerReason: CustomStringConvertible {
  public var description: String { english }
}
