public import CadreModel
public import Messages
import PostgresClient

/// Why a login may not do something, or why access was not given or taken.
public enum AccessError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The login lacks duties, or may not see cities.
  case missing(login: String, duties: [Duty], cities: [City])
  /// One login would be two of operator, access administrator and auditor.
  case twoOfficers(login: String)
  /// An officer is a login that works with no data.
  case worksWithData(login: String)
  /// The login is an officer, who gets nothing of data.
  case isOfficer(login: String)
  /// A superuser has all.
  case isSuperuser(login: String)
  /// Given otherwise, too.
  case grantedOtherwise(login: String)
  /// Rights of its roles do not reach it.
  case inheritsNothing(login: String)
  case noSuchLogin(String)
  /// The city has no role yet.
  case noCityRole(String)

  public var message: Message {
    switch self {
    case .missing(let login, let duties, let cities):
      AccessMessages.missing(login, duties: duties.map(\.name), cities: cities.map(\.name))
    case .twoOfficers(let login): AccessMessages.twoOfficers(login)
    case .worksWithData(let login): AccessMessages.worksWithData(login)
    case .isOfficer(let login): AccessMessages.isOfficer(login)
    case .isSuperuser(let login): AccessMessages.isSuperuser(login)
    case .grantedOtherwise(let login): AccessMessages.grantedOtherwise(login)
    case .inheritsNothing(let login): AccessMessages.inheritsNothing(login)
    case .noSuchLogin(let login): AccessMessages.noSuchLogin(login)
    case .noCityRole(let city): AccessMessages.noCityRole(city)
    }
  }

  public var description: String { message.english }
}
