import Files
import Glibc
import Messages

extension PrivateServer {
  /// What `start` is doing, for a caller that shows it.
  public enum Stage: Hashable, Sendable {
    /// A new database is being made (first start only; a few seconds).
    case creating
    /// The server is starting.
    case starting
    /// It ended without shutting down last time, and is recovering.
    case recovering
  }

  /// Makes the database if there is none, and starts the server if it does not run. Returns when it takes connections.
  ///
  /// Any number of processes may call this at once: one does the work, the others wait for it.
  ///
  /// - Returns: whether there was anything to do.
  /// - Throws: `ServerError`; `CancellationError`, in which case a half-made database is gone, and a server that had
  ///   begun to start goes on starting.
  @discardableResult
  public func start(showing show: (Stage) -> Void = { _ in }) async throws -> Bool {
    if case .running = try status() { return false }
    let installations = try PostgresInstallation.all(environment: environment)
    try prepareHome()
    return try await HomeLock.hold(home) { try await startUnderLock(installations, show) }
  }

  private func startUnderLock(
    _ installations: [PostgresInstallation], _ show: (Stage) -> Void
  ) async throws -> Bool {
    let state = try status()
    if case .running = state { return false }
    if case .starting = state {
      show(.starting)
      try await waitUntilReady(nil, logFrom: 0)
      return true
    }
    try writeFile(ServerHome.markerText, to: home.marker, permissions: 0o644)
    let account = try ServerAccount.choose(for: home)
    if state == .notCreated {
      show(.creating)
      guard let newest = installations.first else { throw ServerError.postgresNotFound(found: []) }
      try await create(newest, account)
    }
    let installation = try installationForData(installations)
    show(state == .stopped(afterCrash: true) ? .recovering : .starting)
    try await clearRemains()
    if readFile(home.passwordFile) == nil { try await renewPassword(installation, account) }
    try await launch(installation, account)
    return true
  }

  /// Makes the home folder if need be, and refuses one that holds something else.
  private func prepareHome() throws(ServerError) {
    let permissions: mode_t = geteuid() == 0 ? 0o711 : 0o700
    var path = ""
    for part in home.path.split(separator: "/") {
      path += "/" + part
      if FileStatus(path) != nil { continue }
      let isHome = path == home.path
      guard unsafe mkdir(path, isHome ? permissions : 0o755) == 0 || errno == EEXIST else {
        throw .homeNotWritable(folder: path, reason: systemReason())
      }
    }
    guard let facts = FileStatus(home.path), facts.isFolder else {
      throw .homeNotOurs(folder: home.path, reason: ServerReason(ServerReasonMessages.notAFolder))
    }
    guard facts.owner == geteuid() else {
      let owner = Account(user: facts.owner)?.name ?? String(facts.owner)
      throw .homeNotOurs(folder: home.path, reason: ServerReason(ServerReasonMessages.belongs(to: owner)))
    }
    guard Folder.names(in: home.path) != nil else {
      throw .homeNotWritable(folder: home.path, reason: systemReason())
    }
    guard home.isOurs || home.isBarelyBegun else {
      throw .homeNotOurs(
        folder: home.path, reason: ServerReason(ServerReasonMessages.notEmpty))
    }
    guard unsafe chmod(home.path, permissions) == 0 else {
      throw .homeNotWritable(folder: home.path, reason: systemReason())
    }
  }

  func installationForData(
    _ installations: [PostgresInstallation]
  ) throws(ServerError) -> PostgresInstallation {
    let version = dataVersion ?? "?"
    guard let fitting = installations.first(where: { String($0.majorVersion) == version }) else {
      throw .versionMismatch(
        folder: home.dataFolder, version: version, installed: installations.map(\.majorVersion))
    }
    return fitting
  }

  /// Ends what a killed server has left running, and removes its pid file.
  ///
  /// PostgreSQL itself takes a live process with the file's number for the server, which is wrong if another process
  /// has got the number. It would also notice processes left over, by their shared memory; since the file goes, that
  /// check is made here.
  func clearRemains() async throws {
    let dataFolder = home.dataFolder
    let remains = { ServerProcesses.all(in: dataFolder) + ServerProcesses.all(toldOf: dataFolder) }
    let isClear = { remains().isEmpty }
    // They end by themselves as soon as they miss the postmaster, unless they are busy with a query.
    for (signal, patience) in [(SIGTERM, 1.0), (SIGQUIT, 5), (SIGKILL, 5)] {
      if try await ServerProcesses.wait(patience, until: isClear) { break }
      for pid in remains() { kill(pid, signal) }
    }
    guard try await ServerProcesses.wait(5, until: isClear) else {
      let pids = remains().map(String.init).joined(separator: ", ")
      throw ServerError.startFailed(log: home.log, tail: ["Processes of the old server do not end: \(pids)"])
    }
    try removeFile(home.postmasterFile)
  }

  private func launch(_ installation: PostgresInstallation, _ account: ServerAccount) async throws {
    let socketFolder = SocketFolder(home: home)
    try socketFolder.prepare(account)
    try writeFile(
      ServerSettings(machine: machine, durability: durability).text, to: home.settings, permissions: 0o644)
    try writeFile(ServerSettings.hostRules, to: home.hostRules, permissions: 0o644)
    let tenMegabytes = 10 << 20
    if let size = FileStatus(home.log)?.size, size > tenMegabytes { _ = unsafe rename(home.log, home.olderLog) }
    let logFrom = FileStatus(home.log)?.size ?? 0

    // Settings that keep strangers out are given on the command line: there `alter system` cannot undo them.
    let command = try account.running(
      installation.program("postgres"),
      [
        "-D", home.dataFolder, "-c", "config_file=\(home.settings)", "-c", "hba_file=\(home.hostRules)",
        "-c", "listen_addresses=", "-c", "unix_socket_directories=\(socketFolder.path)",
        "-c", "unix_socket_permissions=0700", "-p", String(SocketFolder.port),
      ])
    let log = try openLog(home.log)
    defer { close(log) }
    let child = try ChildProcess(command, output: log)
    try await waitUntilReady(child, logFrom: logFrom)
  }

  func openLog(_ path: String) throws(ServerError) -> Int32 {
    let log = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard log >= 0 else { throw .homeNotWritable(folder: path, reason: systemReason()) }
    return log
  }

  private func waitUntilReady(_ child: ChildProcess?, logFrom: Int) async throws {
    // Recovery after a crash replays up to max_wal_size: minutes on a slow disk.
    let limit = 600
    var hasEnded = false
    let isReady = try await ServerProcesses.wait(Double(limit)) {
      if case .running = try? status() { return true }
      hasEnded = if let child { child.exitStatus() != nil } else { (try? isEnded()) ?? true }
      return hasEnded
    }
    if hasEnded {
      throw ServerError.startFailed(log: home.log, tail: logTail(home.log, from: logFrom))
    }
    guard isReady else { throw ServerError.startTimedOut(log: home.log, seconds: limit) }
  }

  private func isEnded() throws(ServerError) -> Bool {
    if case .stopped = try status() { true } else { false }
  }

  /// The last lines of a log from an offset on.
  func logTail(_ path: String, from offset: Int, lines: Int = 12) -> [String] {
    let text = readFile(path).map { $0.utf8.dropFirst(offset) } ?? "".utf8.dropFirst(0)
    return String(decoding: text, as: UTF8.self).split(separator: "\n").suffix(lines).map(String.init)
  }
}
