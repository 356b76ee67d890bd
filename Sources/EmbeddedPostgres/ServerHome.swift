import Files
import Glibc

/// The folder that holds everything of one private server, and what lies where in it.
///
/// ```
/// HOME/cadre-server     says that the folder is ours, and its layout
/// HOME/data/            PostgreSQL's data folder (0700, the server's account)
/// HOME/socket/          the unix socket, if the path is short enough for one
/// HOME/postgresql.conf  settings, written anew at each start; `alter system` overrides them
/// HOME/pg_hba.conf      who may connect: over the socket, with the password
/// HOME/password         the password of the database user `cadre` (0600)
/// HOME/identity.key     by which identity numbers are encrypted (0600)
/// HOME/server.log       what PostgreSQL reports
/// HOME/lock             held while a command creates, starts, stops or destroys the server
/// ```
///
/// PostgreSQL refuses to run as root. When root uses cadre, the server runs under an unprivileged account, which must
/// be able to reach its data. Root's own home folder (`/root`, mode 0700) is closed to that account, so root's default
/// home is `/var/lib/cadre`. The home itself then stays root's: the account owns only `data` and `socket`, and cannot
/// lead root astray by planting links where root writes.
public struct ServerHome: Hashable, Sendable {
  /// The absolute path.
  public let path: String

  /// A home at this path; a relative one is taken from the present folder.
  public init(path: String) {
    self.path = Self.absolute(path)
  }

  /// `CADRE_HOME`; else `/var/lib/cadre` for root; else `$XDG_DATA_HOME/cadre` or `~/.local/share/cadre`.
  public init(environment: [String: String]) {
    self.init(environment: environment, user: geteuid())
  }

  init(environment: [String: String], user: uid_t) {
    if let home = environment["CADRE_HOME"], !home.isEmpty {
      self.init(path: home)
    } else if user == 0 {
      self.init(path: "/var/lib/cadre")
    } else if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      self.init(path: data + "/cadre")
    } else {
      let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? Account(user: user)?.homeFolder ?? "/"
      self.init(path: home + "/.local/share/cadre")
    }
  }

  static let markerText = "cadre private server, layout 1\n"

  var marker: String { path + "/cadre-server" }
  /// PostgreSQL's data folder.
  public var dataFolder: String { path + "/data" }
  /// What PostgreSQL reports.
  public var log: String { path + "/server.log" }
  var olderLog: String { path + "/server.log.1" }
  var creationLog: String { path + "/creation.log" }
  /// Where a new data folder is made before it is moved to its place in one step.
  var nursery: String { path + "/new" }
  var settings: String { path + "/postgresql.conf" }
  var hostRules: String { path + "/pg_hba.conf" }
  var passwordFile: String { path + "/password" }
  /// The key of identity numbers.
  public var identityKey: String { path + "/identity.key" }
  var lock: String { path + "/lock" }
  var postmasterFile: String { dataFolder + "/postmaster.pid" }
  var innerSocketFolder: String { path + "/socket" }

  /// A statement for a server that is being made.
  var statement: String { path + "/statement.sql" }

  /// The files directly in the home that are ours, besides the marker and the lock; also those that a killed command
  /// left half written.
  var files: [String] {
    let written = [settings, hostRules, passwordFile, statement]
    return written + [log, olderLog, creationLog, identityKey] + (written + [marker]).map(draft)
  }

  /// Whether a server was made here before.
  public var isCreated: Bool { FileStatus(dataFolder)?.isFolder ?? false }

  /// Whether the folder holds only what a command leaves that was killed right after it had begun.
  var isBarelyBegun: Bool {
    let beginnings = [lock, marker, draft(of: marker)]
    return Folder.names(in: path)?.allSatisfy { beginnings.contains(path + "/" + $0) } ?? false
  }

  /// Whether the folder was made by cadre.
  var isOurs: Bool { (FileStatus(marker)?.isFile ?? false) && readFile(marker) == Self.markerText }

  private static func absolute(_ path: String) -> String {
    if let resolved = Folder.realPath(path) { return resolved }
    var full = path
    if !path.hasPrefix("/") {
      full = (Folder.realPath(".") ?? "") + "/" + path
    }
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    // Links in the part of the path that exists are resolved now, so that the path stays the same once the rest is made.
    for count in stride(from: parts.count, to: 0, by: -1) {
      if let resolved = Folder.realPath("/" + parts.prefix(count).joined(separator: "/")) {
        return ([resolved] + parts.dropFirst(count).map(String.init)).joined(separator: "/")
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}
