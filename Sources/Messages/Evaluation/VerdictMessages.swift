public import CadreModel

/// What is added to a verdict where it is explained.
public enum VerdictMessages {
  /// - Parameter tables: that the city never handed in, as people (Chinese) and as files (English) call them.
  public static func neverHandedIn(_ tables: [Message]) -> Message {
    let names = tables.joined(by: Punctuation.listSeparator)
    return Message("（本市从未报送“\(names.chinese)”表，无从计入）", " (the city has never handed in \(names.english): nothing could count)")
  }

  /// An amount with the name of its unit, which may be empty, in one language: Chinese writes them together.
  public static func amount(_ amount: String, unit: String) -> Message {
    Message("\(amount)\(unit)", unit.isEmpty ? amount : "\(amount) \(unit)")
  }

  /// A truth value of a fact, as officers write it and as files do.
  public static func truth(_ isTrue: Bool) -> Message {
    isTrue ? Message("是", "true") : Message("否", "false")
  }
}

/// The comparison that a verdict follows from.
public enum ArithmeticMessages {
  public static let or = Message("，或 ", ", or ")
  public static let and = Message("，且 ", ", and ")
  public static let holds = Message("（符合）", " (as required)")
  public static let fails = Message("（不符合）", " (not as required)")
  public static let timeIsUp = Message("（期限已到）", " (time is up)")
  public static let thereIsTime = Message("（期限未到）", " (there is time)")
}
