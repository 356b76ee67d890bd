public import CadreModel
public import Files
public import Messages

/// Why identity numbers could not be sealed or opened.
public enum IdentityKeyError: Error, Sendable, Hashable {
  /// There is no key here, and one is needed.
  case missing
  /// Both a file and a command are named.
  case twoSources
  case unreadable(path: String, SystemError)
  /// Others than its owner may read the file.
  case openToOthers(path: String)
  /// What the file holds is no key.
  case notAKey(path: String)
  /// What the command prints is no key; or it failed, with its status.
  case command(status: Int32?)
  /// A file is there already; a key is never written over another.
  case isThere(path: String)
  case notWritten(path: String, SystemError)
  /// The city's numbers are sealed by another key.
  case otherKey(city: CityName, inUse: String, given: String)
  /// The key has the right name, and is another all the same.
  case unlikeProbe(city: CityName, key: String)
  /// A number is sealed by another key than the one given.
  case sealedByOther(key: String, given: String)
  /// A sealed number is not as it was sealed.
  case damaged
  /// Numbers of the city are in the clear, and the login may not seal them.
  case inTheClear(city: CityName)
  /// The library refused.
  case refused

  public var message: Message {
    switch self {
    case .missing: IdentityKeyMessages.missing
    case .twoSources: IdentityKeyMessages.twoSources
    case .unreadable(let path, let reason): IdentityKeyMessages.unreadable(path, Message(reason.chinese, reason.english))
    case .openToOthers(let path): IdentityKeyMessages.openToOthers(path)
    case .notAKey(let path): IdentityKeyMessages.notAKey(path)
    case .command(let status): IdentityKeyMessages.command(status: status)
    case .isThere(let path): IdentityKeyMessages.isThere(path)
    case .notWritten(let path, let reason): IdentityKeyMessages.notWritten(path, Message(reason.chinese, reason.english))
    case .otherKey(let city, let inUse, let given): IdentityKeyMessages.otherKey(city, inUse: inUse, given: given)
    case .unlikeProbe(let city, let key): IdentityKeyMessages.unlikeProbe(city, key: key)
    case .sealedByOther(let key, let given): IdentityKeyMessages.sealedByOther(key: key, given: given)
    case .damaged: IdentityKeyMessages.damaged
    case .inTheClear(let city): IdentityKeyMessages.inTheClear(city)
    case .refused: IdentityKeyMessages.refused
    }
  }
}

extension IdentityKeyError: CustomStringConvertible {
  public var description: String { message.english }
}
