import Glibc

/// The right to create, start, stop or destroy the server of one home, among all processes of the machine.
enum HomeLock {
  /// Waits for the lock, does the work, and lets go. The kernel lets go for a process that is killed.
  ///
  /// - Throws: `ServerError.busy` after `patience`; `ServerError.homeNotWritable`; `CancellationError`; what `work`
  ///   throws.
  static func hold<Result>(
    _ home: ServerHome, patience: Duration = .seconds(120), isolation: isolated (any Actor)? = #isolation,
    _ work: () async throws -> Result
  ) async throws -> Result {
    let deadline = ContinuousClock.now + patience
    while true {
      if let descriptor = try attempt(home) {
        defer { close(descriptor) }
        return try await work()
      }
      guard ContinuousClock.now < deadline else { throw ServerError.busy(lock: home.lock) }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// The locked file's descriptor, which holds the lock until it is closed; nil if another holds it.
  private static func attempt(_ home: ServerHome) throws(ServerError) -> Int32? {
    let descriptor = unsafe open(home.lock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .homeNotWritable(folder: home.path, reason: systemReason()) }
    // `destroy` removes the file while it holds the lock. Whoever opened it before then locks a file that is gone, so the
    // lock counts only if the file is still the one in the home.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, let held = FileFacts(descriptor: descriptor)?.inode,
      held == FileFacts(home.lock)?.inode
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}
