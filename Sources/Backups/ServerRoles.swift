import PostgresClient

/// The roles that a backup's tables are owned by and given to. They are the server's, not the database's: no dump has them.
struct ServerRoles {
  let record: BackupRecord

  init(_ record: BackupRecord) {
    self.record = record
  }

  /// Makes those that are missing, and makes their members again what they were.
  ///
  /// - Returns: the logins that were members, and are not on this server.
  nonisolated(nonsending) func make(on connection: PostgresConnection) async throws -> [String] {
    let present = Set(
      try await connection.query("select r.rolname::text as name from pg_catalog.pg_roles r").map { row in
        try row.decode("name", as: String.self)
      })
    let ours = Set(record.roles.map(\.name))
    var missing: Set<String> = []
    try await connection.withTransaction { connection in
      for role in record.roles where !present.contains(role.name) {
        let rights = (role.inherits ? "inherit" : "noinherit") + (role.makesRoles ? " createrole" : "")
        try await connection.execute(
          Statement("role of ours", "create role \(quotedIdentifier(role.name)) nologin \(rights)", []))
      }
      for membership in record.memberships where ours.contains(membership.role) {
        guard present.contains(membership.member) || ours.contains(membership.member) else {
          missing.insert(membership.member)
          continue
        }
        let option = membership.mayHandOn ? " with admin option" : ""
        try await connection.execute(
          Statement(
            "member of a role of ours",
            "grant \(quotedIdentifier(membership.role)) to \(quotedIdentifier(membership.member))\(option)", []))
      }
    }
    return missing.sorted()
  }
}
