import Glibc

extension ServerCommand {
  /// Runs the program to its end. If the task is cancelled, so is the program.
  ///
  /// - Parameter log: the file that gets what it says; made for its owner alone where it is missing.
  /// - Returns: its exit status.
  /// - Throws: `ServerError.programFailed`, `CancellationError`.
  public func run(sayingTo log: String) async throws -> Int32 {
    let file = unsafe open(log, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw ServerError.programFailed(program: executable, reason: systemReason()) }
    defer { close(file) }
    return try await ChildProcess(self, output: file).wait()
  }
}
