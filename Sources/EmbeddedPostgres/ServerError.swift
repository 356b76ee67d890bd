/// What can go wrong with the private server. Every case says what was wrong and where; `description` adds what to do.
public enum ServerError: Error, Hashable, Sendable {
  /// No PostgreSQL 15 to 18 on this machine. `found` lists installations of other versions, as folder names.
  case postgresNotFound(found: [String])
  /// `CADRE_POSTGRES_BIN` names a folder without a usable PostgreSQL.
  case installationUnusable(folder: String, reason: ServerReason)
  /// The data folder was made by a major version that is not installed.
  case versionMismatch(folder: String, version: String, installed: [Int])
  /// Started by root, and there is no unprivileged account, or no way to change to it, to run the server under.
  case noAccount(reason: ServerReason)
  /// The home folder cannot be made or written.
  case homeNotWritable(folder: String, reason: ServerReason)
  /// The home folder holds something else, or belongs to somebody else.
  case homeNotOurs(folder: String, reason: ServerReason)
  /// The account the server runs under cannot enter the home folder.
  case homeUnreachable(folder: String, account: String)
  /// The folder for the socket exists already and belongs to somebody else, or is open to others.
  case socketFolderUnsafe(folder: String)
  /// Another command has held the home's lock for too long.
  case busy(lock: String)
  /// There is no server in this home yet.
  case notCreated(home: String)
  /// The server is not running.
  case notRunning(home: String)
  /// The new database could not be made; `log` holds the last lines of what PostgreSQL said.
  case creationFailed(log: String, tail: [String])
  /// PostgreSQL gave up while starting.
  case startFailed(log: String, tail: [String])
  /// PostgreSQL is alive but did not get ready in time.
  case startTimedOut(log: String, seconds: Int)
  /// PostgreSQL did not end in time.
  case stopTimedOut(pid: Int, seconds: Int)
  /// A program that is needed could not be run.
  case programFailed(program: String, reason: ServerReason)
}

extension ServerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .postgresNotFound(let found):
      let others = found.isEmpty ? "" : " (found, but not supported: \(found.joined(separator: ", ")))"
      return """
        No PostgreSQL 15, 16, 17 or 18 found on this machine\(others). Install one, then try again.
          Debian, Ubuntu:           apt-get install postgresql
          Fedora, openEuler, Kylin: dnf install postgresql-server
          elsewhere:                set CADRE_POSTGRES_BIN to the folder that holds initdb and postgres
        """
    case .installationUnusable(let folder, let reason):
      return "CADRE_POSTGRES_BIN=\(folder) cannot be used: \(reason). "
        + "It must be the folder that holds initdb and postgres of PostgreSQL 15 to 18."
    case .versionMismatch(let folder, let version, let installed):
      let present = installed.map(String.init).joined(separator: ", ")
      return "The data in \(folder) was made by PostgreSQL \(version), which is not installed (installed: \(present)). "
        + "Install PostgreSQL \(version) again, or move the data with pg_upgrade."
    case .noAccount(let reason):
      return "PostgreSQL must not run as root, and \(reason). "
        + "Add an account (useradd --system postgres), or run cadre as an ordinary user."
    case .homeNotWritable(let folder, let reason):
      return "Cannot write to \(folder): \(reason). Set CADRE_HOME to a folder that you may write to."
    case .homeNotOurs(let folder, let reason):
      return "\(folder) is not a home of cadre's server: \(reason). Set CADRE_HOME to a folder of its own."
    case .homeUnreachable(let folder, let account):
      return "The account \(account), which the server runs under, may not enter \(folder). "
        + "Set CADRE_HOME to a folder outside private home folders, such as /var/lib/cadre."
    case .socketFolderUnsafe(let folder):
      return "The folder \(folder) for the server's socket exists and is not a private folder of this user. "
        + "Remove it, or set CADRE_HOME to a shorter path."
    case .busy(let lock):
      return "Another cadre command is busy with the server (lock \(lock)). Wait until it is done, then try again."
    case .notCreated(let home):
      return "There is no private server in \(home) yet. Make and start it with: cadre db start"
    case .notRunning(let home):
      return "The private server in \(home) is not running. Start it with: cadre db start"
    case .creationFailed(let log, let tail):
      return "The private server's database could not be made; the full log is \(log)." + Self.quoted(tail)
    case .startFailed(let log, let tail):
      return "The private server did not start; the full log is \(log)." + Self.quoted(tail)
    case .startTimedOut(let log, let seconds):
      return "The private server is not ready after \(seconds) s (it may still be recovering after a crash). "
        + "Look at \(log), then try again."
    case .stopTimedOut(let pid, let seconds):
      return "The private server (process \(pid)) has not ended after \(seconds) s. "
        + "Stop it without waiting for its last checkpoint: cadre db stop --force"
    case .programFailed(let program, let reason):
      return "Could not run \(program): \(reason)."
    }
  }

  private static func quoted(_ tail: [String]) -> String {
    tail.map { "\n  | " + $0 }.joined()
  }
}
