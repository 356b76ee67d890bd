public import PostgresClient

extension NamedLock {
  /// Held exclusively while the schema or its rights are changed, shared while rows are stored. Without it the two could
  /// each hold locks on tables that the other waits for.
  public static func schema(_ mode: Mode) -> NamedLock { NamedLock("cadre schema", mode) }

  /// Held exclusively by an import that makes a city's parts of tables, shared by any other. To give a table a part with
  /// its foreign keys takes locks on tables that all cities share: two imports that did it at once would wait for each
  /// other in a ring.
  public static func cityParts(_ mode: Mode) -> NamedLock { NamedLock("cadre city parts", mode) }
}
