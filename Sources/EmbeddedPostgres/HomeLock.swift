import Files

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
      if let lock = try attempt(home) {
        defer { lock.release() }
        return try await work()
      }
      guard ContinuousClock.now < deadline else { throw ServerError.busy(lock: home.lock) }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Nil if another holds it.
  private static func attempt(_ home: ServerHome) throws(ServerError) -> FileLock? {
    do { return try FileLock(ifFree: home.lock) } catch {
      throw .homeNotWritable(folder: home.path, reason: ServerReason(error))
    }
  }
}
