public import Messages

/// What a login may do. Each is a role of the database server, `cadre_` and its name; which cities a login sees is said apart.
public enum Duty: String, Sendable, Hashable, CaseIterable {
  /// Reads cities' data, runs and results.
  case reader
  /// Takes in deliveries and takes them back.
  case importer
  /// Judges.
  case evaluator
  /// Publishes.
  case publisher
  /// Sees numbers of identity in the clear.
  case unmasker
  /// Reads and verifies the log and the publications' chain; no cities' data.
  case auditor
  /// Gives and takes duties and cities; sees no data.
  case accessAdministrator = "access_administrator"
  /// Migrates and keeps the server; sees no data.
  case serverOperator = "operator"
  /// Is the login of the pages' server: by itself it sees nothing, and in each transaction what the account has whose session it
  /// holds. No account has this duty.
  case web

  /// The duties that read cities' data.
  public static let reading: [Duty] = [.reader, .importer, .evaluator, .publisher]

  /// What the database server calls it.
  public var role: String { "cadre_" + rawValue }

  /// In words.
  public var name: Message {
    switch self {
    case .reader: AccessMessages.reader
    case .importer: AccessMessages.importer
    case .evaluator: AccessMessages.evaluator
    case .publisher: AccessMessages.publisher
    case .unmasker: AccessMessages.unmasker
    case .auditor: AccessMessages.auditor
    case .accessAdministrator: AccessMessages.accessAdministrator
    case .serverOperator: AccessMessages.serverOperator
    case .web: AccessMessages.web
    }
  }
}
