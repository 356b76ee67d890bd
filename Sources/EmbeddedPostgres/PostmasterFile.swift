import Glibc

/// What PostgreSQL writes into `postmaster.pid` while it runs. A crash leaves the file behind.
struct PostmasterFile: Hashable, Sendable {
  let pid: pid_t
  /// Seconds since 1970.
  let startedAt: Int
  let socketFolder: String?
  let isReady: Bool

  /// The file's lines: process, data folder, start, port, socket folder, address, shared memory, state.
  init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, let pid = pid_t(first), pid > 0 else { return nil }
    self.pid = pid
    startedAt = lines.count > 2 ? Int(lines[2]) ?? 0 : 0
    socketFolder = lines.count > 4 && !lines[4].isEmpty ? String(lines[4]) : nil
    isReady = lines.count > 7 && lines[7].hasPrefix("ready")
  }

  init?(path: String) {
    guard let text = readFile(path) else { return nil }
    self.init(text: text)
  }
}
