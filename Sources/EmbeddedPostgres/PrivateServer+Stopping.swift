import Files
import Glibc
import Messages

extension PrivateServer {
  /// How to stop.
  public enum StopMode: Hashable, Sendable {
    /// Open transactions are rolled back, all is written to disk.
    case fast
    /// At once; the next start recovers, which takes longer. Nothing that was committed is lost.
    case immediate
  }

  /// Stops the server and waits until it has ended.
  ///
  /// - Returns: whether one was running.
  /// - Throws: `ServerError.stopTimedOut`, `ServerError.homeNotOurs`, `ServerError.busy`, `CancellationError`.
  @discardableResult
  public func stop(_ mode: StopMode = .fast) async throws -> Bool {
    guard try runningProcess() != nil else { return false }
    return try await HomeLock.hold(home) { try await stopUnderLock(mode) }
  }

  private func runningProcess() throws(ServerError) -> pid_t? {
    switch try status() {
    case .notCreated, .stopped: nil
    case .starting(let pid): pid_t(pid)
    case .running(let server): pid_t(server.pid)
    }
  }

  private func stopUnderLock(_ mode: StopMode) async throws -> Bool {
    guard let pid = try runningProcess() else { return false }
    // Long enough for the last checkpoint, which may have to write up to max_wal_size.
    let limit = mode == .fast ? 300 : 30
    kill(pid, mode == .fast ? SIGINT : SIGQUIT)
    let dataFolder = home.dataFolder
    let hasEnded = try await ServerProcesses.wait(Double(limit)) {
      // If this process started the server, its exit status is collected here; no other code waits for it.
      var status: Int32 = 0
      unsafe waitpid(pid, &status, WNOHANG)
      return !ServerProcesses.works(pid, in: dataFolder)
    }
    guard hasEnded else { throw ServerError.stopTimedOut(pid: Int(pid), seconds: limit) }
    return true
  }

  /// Stops the server and removes all that was made: the data, the settings, the log, and the home if nothing else is
  /// in it.
  ///
  /// - Throws: `ServerError.homeNotOurs` for a folder that cadre did not make; `ServerError.notCreated` if there is
  ///   none.
  public func destroy() async throws {
    guard FileStatus(home.path) != nil else { throw ServerError.notCreated(home: home.path) }
    guard home.isOurs || home.isBarelyBegun else {
      throw ServerError.homeNotOurs(folder: home.path, reason: ServerReason(ServerReasonMessages.madeByOthers))
    }
    try await HomeLock.hold(home) { try await destroyUnderLock() }
  }

  private func destroyUnderLock() async throws {
    _ = try await stopUnderLock(.immediate)
    // A start that was killed may have left a server that has no pid file yet.
    if FileStatus(home.dataFolder) != nil { try await clearRemains() }
    try clearNursery()
    try removeTree(home.dataFolder)
    let socketFolder = SocketFolder(home: home)
    if socketFolder.isPrivate { try removeTree(socketFolder.path) }
    for file in home.files { try removeFile(file) }
    try removeFile(home.marker)
    try removeFile(home.lock)
    _ = unsafe rmdir(home.path)
  }
}
