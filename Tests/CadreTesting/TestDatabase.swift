public import PostgresClient
public import Testing

/// A database that one test case has to itself.
public struct TestDatabase: Sendable {
  public let name: String
  public let configuration: ConnectionConfiguration

  @TaskLocal static var ofThisTest: TestDatabase?

  /// The database of the test case that is running.
  ///
  /// - Throws: when the test, or its suite, does not have the trait `.database`.
  public static var current: TestDatabase {
    get throws {
      guard let ofThisTest else { throw Missing() }
      return ofThisTest
    }
  }

  struct Missing: Error, CustomStringConvertible {
    var description: String { "this test has no database: give it, or its suite, the trait .database" }
  }

  public func connect() async throws -> PostgresConnection {
    try await PostgresConnection.connect(configuration)
  }
}

/// What a test's database is cloned from.
public struct DatabaseTemplate: Sendable {
  /// Templates of one name are one: prepared once per test process.
  public let name: String
  let prepare: (@Sendable (PostgresConnection) async throws -> Void)?
  /// The schema that the connections look up names in, beside the server's own; nil leaves that to the server.
  let schema: String?

  /// - Parameters:
  ///   - name: lower-case letters, digits, `_`.
  ///   - schema: of the program, unless said otherwise.
  ///   - prepare: fills a new database; has to close every connection that it opens itself.
  public init(
    _ name: String, schema: String? = "cadre", prepare: @escaping @Sendable (PostgresConnection) async throws -> Void
  ) {
    self.name = name
    self.schema = schema
    self.prepare = prepare
  }

  private init(name: String) {
    self.name = name
    prepare = nil
    schema = nil
  }

  /// Nothing in it.
  public static let empty = DatabaseTemplate(name: "empty")

  /// Nothing in it, reached as the program reaches a database.
  public static let unmigrated = DatabaseTemplate("unmigrated") { _ in }
}

/// Gives each test case a database of its own, in parallel with others, and drops it after.
public struct DatabaseTrait: TestTrait, SuiteTrait, TestScoping {
  let template: DatabaseTemplate

  public var isRecursive: Bool { true }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await TestServer.shared.withDatabase(template) { database in
      try await TestDatabase.$ofThisTest.withValue(database) { try await function() }
    }
  }
}

extension Trait where Self == DatabaseTrait {
  /// An empty database for each test case: `TestDatabase.current`.
  public static var database: Self { DatabaseTrait(template: .empty) }

  /// A database cloned from a template for each test case: `TestDatabase.current`.
  public static func database(template: DatabaseTemplate) -> Self { DatabaseTrait(template: template) }
}
