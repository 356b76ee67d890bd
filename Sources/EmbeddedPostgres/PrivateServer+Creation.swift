import Files
import Glibc
import Messages

extension PrivateServer {
  /// Makes a new data folder beside its place and moves it there when all is done: what is in `data` is always
  /// complete.
  ///
  /// UTF-8; data checksums; texts are ordered by code point (collation C), so that a report's order depends on no
  /// operating system's locales; what a letter is comes from Unicode where the machine has the locale C.UTF-8.
  func create(_ installation: PostgresInstallation, _ account: ServerAccount) async throws {
    try clearNursery()
    try removeFile(home.creationLog)
    do {
      try await createInNursery(installation, account)
    } catch {
      try? clearNursery()
      throw error
    }
    try clearNursery()
  }

  private func createInNursery(_ installation: PostgresInstallation, _ account: ServerAccount) async throws {
    let password = Self.newPassword()
    try writeFile(password + "\n", to: home.passwordFile, permissions: 0o600)
    guard unsafe mkdir(home.nursery, 0o700) == 0 else {
      throw ServerError.homeNotWritable(folder: home.nursery, reason: systemReason())
    }
    let passwordCopy = home.nursery + "/password"
    try writeFile(password + "\n", to: passwordCopy, permissions: 0o600)
    try account.own(passwordCopy)
    try account.own(home.nursery)
    try await checkReach(account)

    let data = home.nursery + "/data"
    var options = [
      "--pgdata=\(data)", "--username=\(Self.user)", "--pwfile=\(passwordCopy)", "--auth=scram-sha-256",
      "--encoding=UTF8", "--locale=C", "--data-checksums",
    ]
    if Self.hasUnicodeLocale { options.append("--lc-ctype=C.UTF-8") }
    if durability == .none { options.append("--no-sync") }
    try await run(account.running(installation.program("initdb"), options))
    try await runSingleUser("create database \(Self.database)", data: data, installation, account)

    guard unsafe rename(data, home.dataFolder) == 0 else {
      throw ServerError.homeNotWritable(folder: home.dataFolder, reason: systemReason())
    }
    syncFolder(home.path)
  }

  /// Removes what a failed or killed creation left, after ending it: an initdb outlives the command that ran it.
  func clearNursery() throws(ServerError) {
    let data = home.nursery + "/data"
    let making = { ServerProcesses.all(below: home.nursery) + ServerProcesses.all(toldOf: data) }
    // Killed processes are gone a moment later.
    for _ in 0..<500 {
      let pids = making()
      if pids.isEmpty { break }
      for pid in pids { kill(pid, SIGKILL) }
      usleep(10_000)
    }
    try removeTree(home.nursery)
  }

  /// Gives the database user a new password, because the file with the old one is gone.
  func renewPassword(_ installation: PostgresInstallation, _ account: ServerAccount) async throws {
    let password = Self.newPassword()
    try await runSingleUser(
      "alter role \(Self.user) password '\(password)'", data: home.dataFolder, installation, account)
    try writeFile(password + "\n", to: home.passwordFile, permissions: 0o600)
  }

  /// 192 random bits in hexadecimal digits, drawn from the system's source.
  static func newPassword() -> String {
    (0..<24).map { _ in
      let byte = UInt8.random(in: 0...255)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private static var hasUnicodeLocale: Bool {
    guard let locale = unsafe newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return false }
    unsafe freelocale(locale)
    return true
  }

  /// Root's home folder and the like are closed to the account: better said now than by a failing initdb.
  private func checkReach(_ account: ServerAccount) async throws {
    guard let name = account.name else { return }
    let log = try openLog(home.creationLog)
    defer { close(log) }
    let probe = try account.running("/bin/sh", ["-c", "cd \"$1\"", "sh", home.nursery])
    guard try await ChildProcess(probe, output: log).wait() == 0 else {
      throw ServerError.homeUnreachable(folder: home.path, account: name)
    }
  }

  /// Runs one statement in the data folder of a server that does not run.
  func runSingleUser(
    _ statement: String, data: String, _ installation: PostgresInstallation, _ account: ServerAccount
  ) async throws {
    let script = home.statement
    try writeFile(statement + "\n", to: script, permissions: 0o600)
    defer { try? removeFile(script) }
    let arguments = ["--single", "-D", data, "-c", "log_statement=none", "-c", "exit_on_error=on", "template1"]
    try await run(account.running(installation.program("postgres"), arguments), input: script)
  }

  private func run(_ command: ServerCommand, input: String = "/dev/null") async throws {
    let log = try openLog(home.creationLog)
    defer { close(log) }
    let folder = FileStatus(home.nursery) == nil ? "/" : home.nursery
    let status = try await ChildProcess(command, in: folder, input: input, output: log).wait()
    guard status == 0 else {
      throw ServerError.creationFailed(log: home.creationLog, tail: logTail(home.creationLog, from: 0))
    }
  }

  private func syncFolder(_ path: String) {
    guard durability == .full else { return }
    Folder.synchronize(path)
  }

  func removeFile(_ path: String) throws(ServerError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      throw .homeNotWritable(folder: path, reason: systemReason())
    }
  }

  /// Removes a folder and all that is in it. `rm` walks by descriptors, so no link planted in there can lead it astray.
  func removeTree(_ path: String) throws(ServerError) {
    guard FileStatus(path) != nil else { return }
    let log = try openLog(home.creationLog)
    defer { close(log) }
    let command = ServerCommand(executable: "/bin/rm", arguments: ["-rf", "--", path], environment: ["LC_ALL": "C"])
    let child = try ChildProcess(command, output: log)
    while child.exitStatus() == nil { usleep(1_000) }
    guard FileStatus(path) == nil else {
      let reason =
        logTail(home.creationLog, from: 0, lines: 1).first.map { ServerReason($0, $0) }
        ?? ServerReason(ServerReasonMessages.notRemoved)
      throw .homeNotWritable(folder: path, reason: reason)
    }
  }
}
