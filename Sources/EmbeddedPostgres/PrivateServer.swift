import Files
import Glibc
import Messages

/// A private PostgreSQL server, for users who have no other: made on first use, reached over a unix socket only, started
/// when it is needed, and left running until it is stopped.
///
/// A value: what it describes lies in its home folder, and any number of processes may use it at once.
public struct PrivateServer: Sendable {
  /// Where it lives.
  public let home: ServerHome
  /// Whether commits are forced to disk.
  public let durability: Durability
  let environment: [String: String]
  let machine: Machine

  /// The database user that owns everything, and the database itself.
  public static let user = "cadre"
  public static let database = "cadre"

  /// A server in this home, whether or not it exists yet.
  ///
  /// - Parameters:
  ///   - environment: where `PATH` and `CADRE_POSTGRES_BIN` are taken from to find PostgreSQL.
  ///   - machine: what the memory settings are computed from.
  public init(
    home: ServerHome, durability: Durability = .full, environment: [String: String], machine: Machine = .present
  ) {
    self.home = home
    self.durability = durability
    self.environment = environment
    self.machine = machine
  }

  /// How the server fares. Reads files only, so it is quick and never waits.
  ///
  /// - Throws: `ServerError.homeNotOurs` if the home belongs to another user.
  public func status() throws(ServerError) -> ServerStatus {
    guard let data = FileStatus(home.dataFolder) else {
      if FileStatus(home.path) != nil, unsafe access(home.path, X_OK) != 0 {
        throw .homeNotOurs(folder: home.path, reason: ServerReason(ServerReasonMessages.closed))
      }
      return .notCreated
    }
    guard geteuid() == 0 || data.owner == geteuid() else {
      let owner = Account(user: data.owner)?.name ?? String(data.owner)
      throw .homeNotOurs(folder: home.dataFolder, reason: ServerReason(ServerReasonMessages.belongs(to: owner)))
    }
    guard let file = PostmasterFile(path: home.postmasterFile) else { return .stopped(afterCrash: false) }
    guard ServerProcesses.works(file.pid, in: home.dataFolder) else { return .stopped(afterCrash: true) }
    guard file.isReady, let socketFolder = file.socketFolder else { return .starting(pid: Int(file.pid)) }
    return .running(
      RunningServer(
        pid: Int(file.pid), startedAt: file.startedAt, socketFolder: socketFolder, version: dataVersion ?? "?"))
  }

  /// What PostgreSQL made the data folder: "15".
  var dataVersion: String? {
    readFile(home.dataFolder + "/PG_VERSION").map { String($0.prefix { !$0.isWhitespace }) }
  }

  /// What libpq needs to connect to the running server: host, port, user, password, dbname.
  ///
  /// - Throws: `ServerError.notCreated`, `ServerError.notRunning`, `ServerError.homeNotOurs`.
  public func connectionParameters(database: String = Self.database) throws(ServerError) -> [String: String] {
    switch try status() {
    case .notCreated:
      throw .notCreated(home: home.path)
    case .stopped, .starting:
      throw .notRunning(home: home.path)
    case .running(let server):
      guard let password = readFile(home.passwordFile) else {
        throw .homeNotOurs(folder: home.passwordFile, reason: ServerReason(ServerReasonMessages.passwordUnreadable))
      }
      return [
        "host": server.socketFolder, "port": String(SocketFolder.port), "user": Self.user,
        "password": String(password.prefix { !$0.isWhitespace }), "dbname": database,
      ]
    }
  }

  /// The same as a URL, password included, for other programs: `postgresql://cadre:…@/cadre?host=…&port=5432`.
  public func url(database: String = Self.database) throws(ServerError) -> String {
    let parameters = try connectionParameters(database: database)
    func part(_ name: String) -> String { percentEncoded(parameters[name] ?? "") }
    let login = part("user") + ":" + part("password")
    return "postgresql://\(login)@/\(part("dbname"))?host=\(part("host"))&port=\(part("port"))"
  }

  /// `psql`, connected to the running server. The password travels in the environment, which other users cannot see.
  ///
  /// - Parameter arguments: what else psql is told, such as `-c` and a statement.
  public func psql(_ arguments: [String] = [], database: String = Self.database) throws -> ServerCommand {
    let parameters = try connectionParameters(database: database)
    var environment = environment.filter { !$0.key.hasPrefix("PG") || $0.key.hasPrefix("PSQL") }
    environment["PGHOST"] = parameters["host"]
    environment["PGPORT"] = parameters["port"]
    environment["PGUSER"] = parameters["user"]
    environment["PGPASSWORD"] = parameters["password"]
    environment["PGDATABASE"] = parameters["dbname"]
    // In psql, names without a schema mean the program's tables, then what the user has made in `public`.
    environment["PGOPTIONS"] = "-c search_path=cadre,public"
    let installed = try PostgresInstallation.all(environment: self.environment).map(\.folder)
    guard let folder = (installed + ["/usr/bin", "/usr/local/bin"]).first(where: { isExecutable($0 + "/psql") }) else {
      throw ServerError.programFailed(
        program: "psql", reason: ServerReason(ServerReasonMessages.noClient))
    }
    return ServerCommand(executable: folder + "/psql", arguments: arguments, environment: environment)
  }
}

/// The text as a part of a URL.
func percentEncoded(_ text: String) -> String {
  text.utf8.map { byte in
    let isPlain =
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
      default: false
      }
    if isPlain { return String(UnicodeScalar(byte)) }
    return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }.joined()
}
