import Glibc
import Messages

/// One PostgreSQL on this machine.
public struct PostgresInstallation: Hashable, Sendable {
  /// 15, 16, 17 or 18.
  public let majorVersion: Int
  /// The folder that holds `postgres` and `initdb`.
  public let folder: String

  /// The versions that the server may be.
  public static let supported = 15...18

  /// The program's path.
  func program(_ name: String) -> String { folder + "/" + name }

  /// Every supported installation, newest first.
  ///
  /// If `CADRE_POSTGRES_BIN` is set, only that folder counts. Otherwise the places where distributions put versions
  /// side by side are looked through, then `PATH`, then `pg_config`.
  ///
  /// - Throws: `ServerError.postgresNotFound`, `ServerError.installationUnusable`.
  public static func all(environment: [String: String]) throws(ServerError) -> [PostgresInstallation] {
    if let folder = environment["CADRE_POSTGRES_BIN"], !folder.isEmpty {
      return [try chosen(folder)]
    }
    var found: [PostgresInstallation] = []
    var others: [String] = []
    for folder in candidates(path: environment["PATH"] ?? "") {
      guard isComplete(folder), let version = version(in: folder) else { continue }
      if !supported.contains(version) {
        others.append(folder)
      } else if !found.contains(where: { $0.majorVersion == version }) {
        found.append(PostgresInstallation(majorVersion: version, folder: folder))
      }
    }
    guard !found.isEmpty else { throw .postgresNotFound(found: others) }
    return found.sorted { $0.majorVersion > $1.majorVersion }
  }

  private static func chosen(_ folder: String) throws(ServerError) -> PostgresInstallation {
    guard isComplete(folder) else {
      throw .installationUnusable(
        folder: folder, reason: ServerReason(ServerReasonMessages.noPrograms))
    }
    guard let version = version(in: folder) else {
      throw .installationUnusable(
        folder: folder, reason: ServerReason(ServerReasonMessages.noVersion))
    }
    guard supported.contains(version) else {
      throw .installationUnusable(
        folder: folder, reason: ServerReason(ServerReasonMessages.version(version)))
    }
    return PostgresInstallation(majorVersion: version, folder: folder)
  }

  static func candidates(path: String) -> [String] {
    var folders: [String] = []
    for version in supported.reversed() {
      folders += [
        "/usr/lib/postgresql/\(version)/bin",  // Debian, Ubuntu
        "/usr/pgsql-\(version)/bin",  // Red Hat, openEuler, Kylin, from PostgreSQL's own packages
        "/usr/lib/postgresql\(version)/bin",  // SUSE
        "/usr/local/pgsql-\(version)/bin",
        "/usr/libexec/postgresql\(version)",  // Alpine
        "/opt/homebrew/opt/postgresql@\(version)/bin",
        "/home/linuxbrew/.linuxbrew/opt/postgresql@\(version)/bin",
      ]
    }
    folders += ["/usr/local/pgsql/bin", "/usr/bin", "/usr/local/bin"]
    let searched = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    folders += searched
    if let config = searched.map({ $0 + "/pg_config" }).first(where: isExecutable),
      let folder = firstLine(of: config, "--bindir")
    {
      folders.append(folder)
    }
    return folders
  }

  private static func isComplete(_ folder: String) -> Bool {
    isExecutable(folder + "/postgres") && isExecutable(folder + "/initdb")
  }

  /// What `postgres --version` says: "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)".
  private static func version(in folder: String) -> Int? {
    guard let line = firstLine(of: folder + "/postgres", "--version") else { return nil }
    return majorVersion(inVersionLine: line)
  }

  static func majorVersion(inVersionLine line: String) -> Int? {
    guard let name = line.firstRange(of: "(PostgreSQL) ") else { return nil }
    return Int(line[name.upperBound...].prefix { $0.isNumber })
  }

  static func firstLine(of program: String, _ argument: String) -> String? {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    let command = ServerCommand(executable: program, arguments: [argument], environment: ["LC_ALL": "C"])
    let child = try? ChildProcess(command, output: ends[1])
    close(ends[1])
    guard let child else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    var count = 0
    while count < bytes.count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe read(ends[0], buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      count += got
    }
    while child.exitStatus() == nil { usleep(500) }
    return String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n").first.map(String.init)
  }
}
