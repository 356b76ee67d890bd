/// How the private server fares.
public enum ServerStatus: Hashable, Sendable {
  /// No database has been made in this home.
  case notCreated
  /// There is a database, and no server runs on it. `afterCrash`: it ended without shutting down; the next start
  /// recovers.
  case stopped(afterCrash: Bool)
  /// A server is starting, or recovering.
  case starting(pid: Int)
  /// A server takes connections.
  case running(RunningServer)
}

/// A server that takes connections.
public struct RunningServer: Hashable, Sendable {
  /// The postmaster's process.
  public let pid: Int
  /// Seconds since 1970.
  public let startedAt: Int
  /// The folder of its unix socket: what libpq calls the host.
  public let socketFolder: String
  /// PostgreSQL's major version.
  public let version: String
}
