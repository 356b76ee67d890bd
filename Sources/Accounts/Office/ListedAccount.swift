import Access
public import CadreModel
public import Messages
public import PostgresClient

/// An account as its administrators see it.
public struct ListedAccount: Sendable, Hashable {
  public let name: String
  /// A person's name: in no log.
  public let displayName: String
  public let rights: AccountRights
  public let state: AccountState
  /// How many are alive.
  public let sessions: Int
  /// When the last of them was used.
  public let seenOn: PostgresTimestamp?
}

/// Whether somebody can sign in to an account.
public enum AccountState: String, Sendable, Hashable, CaseIterable, PostgresDecodable {
  case active
  /// Its owner has a link that holds, and has not used it.
  case invited
  /// The link has ended.
  case expired
  case disabled

  /// In words.
  public var name: Message {
    switch self {
    case .active: AccountMessages.active
    case .invited: AccountMessages.invited
    case .expired: AccountMessages.expired
    case .disabled: AccountMessages.isDisabled
    }
  }
}
