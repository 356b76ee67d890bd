import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A browser that was started here, with its helpers in a session of its own.
struct BrowserProcess: Sendable {
  let pid: pid_t

  /// Starts it without a terminal; what it says goes nowhere: it may quote the page.
  init(_ command: [String], environment: [String]) throws(SystemError) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    let session: Int16 = 0x80  // POSIX_SPAWN_SETSID, which <spawn.h> hides
    unsafe posix_spawnattr_setflags(&attributes, session)

    var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer {
      // The formatter would write `unsafestring` (swift-format 6.3).
      // swift-format-ignore
      for unsafe string in unsafe arguments + variables { unsafe free(string) }
    }
    var pid = pid_t()
    let failure = unsafe posix_spawn(&pid, command[0], &actions, &attributes, &arguments, &variables)
    guard failure == 0 else { throw SystemError(code: failure) }
    self.pid = pid
  }

  /// The exit status if it has ended, 128 + the signal's number if a signal ended it; nil while it runs.
  func exitStatus() -> Int32? {
    var status: Int32 = 0
    let ended = unsafe waitpid(pid, &status, WNOHANG)
    if ended == 0 || ended < 0 && errno == EINTR { return nil }
    guard ended == pid else { return -1 }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  /// Waits for its end; nil if that does not come in time. If the task is cancelled, the browser is ended.
  func wait(atMost limit: Duration) async throws(CancellationError) -> Int32? {
    let end = ContinuousClock.now + limit
    while true {
      if let status = exitStatus() { return status }
      guard ContinuousClock.now < end else {
        kill()
        return nil
      }
      do {
        try await Task.sleep(for: .milliseconds(20))
      } catch {
        kill()
        throw CancellationError()
      }
    }
  }

  /// Ends it and its helpers.
  private func kill() {
    #if canImport(Glibc)
      Glibc.kill(-pid, SIGKILL)
    #else
      Musl.kill(-pid, SIGKILL)
    #endif
    while exitStatus() == nil { usleep(5_000) }
  }
}
