/// What went wrong between the program and PostgreSQL.
///
/// `description` is safe to log: it holds neither parameter values nor the server's `detail`, `context` and quoted
/// data, which may be personal. They stay in their properties.
@dynamicMemberLookup
public struct PostgresError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// No connection could be made.
    case connectionFailed
    /// The connection ended: by the server, by the network, or because it was given up.
    case connectionLost
    /// The connection ended while a commit was under way: the transaction is stored as a whole, or nothing of it is.
    /// Only a look at the data, over another connection, tells which.
    case outcomeUnknown
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
    /// The session has a setting that would change what we compute or store, and we may not change it.
    case unsuitableSetting(name: String, found: String, wanted: String)
    /// The call does not fit the state of the connection, or its arguments cannot be sent.
    case usage
  }

  /// What is known about the error; read and written as if they were the error's own properties.
  public struct Facts: Sendable, Hashable {
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
    public internal(set) var safeMessage: String
  }

  /// Boxed: an error is passed through many hands, and rarely looked into.
  private final class Box: Sendable {
    let facts: Facts

    init(_ facts: Facts) {
      self.facts = facts
    }
  }

  private var box: Box

  public init(_ kind: Kind, _ message: String) {
    box = Box(Facts(kind: kind, message: message, safeMessage: message))
  }

  public subscript<Value>(dynamicMember member: WritableKeyPath<Facts, Value>) -> Value {
    get { box.facts[keyPath: member] }
    set {
      var facts = box.facts
      facts[keyPath: member] = newValue
      box = Box(facts)
    }
  }

  public static func == (a: Self, b: Self) -> Bool { a.box.facts == b.box.facts }
  public func hash(into hasher: inout Hasher) { hasher.combine(box.facts) }

  /// The same error, saying which statement it belongs to.
  func named(_ name: String?) -> PostgresError {
    var error = self
    if error.statementName == nil { error.statementName = name }
    return error
  }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String {
    let facts = box.facts
    var remarks: [String] = []
    if let sqlState = facts.sqlState { remarks.append("SQLSTATE \(sqlState)") }
    if let table = facts.table { remarks.append("table \(table)") }
    if let column = facts.column { remarks.append("column \(column)") }
    if let constraint = facts.constraint { remarks.append("constraint \(constraint)") }
    if let position = facts.position { remarks.append("at character \(position)") }
    let remark = remarks.isEmpty ? "" : " (" + remarks.joined(separator: ", ") + ")"
    return (facts.statementName.map { "\($0): " } ?? "") + facts.safeMessage + remark
  }

  public var debugDescription: String { description }

  /// Mirrors and `dump` show no more than `description`.
  public var customMirror: Mirror {
    Mirror(self, children: ["kind": self.kind, "description": description])
  }
}
