/// How a transaction sees the database and what it may do.
public struct TransactionOptions: Sendable, Hashable {
  public enum Isolation: String, Sendable {
    case readCommitted = "read committed"
    case repeatableRead = "repeatable read"
    case serializable = "serializable"

    fileprivate var strictness: Int {
      switch self {
      case .readCommitted: 0
      case .repeatableRead: 1
      case .serializable: 2
      }
    }
  }

  public var isolation: Isolation
  public var readOnly: Bool
  /// Another transaction's view, to be seen by this one too; takes `repeatableRead` or `serializable`.
  public var shared: SharedSnapshot?

  public init(isolation: Isolation = .readCommitted, readOnly: Bool = false, shared: SharedSnapshot? = nil) {
    self.isolation = isolation
    self.readOnly = readOnly
    self.shared = shared
  }

  public static let readCommitted = TransactionOptions()
  public static let repeatableRead = TransactionOptions(isolation: .repeatableRead)
  public static let serializable = TransactionOptions(isolation: .serializable)
  /// One unchanging view of the data, and no writing.
  public static let snapshot = TransactionOptions(isolation: .repeatableRead, readOnly: true)
  /// The view of another connection's transaction, and no writing.
  public static func snapshot(of shared: SharedSnapshot) -> TransactionOptions {
    TransactionOptions(isolation: .repeatableRead, readOnly: true, shared: shared)
  }
  public static let readOnly = TransactionOptions(readOnly: true)

  /// Whether a transaction that asks for these has them inside one that was begun with the outer ones.
  func areGiven(by outer: TransactionOptions) -> Bool {
    isolation.strictness <= outer.isolation.strictness && (!readOnly || outer.readOnly) && shared == nil
  }

  var beginCommand: String {
    "begin isolation level \(isolation.rawValue)\(readOnly ? " read only" : "")"
  }
}

/// A transaction's body failed, and then its rollback did too.
public struct TransactionRollbackError: Error, Sendable, CustomStringConvertible {
  /// What the body threw.
  public let body: any Error
  public let rollback: PostgresError

  public var description: String { "\(body); then the rollback failed: \(rollback)" }
}
