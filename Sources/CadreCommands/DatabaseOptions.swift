import Access
import ArgumentParser
import CadreModel
import EmbeddedPostgres
import FoundationEssentials
import Messages
import PolicyKit
import PostgresClient
import Schema

/// `--database URL`, for every command that needs the database.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(OptionHelp.database, value: ValueNames.url))
  var database: String?

  init() {}

  /// Where the database is. Starts the private server if that is the one, making it on first use.
  ///
  /// - Throws: `PostgresError` of kind `usage` for a URL that cannot be read; `ServerError`; `CancellationError`.
  func configuration(_ language: Language) async throws -> ConnectionConfiguration {
    var configuration = try await server(language)
    configuration.schema = OwnSchema.name
    return configuration
  }

  private func server(_ language: Language) async throws -> ConnectionConfiguration {
    if let database { return try ConnectionConfiguration(url: database) }
    let environment = ProcessInfo.processInfo.environment
    if let configuration = try ConnectionConfiguration.fromEnvironment(environment) { return configuration }
    let server = PrivateServer(home: ServerHome(environment: environment), environment: environment)
    try await server.start(in: language)
    return ConnectionConfiguration(conninfo: try server.connectionParameters())
  }

  /// A connection, whatever the database holds. A server that is still recovering is waited for.
  ///
  /// - Throws: as `configuration`; `PostgresError`.
  func connect(_ language: Language) async throws -> PostgresConnection {
    try await PostgresConnection.connectWhenReady(try await configuration(language), waits: Self.tell(language))
  }

  /// Runs `body` with a connection to a database that is as this program needs it.
  ///
  /// - Parameter need: what the login must have for it.
  /// - Throws: as `withPool`.
  nonisolated(nonsending) func withConnection<T>(
    _ library: PolicyLibrary, _ files: ConfigurationOptions, _ language: Language, needing need: AccessNeed,
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    try await withPool(1, library, files, language, needing: need) { try await $0.withConnection(body) }
  }

  /// Runs `body` with so many connections to a database that is as this program needs it; the private server's is brought
  /// there.
  ///
  /// A superuser's sessions lay their rights down first: what keeps the cities of others apart keeps a mistake of ours from
  /// reaching further than it should on a private server, too.
  /// - Parameter need: what the login must have for it: asked before anything else is done.
  /// - Throws: `AccessError.missing`, as `OwnSchema.check`; what `body` throws.
  nonisolated(nonsending) func withPool<T>(
    _ size: Int, _ library: PolicyLibrary, _ files: ConfigurationOptions, _ language: Language, needing need: AccessNeed,
    _ body: nonisolated(nonsending) (ConnectionPool) async throws -> T
  ) async throws -> T {
    var configuration = try await configuration(language)
    let first = try await PostgresConnection.connectWhenReady(configuration, waits: Self.tell(language))
    let held: HeldAccess
    do {
      held = try await prepare(first, need, library, files)
    } catch {
      await first.close()
      throw error
    }
    await first.close()
    if held.isSuperuser { configuration.role = HeldAccess.everyDuty }
    return try await ConnectionPool.with(size, to: configuration, waitsForServer: Self.tell(language), body)
  }

  private nonisolated(nonsending) func prepare(
    _ connection: PostgresConnection, _ need: AccessNeed, _ library: PolicyLibrary, _ files: ConfigurationOptions
  ) async throws -> HeldAccess {
    try await OwnSchema.checkEncoding(connection)
    let isPrivate = try isPrivate()
    if isPrivate, try await !Migrations.shipped().status(of: connection).isUpToDate {
      try await SchemaUpdate.run(connection, library: library, configuration: files)
      try await SchemaUpdate.showTablesToOthers(connection)
    }
    let held = try await need.check(on: connection)
    try await OwnSchema.check(connection)
    // A city may have been registered since.
    if isPrivate, try await !ReferenceData.knows(library.cities, in: connection) {
      try await ReferenceData.store(library.cities, in: connection)
      try await Roles.apply(to: connection)
    }
    return held
  }

  private static func tell(_ language: Language) -> @Sendable (PostgresError) -> Void {
    { _ in
      Terminal.report(DatabaseMessages.waiting.text(in: language))
    }
  }

  /// Whether it is the private server, whose schema this program keeps up to date by itself.
  func isPrivate() throws -> Bool {
    guard database == nil else { return false }
    return try ConnectionConfiguration.fromEnvironment(ProcessInfo.processInfo.environment) == nil
  }
}
