import ArgumentParser
import CadreModel
import EmbeddedPostgres
import FoundationEssentials
import PostgresClient

/// `--database URL`, for every command that needs the database.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Label(
        "所用的 PostgreSQL 数据库，如 postgres://user@host/name。不给出时依次看 DATABASE_URL、PGHOST、PGDATABASE 等环境变量；都没有则用程序自带的数据库，必要时启动它。",
        """
        The PostgreSQL database to use, such as postgres://user@host/name. Without it DATABASE_URL counts, then \
        PGHOST, PGDATABASE and the like; else cadre's own private server, which is started if need be.
        """),
      value: Label("地址", "url")))
  var database: String?

  init() {}

  /// Where the database is. Starts the private server if that is the one, making it on first use.
  ///
  /// - Throws: `PostgresError` of kind `usage` for a URL that cannot be read; `ServerError`; `CancellationError`.
  func configuration(_ language: Language) async throws -> ConnectionConfiguration {
    if let database { return try ConnectionConfiguration(url: database) }
    let environment = ProcessInfo.processInfo.environment
    if let configuration = try ConnectionConfiguration.fromEnvironment(environment) { return configuration }
    let server = PrivateServer(home: ServerHome(environment: environment), environment: environment)
    try await server.start(in: language)
    return ConnectionConfiguration(conninfo: try server.connectionParameters())
  }

  /// Whether it is the private server, whose schema this program keeps up to date by itself.
  func isPrivate() throws -> Bool {
    guard database == nil else { return false }
    return try ConnectionConfiguration.fromEnvironment(ProcessInfo.processInfo.environment) == nil
  }
}
