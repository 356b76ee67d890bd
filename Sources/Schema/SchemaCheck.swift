public import PostgresClient

extension OwnSchema {
  /// Refuses a database that is not as this program needs it: its encoding, its migrations, whom its schema belongs to,
  /// its tables, columns, keys and functions.
  ///
  /// - Throws: `OwnSchemaError`, `MigrationError` (`outdated` where migrations are missing), `PostgresError`.
  public static func check(_ connection: PostgresConnection) async throws {
    try await checkEncoding(connection)
    let pending = try await Migrations.shipped().status(of: connection).pending
    guard pending.isEmpty else { throw MigrationError.outdated(pending: pending.count) }
    try await checkOwner(connection)
    let differences = try await differences(on: connection)
    guard differences.isEmpty else { throw OwnSchemaError.differs(differences) }
  }

  /// - Throws: `OwnSchemaError.encoding`.
  public static func checkEncoding(_ connection: PostgresConnection) async throws {
    let encoding = await connection.serverEncoding
    guard encoding == "UTF8" else { throw OwnSchemaError.encoding(encoding) }
  }

  /// Refuses a schema in which a lesser login could have a superuser run its functions.
  /// - Throws: `OwnSchemaError.ownedByLesser`, `.foreignCode`.
  public static func checkOwner(_ connection: PostgresConnection) async throws {
    let owner = try await SchemaOwner.read(from: connection)
    guard owner.strangers.isEmpty else {
      throw OwnSchemaError.ownedByLesser(owner: owner.name, logins: owner.strangers)
    }
    try await ForeignCode.refuse(on: connection)
  }

  /// Where tables, columns, keys and functions are not as the last migration left them.
  public static func differences(on connection: PostgresConnection) async throws -> [SchemaDifference] {
    try await SchemaShape.differences(on: connection)
  }
}
