/// What went wrong between the program and PostgreSQL.
///
/// `description` is safe to log: it holds neither parameter values nor the server's `detail`, `context` and quoted
/// data, which may be personal. They stay in their properties.
public struct PostgresError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// No connection could be made.
    case connectionFailed
    /// The connection ended: by the server, by the network, or because it was given up.
    case connectionLost
    /// The server refused the statement.
    case server(SQLState)
    /// The connect timeout or the statement timeout passed.
    case timeout
    /// The task was cancelled; the statement was stopped on the server.
    case cancelled
    /// A value is not what the caller asked for.
    case decoding
    /// No connection of the pool came free within the wait limit.
    case poolExhausted
    /// The call does not fit the state of the connection, or its arguments cannot be sent.
    case usage
  }

  public var kind: Kind
  public var sqlState: SQLState?
  /// `ERROR`, `FATAL` or `PANIC` for what the server said, never translated.
  public var severity: String?
  /// The message as it came. May hold data of the statement: show `description` where that matters.
  public var message: String
  /// The server's detail, such as the values of a duplicate key. Holds data.
  public var detail: String?
  public var hint: String?
  /// Where in a function or a COPY the server was. Holds data.
  public var context: String?
  /// Where in the statement's text the error is, in characters from 1.
  public var position: Int?
  public var schema: String?
  public var table: String?
  public var column: String?
  public var dataType: String?
  public var constraint: String?
  /// The name given to the statement.
  public var statementName: String?
  /// Which statement of a pipeline failed, from 0.
  public var statementIndex: Int?
  /// `message` without data.
  var safeMessage: String

  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
    safeMessage = message
  }

  /// The same error, saying which statement it belongs to.
  func named(_ name: String?) -> PostgresError {
    var error = self
    if error.statementName == nil { error.statementName = name }
    return error
  }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String {
    var facts: [String] = []
    if let sqlState { facts.append("SQLSTATE \(sqlState)") }
    if let table { facts.append("table \(table)") }
    if let column { facts.append("column \(column)") }
    if let constraint { facts.append("constraint \(constraint)") }
    if let position { facts.append("at character \(position)") }
    var text = statementName.map { "\($0): " } ?? ""
    text += safeMessage
    if !facts.isEmpty { text += " (" + facts.joined(separator: ", ") + ")" }
    return text
  }

  public var debugDescription: String { description }

  /// Mirrors and `dump` show no more than `description`.
  public var customMirror: Mirror {
    Mirror(self, children: ["kind": kind, "description": description])
  }
}
