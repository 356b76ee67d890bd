public import PostgresClient

/// The triggers of foreign keys, which look up every stored row one by one.
///
/// The import has looked up every reference itself, under the city's lock and in the same transaction; an evaluation
/// makes all that its rows refer to. There the triggers can find nothing wrong, and cost more than the rest of a load. They
/// stay in force for every other writer.
public enum ReferenceTriggers {
  /// Switches them off for the rest of the transaction, where the server allows it: to a superuser, which the private
  /// server's user is, or to a role with `grant set on parameter session_replication_role` (PostgreSQL 15 or later).
  ///
  /// After this the transaction must not delete rows that others refer to: nothing would notice.
  public static func silence(_ connection: PostgresConnection) async throws {
    let rights = try await connection.query(
      Statement(
        "rights to silence reference triggers",
        """
        select
          current_setting('is_superuser') = 'on' as is_superuser,
          to_regprocedure('has_parameter_privilege(text, text)') is not null as knows_grants
        """)
    ).first
    var isAllowed = try rights?.decode("is_superuser", as: Bool.self) ?? false
    if !isAllowed, try rights?.decode("knows_grants", as: Bool.self) == true {
      isAllowed =
        try await connection.query(
          Statement(
            "right to silence reference triggers",
            "select has_parameter_privilege('session_replication_role', 'set') as is_granted")
        ).first?.decode("is_granted", as: Bool.self) ?? false
    }
    guard isAllowed else { return }
    try await connection.execute(
      Statement("silence reference triggers", "set local session_replication_role = replica"))
  }
}
