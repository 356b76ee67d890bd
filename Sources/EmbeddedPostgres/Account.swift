import Files
import Glibc
import Messages

/// A user of the machine.
struct Account: Hashable, Sendable {
  let name: String
  let user: uid_t
  let group: gid_t
  let homeFolder: String

  init?(name: String) {
    guard let entry = unsafe getpwnam(name) else { return nil }
    unsafe self.init(entry.pointee)
  }

  init?(user: uid_t) {
    guard let entry = unsafe getpwuid(user) else { return nil }
    unsafe self.init(entry.pointee)
  }

  private init(_ entry: passwd) {
    name = unsafe String(cString: entry.pw_name)
    user = unsafe entry.pw_uid
    group = unsafe entry.pw_gid
    homeFolder = unsafe String(cString: entry.pw_dir)
  }
}

/// Under which account the server runs: one's own, or, for root, an unprivileged one.
enum ServerAccount: Hashable, Sendable {
  case own
  case other(Account)

  /// One's own account; for root the owner of the data folder if there is one, else `postgres`, else `nobody`.
  static func choose(for home: ServerHome) throws(ServerError) -> ServerAccount {
    guard geteuid() == 0 else { return .own }
    if let owner = FileStatus(home.dataFolder)?.owner {
      guard owner != 0, let account = Account(user: owner) else {
        throw .noAccount(
          reason: ServerReason(ServerReasonMessages.ownerNoAccount(of: home.dataFolder, user: Int(owner))))
      }
      return .other(account)
    }
    for name in ["postgres", "nobody"] {
      if let account = Account(name: name), account.user != 0 { return .other(account) }
    }
    throw .noAccount(reason: ServerReason(ServerReasonMessages.noAccount))
  }

  /// The account's name; nil for one's own.
  var name: String? {
    if case .other(let account) = self { account.name } else { nil }
  }

  /// The command that runs the given one under this account.
  func running(_ executable: String, _ arguments: [String]) throws(ServerError) -> ServerCommand {
    // Nothing of the caller's environment: PGPORT, PGOPTIONS and others would change what the server does.
    let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"]
    guard case .other(let account) = self else {
      return ServerCommand(executable: executable, arguments: arguments, environment: environment)
    }
    for folder in ["/usr/bin", "/bin", "/usr/sbin", "/sbin"] where isExecutable(folder + "/setpriv") {
      let change = ["--reuid=\(account.user)", "--regid=\(account.group)", "--init-groups", "--", executable]
      return ServerCommand(executable: folder + "/setpriv", arguments: change + arguments, environment: environment)
    }
    for folder in ["/usr/sbin", "/sbin", "/usr/bin", "/bin"] where isExecutable(folder + "/runuser") {
      let change = ["-u", account.name, "--", executable]
      return ServerCommand(executable: folder + "/runuser", arguments: change + arguments, environment: environment)
    }
    throw .noAccount(
      reason: ServerReason(ServerReasonMessages.noChangeOfAccount(to: account.name)))
  }

  /// Gives a file or folder to the account.
  func own(_ path: String) throws(ServerError) {
    guard case .other(let account) = self else { return }
    guard unsafe lchown(path, account.user, account.group) == 0 else {
      throw .homeNotWritable(
        folder: path, reason: systemReason().explaining(ServerReasonMessages.notGiven(to: account.name)))
    }
  }
}
