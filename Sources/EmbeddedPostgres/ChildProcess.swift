import Files
import Glibc

/// A process that was started here.
struct ChildProcess: Sendable {
  let pid: pid_t

  /// Starts the command in a folder that its account may enter, in a session of its own: a Ctrl-C at the terminal does
  /// not reach it, and nothing that this process has open is passed on.
  ///
  /// - Parameters:
  ///   - folder: where it works.
  ///   - input: a file to read standard input from.
  ///   - output: a descriptor that gets standard output and standard error.
  init(
    _ command: ServerCommand, in folder: String = "/", input: String = "/dev/null", output: Int32
  ) throws(ServerError) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 2)
    // The server outlives us: if it inherited a pipe, whoever reads the other end would wait for it.
    for descriptor in (Folder.names(in: "/proc/self/fd") ?? []).compactMap(Int32.init) where descriptor > 2 {
      unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
    }

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | 0x80  // and POSIX_SPAWN_SETSID, which <spawn.h> hides
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, command.executable] + command.arguments
    var arguments = unsafe shell.map { unsafe strdup($0) } + [nil]
    var environment = unsafe command.environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      // The formatter would write `unsafestring` (swift-format 6.3).
      // swift-format-ignore
      for unsafe string in unsafe arguments + environment { unsafe free(string) }
    }
    var pid = pid_t()
    let failure = unsafe posix_spawn(&pid, "/bin/sh", &actions, &attributes, &arguments, &environment)
    guard failure == 0 else { throw .programFailed(program: command.executable, reason: systemReason(failure)) }
    self.pid = pid
  }

  /// The exit status if the process has ended, 128 + the signal's number if a signal ended it; nil while it runs.
  func exitStatus() -> Int32? {
    var status: Int32 = 0
    let ended = unsafe waitpid(pid, &status, WNOHANG)
    guard ended != 0 else { return nil }
    guard ended == pid else { return -1 }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  /// Waits until the process has ended. If the task is cancelled, so is the process.
  func wait() async throws -> Int32 {
    var pause = 2
    while true {
      if let status = exitStatus() { return status }
      do {
        try await Task.sleep(for: .milliseconds(pause))
      } catch {
        kill(-pid, SIGTERM)
        while exitStatus() == nil { usleep(5_000) }
        throw error
      }
      pause = min(pause * 2, 50)
    }
  }
}
