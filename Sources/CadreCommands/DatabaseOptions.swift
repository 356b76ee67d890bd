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

  /// Runs `body` with connections to a database that is as this program needs it; the private server's is brought there.
  ///
  /// - Throws: as `OwnSchema.check`; what `body` throws.
  nonisolated(nonsending) func withConnections<T>(
    _ count: Int = 1, _ library: PolicyLibrary, _ files: ConfigurationOptions, _ language: Language,
    _ body: nonisolated(nonsending) ([PostgresConnection]) async throws -> T
  ) async throws -> T {
    try await PostgresConnection.withSeveral(
      count, to: try await configuration(language), waits: Self.tell(language)
    ) { connections in
      try await OwnSchema.checkEncoding(connections[0])
      let isPrivate = try isPrivate()
      if isPrivate, try await !Migrations.shipped().status(of: connections[0]).isUpToDate {
        try await SchemaUpdate.run(connections[0], library: library, configuration: files)
        // Other programs find the tables by their bare names; ours says itself where it looks.
        try await connections[0].execute(
          Statement(
            "show tables to others",
            "alter database \(quotedIdentifier(PrivateServer.database)) set search_path to \(OwnSchema.name), public", []))
      }
      try await OwnSchema.check(connections[0])
      // A city may have been registered since.
      if isPrivate, try await !ReferenceData.knows(library.cities, in: connections[0]) {
        try await ReferenceData.store(library.cities, in: connections[0])
      }
      return try await body(connections)
    }
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
