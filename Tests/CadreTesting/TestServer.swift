import Foundation
public import PostgresClient

/// The PostgreSQL that tests run on: a throwaway one, started on first use, or the one that `CADRE_TEST_DATABASE_URL`
/// names.
public actor TestServer {
  public static let shared = TestServer()

  private var started: Task<ConnectionConfiguration, any Error>?
  /// Kept because of its pipe: the server is stopped when the pipe closes.
  private var process: ServerProcess?
  private var templates: [String: Task<String, any Error>] = [:]
  private var databases = 0
  /// Cloning and dropping many databases at once only makes each slower, and connections are limited.
  private let gate = Gate(limit: 12)

  /// Databases of this process carry its number, so that another can tell whether they are still in use.
  private static let prefix = "cadre_test_"
  private static let ownPrefix = "\(prefix)\(ProcessInfo.processInfo.processIdentifier)_"

  /// How to reach a database of the server.
  public func configuration(database: String = "postgres") async throws -> ConnectionConfiguration {
    try await server().database(database)
  }

  private func server() async throws -> ConnectionConfiguration {
    if let started { return try await started.value }
    let task = Task { try await start() }
    started = task
    return try await task.value
  }

  private func start() async throws -> ConnectionConfiguration {
    if let url = ProcessInfo.processInfo.environment["CADRE_TEST_DATABASE_URL"], !url.isEmpty {
      let configuration = try ConnectionConfiguration(url: url)
      try await sweep(configuration)
      return configuration
    }
    let process = try ServerProcess.start()
    self.process = process
    return ConnectionConfiguration(conninfo: ["host": process.folder, "user": "postgres", "dbname": "postgres"])
  }

  /// Drops what processes that are gone have left on a lasting server.
  private func sweep(_ configuration: ConnectionConfiguration) async throws {
    let host = configuration.conninfo["host"] ?? ""
    guard host.isEmpty || host.hasPrefix("/") || host == "localhost" || host == "127.0.0.1" else { return }
    let connection = try await PostgresConnection.connect(configuration.database("postgres"))
    let pattern = "\(Self.prefix)%"
    for row in try await connection.query("select datname from pg_database where datname like \(pattern)") {
      let name: String = try row.decode("datname")
      guard let number = name.dropFirst(Self.prefix.count).split(separator: "_").first.flatMap({ pid_t($0) }),
        kill(number, 0) != 0, errno == ESRCH
      else { continue }
      try await connection.execute("drop database if exists \(identifier: name) with (force)")
    }
    await connection.close()
  }

  /// Makes a database from a template, lends it to `body`, and drops it.
  public nonisolated func withDatabase(
    _ template: DatabaseTemplate = .empty, _ body: @Sendable (TestDatabase) async throws -> Void
  ) async throws {
    try await gate.withPlace {
      let database = try await self.clone(template)
      let result: Result<Void, any Error>
      do {
        result = .success(try await body(database))
      } catch {
        result = .failure(error)
      }
      // Also after a cancellation: nothing must stay behind.
      let name = database.name
      try await Task { try await self.administer("drop database if exists \(identifier: name) with (force)") }.value
      try result.get()
    }
  }

  private func clone(_ template: DatabaseTemplate) async throws -> TestDatabase {
    let source = try await prepared(template)
    databases += 1
    let name = "\(Self.ownPrefix)\(databases)"
    try await administer("create database \(identifier: name) template \(identifier: source)")
    var configuration = try await configuration(database: name)
    configuration.schema = template.schema
    return TestDatabase(name: name, configuration: configuration)
  }

  /// The name of the template's database, made on first use.
  private func prepared(_ template: DatabaseTemplate) async throws -> String {
    guard let prepare = template.prepare else { return "template0" }
    if let known = templates[template.name] { return try await known.value }
    let name = "\(Self.ownPrefix)template_\(template.name)"
    let task = Task {
      try await administer("create database \(identifier: name) template template0")
      var configuration = try await configuration(database: name)
      configuration.schema = template.schema
      let connection = try await PostgresConnection.connect(configuration)
      let result: Result<Void, any Error>
      do { result = .success(try await prepare(connection)) } catch { result = .failure(error) }
      // A template must have no connections.
      await connection.close()
      try result.get()
      return name
    }
    templates[template.name] = task
    return try await task.value
  }

  private func administer(_ statement: Statement) async throws {
    let connection = try await PostgresConnection.connect(try await server().database("postgres"))
    do {
      try await connection.execute(statement)
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
  }
}
