import Foundation

/// A PostgreSQL of one test process: made in a folder of its own, reached by a socket there, and gone with the process
/// however that ends. A shell watches a pipe from the process: when that closes, it stops the server and removes all.
struct ServerProcess {
  enum Failure: Error, CustomStringConvertible {
    case noBinaries
    case noAccount
    case notStarted(String)

    var description: String {
      switch self {
      case .noBinaries:
        "no PostgreSQL found under /usr/lib/postgresql, in PATH or by pg_config: install it (apt install postgresql), "
          + "or name a server in CADRE_TEST_DATABASE_URL"
      case .noAccount:
        "PostgreSQL does not run as root, and neither setpriv nor runuser can drop to the account postgres or nobody"
      case .notStarted(let log): "the test server did not start:\n\(log)"
      }
    }
  }

  let folder: String
  /// The pipe to the watching shell. It closes at the latest when this process ends, and then the server is stopped.
  private let lifeline: FileHandle
  private let process: Process

  /// Starts a server. Blocks for a second or two.
  static func start() throws -> ServerProcess {
    guard let binaries = findBinaries() else { throw Failure.noBinaries }
    // Short: a socket's path may not exceed 107 bytes.
    let folder = "/tmp/cadre-test-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])

    let input = Pipe()
    let output = Pipe()
    let process = Process()
    let shell = ["/bin/sh", "-c", script, "sh", folder, binaries, try dropPrivileges()]
    // In a session of its own, no signal to the test's process group reaches the watcher.
    let command = find("setsid", in: toolFolders).map { [$0] + shell } ?? shell
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    let lifeline = input.fileHandleForWriting
    // No other child of this process may keep the pipe open.
    _ = fcntl(lifeline.fileDescriptor, F_SETFD, FD_CLOEXEC)
    try process.run()
    try? input.fileHandleForReading.close()
    try? output.fileHandleForWriting.close()

    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    let text = String(decoding: answer, as: UTF8.self)
    guard text.hasSuffix("ready\n") else {
      try? lifeline.close()
      throw Failure.notStarted(text)
    }
    return ServerProcess(folder: folder, lifeline: lifeline, process: process)
  }

  /// $1 folder, $2 the server's programs, $3 the command that drops root's rights, or nothing. Standard output is closed
  /// when the server is ready or has failed.
  private static let script = """
    trap '' HUP INT TERM PIPE
    folder=$1; bin=$2; drop=$3
    cd "$folder" || exit 1
    remove() { cd /; rm -rf "$folder"; }
    if [ -n "$drop" ]; then chown "${drop##* }" "$folder"; drop="${drop% *}"; fi
    fail() { cat "$folder"/*.log 2>/dev/null; echo failed; remove; exit 1; }
    $drop "$bin/initdb" --no-sync --pgdata=data --username=postgres --auth=trust --encoding=UTF8 --locale=C \\
      >initdb.log 2>&1 </dev/null || fail
    cat >>data/postgresql.conf <<END
    listen_addresses = ''
    unix_socket_directories = '$folder'
    max_connections = 100
    shared_buffers = 128MB
    fsync = off
    full_page_writes = off
    synchronous_commit = off
    autovacuum_naptime = 10min
    max_wal_size = 4GB
    END
    $drop "$bin/pg_ctl" --pgdata=data --log=server.log --wait --timeout=60 start >/dev/null 2>&1 </dev/null || fail
    echo ready
    exec >/dev/null 2>&1
    read -r _
    $drop "$bin/pg_ctl" --pgdata=data --mode=immediate --wait stop </dev/null
    remove
    """

  /// The command that runs another with few rights, followed by the account's name; empty for an ordinary user.
  private static func dropPrivileges() throws -> String {
    guard geteuid() == 0 else { return "" }
    let accounts = (try? String(contentsOfFile: "/etc/passwd", encoding: .utf8)) ?? ""
    // name:password:user:group:...
    let groups = accounts.split(separator: "\n").reduce(into: [String: String]()) { groups, line in
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      if fields.count > 3 { groups[String(fields[0])] = String(fields[3]) }
    }
    guard let account = ["postgres", "nobody"].first(where: { groups[$0] != nil }), let group = groups[account] else {
      throw Failure.noAccount
    }
    if let setpriv = find("setpriv", in: toolFolders) {
      return "\(setpriv) --reuid=\(account) --regid=\(group) --clear-groups \(account)"
    }
    if let runuser = find("runuser", in: toolFolders) { return "\(runuser) -u \(account) -- \(account)" }
    throw Failure.noAccount
  }

  /// The folder with `initdb`, `pg_ctl` and `postgres`, the newest where there are several.
  private static func findBinaries() -> String? {
    let root = "/usr/lib/postgresql"
    let versions = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [])
      .sorted { (Double($0) ?? 0) > (Double($1) ?? 0) }
    let environment = ProcessInfo.processInfo.environment
    // Whoever tests on another version says where it is.
    var folders = environment["CADRE_POSTGRES_BIN"].map { [$0] } ?? []
    folders += versions.map { "\(root)/\($0)/bin" }
    let path = environment["PATH"] ?? ""
    folders += path.split(separator: ":").map(String.init)
    if let config = find("pg_config", in: folders), let folder = output(of: config, "--bindir") { folders.append(folder) }
    return folders.first { folder in
      ["initdb", "pg_ctl", "postgres"].allSatisfy { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
    }
  }

  private static let toolFolders = ["/usr/bin", "/usr/sbin", "/bin", "/sbin"]

  private static func find(_ program: String, in folders: [String]) -> String? {
    folders.lazy.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func output(of program: String, _ argument: String) -> String? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [argument]
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let data = (try? output.fileHandleForReading.readToEnd()) ?? nil
    process.waitUntilExit()
    return data.map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) }
  }
}
