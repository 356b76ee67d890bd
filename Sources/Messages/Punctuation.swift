public import CadreModel

/// Marks between what is put together at run time, and lists made with them.
public enum Punctuation {
  public static let colon = Message("：", ": ")
  public static let comma = Message("，", ", ")
  public static let semicolon = Message("；", "; ")
  public static let listSeparator = Message("、", ", ")
}

extension [String] {
  /// `quzhou、shaoxing` in Chinese, `quzhou, shaoxing` in English.
  public var list: Message { joined(by: Punctuation.listSeparator) }

  public func joined(by separator: Message) -> Message {
    Message(joined(separator: separator.chinese), joined(separator: separator.english))
  }
}

extension [Message] {
  public func joined(by separator: Message) -> Message {
    Message(map(\.chinese).joined(separator: separator.chinese), map(\.english).joined(separator: separator.english))
  }
}
