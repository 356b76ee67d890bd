public import CadreModel
public import Messages

/// Why something about an account was not done.
public enum AccountError: Error, Sendable, Hashable, CustomStringConvertible {
  case badName(String)
  case taken(String)
  case noSuchAccount(String)
  /// An account would be two of operator, access administrator and auditor.
  case twoOfficers(String)
  /// An officer works with no data.
  case officerWithData(String)
  /// An officer stays one, and gets no other duty.
  case isOfficer(String)
  case noDuty(String)
  /// Who sees one unit is a reader of one city.
  case unitNeedsOneCity(String)
  case noSuchCity(String)
  /// Nobody changes the own account.
  case own(String)
  case password(PasswordFault)
  case wrongPassword
  case wrongCode
  /// Too many attempts in vain.
  case wait
  /// Too many at the same moment.
  case busy
  /// The session has ended, or its account was disabled.
  case sessionEnded
  /// The link was used, or has ended.
  case linkEnded
  /// A secret was sealed by a key that is not there.
  case sealedByOther(key: String)
  /// The login that the pages' server uses is not one of its kind.
  case notOfTheWeb(login: String)

  public var message: Message {
    switch self {
    case .badName(let name): AccountMessages.badName(name)
    case .taken(let name): AccountMessages.taken(name)
    case .noSuchAccount(let name): AccountMessages.noSuchAccount(name)
    case .twoOfficers(let name): AccountMessages.twoOfficers(name)
    case .officerWithData(let name): AccountMessages.officerWithData(name)
    case .isOfficer(let name): AccountMessages.isOfficer(name)
    case .noDuty(let name): AccountMessages.noDuty(name)
    case .unitNeedsOneCity(let name): AccountMessages.unitNeedsOneCity(name)
    case .noSuchCity(let code): AccountMessages.noSuchCity(code)
    case .own(let name): AccountMessages.own(name)
    case .password(.short(let minimum)): AccountMessages.short(minimum: minimum)
    case .password(.long(let maximum)): AccountMessages.long(maximum: maximum)
    case .password(.easy): AccountMessages.easy
    case .password(.breached): AccountMessages.breached
    case .wrongPassword: AccountMessages.wrongPassword
    case .wrongCode: AccountMessages.wrongCode
    case .wait: AccountMessages.wait
    case .busy: AccountMessages.busy
    case .sessionEnded: AccountMessages.sessionEnded
    case .linkEnded: AccountMessages.linkEnded
    case .sealedByOther(let key): AccountMessages.sealedByOther(key: key)
    case .notOfTheWeb(let login): AccountMessages.notOfTheWeb(login)
    }
  }

  public var description: String { message.english }
}
