public import PostgresClient

extension Duty {
  /// Whether the session's login has it, whatever it has become by `set role`.
  ///
  /// - Throws: `PostgresError`.
  public func isHeld(on connection: PostgresConnection) async throws -> Bool {
    let rows = try await connection.query(Statement("duty of the login", "select cadre.has_role($1) as is_held", [.text(role)]))
    return try rows.first?.decode("is_held") ?? false
  }
}
