public import CadreModel
public import Messages

/// Why results can't be read.
public enum ResultsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another run has taken the place of one that was to be read.
  case replaced(city: String, asOf: Day)
  /// The program does not have the policy that a run judged under.
  case unknownPolicy(String)

  public var message: Message {
    switch self {
    case .replaced(let city, let asOf): ResultMessages.replaced(city: city, asOf: asOf)
    case .unknownPolicy(let policy): ResultMessages.unknownPolicy(policy)
    }
  }

  public var description: String { message.english }
}
