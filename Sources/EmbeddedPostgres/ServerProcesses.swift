import Files
import FoundationEssentials
import Glibc

/// Tells which processes belong to a data folder.
///
/// A process number alone proves nothing: after a crash another process may have got it. But every process of a
/// PostgreSQL server works in its data folder, and the kernel tells.
enum ServerProcesses {
  /// Whether this process lives and works in the data folder.
  static func works(_ pid: pid_t, in dataFolder: String) -> Bool {
    let link = "/proc/\(pid)/cwd"
    return (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) == dataFolder
  }

  /// All processes that work in the data folder and run PostgreSQL.
  static func all(in dataFolder: String) -> [pid_t] {
    (Folder.names(in: "/proc") ?? []).compactMap { pid_t($0) }.filter { pid in
      works(pid, in: dataFolder) && runsPostgres(pid)
    }
  }

  /// All processes that work in the folder or below it.
  static func all(below folder: String) -> [pid_t] {
    (Folder.names(in: "/proc") ?? []).compactMap { pid_t($0) }.filter { pid in
      let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/cwd")
      return place == folder || place?.hasPrefix(folder + "/") ?? false
    }
  }

  /// All processes whose arguments name the data folder, even if they do not work in it yet: a server, an initdb, and the
  /// program that runs one of them under another account.
  static func all(toldOf dataFolder: String) -> [pid_t] {
    (Folder.names(in: "/proc") ?? []).compactMap { pid_t($0) }.filter { pid in
      let arguments = (readFile("/proc/\(pid)/cmdline") ?? "").split(separator: "\0").map(String.init)
      if arguments.contains("--pgdata=" + dataFolder) { return true }
      return zip(arguments, arguments.dropFirst()).contains { $0 == "-D" && $1 == dataFolder }
    }
  }

  /// Whether the process runs PostgreSQL. A shell, too, may have the data folder as its working folder.
  private static func runsPostgres(_ pid: pid_t) -> Bool {
    let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/exe")
    // After an upgrade of the package the old program is shown as "/…/postgres (deleted)".
    return program?.split(separator: "/").last?.hasPrefix("postgres") ?? false
  }

  /// Waits until `isOver` says so; false if it did not in time.
  static func wait(_ seconds: Double, until isOver: () -> Bool) async throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !isOver() {
      guard ContinuousClock.now < deadline else { return false }
      try await Task.sleep(for: .milliseconds(10))
    }
    return true
  }
}
