public import PostgresClient

/// The triggers of foreign keys, which look up every stored row one by one.
///
/// The import has looked up every reference itself, under the city's lock and in the same transaction; an evaluation
/// makes all that its rows refer to. There the triggers can find nothing wrong, and cost more than the rest of a load. They
/// stay in force for every other writer.
public enum ReferenceTriggers {
  /// Switches them off for the rest of the transaction, by a function of the schema's owner; on a server where no superuser has
  /// allowed the owner to (`cadre migrate`), they stay.
  ///
  /// After this the transaction must not delete rows that others refer to: nothing would notice.
  /// - Parameter city: whose rows are stored.
  public static func silence(about city: String, _ connection: PostgresConnection) async throws {
    _ = try await connection.query(
      Statement(
        "silence reference triggers", "select cadre.silence_references($1::text) as is_silent", [.text(city)]))
  }
}
